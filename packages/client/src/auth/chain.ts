import { credentialsFromEnv } from "./env.ts";
import { CredentialsNotFoundError, type CredentialsProvider } from "./found-credentials.ts";
import { credentialsFromMetadata } from "./metadata.ts";
import { credentialsFromProfile } from "./profile.ts";

/**
 * Searches several places in turn, and returns the first access key that is found. Credentials that are there but not whole are an
 * error; no other place is searched then.
 *
 * @param providers The places, in the order in which they are searched.
 * @returns A provider for `accessKeyAuth`. It throws a {@link CredentialsNotFoundError} where no place has a key.
 * @example
 * ```ts
 * import { accessKeyAuth, credentialsChain, credentialsFromEnv, credentialsFromProfile } from "@vpcep/client/auth";
 *
 * const auth = accessKeyAuth(credentialsChain(credentialsFromProfile(), credentialsFromEnv()));
 * ```
 */
export function credentialsChain(...providers: CredentialsProvider[]): CredentialsProvider {
  if (!providers.every((provider) => typeof provider === "function"))
    throw new TypeError("credentialsChain: each provider must be a function, such as credentialsFromEnv()");
  return async () => {
    const reasons: string[] = [];
    for (const provider of providers) {
      try {
        return await provider();
      } catch (error) {
        if ((error as Error)?.name !== "CredentialsNotFoundError") throw error;
        reasons.push((error as Error).message);
      }
    }
    throw new CredentialsNotFoundError(`no credentials: ${reasons.join("; ")}`);
  };
}

/**
 * Searches where the vendor's SDKs do: the environment variables, then the credentials file, then the metadata service.
 *
 * @returns A provider for `accessKeyAuth`.
 * @example
 * ```ts
 * import { accessKeyAuth, defaultCredentials } from "@vpcep/client/auth";
 *
 * const auth = accessKeyAuth(defaultCredentials());
 * ```
 */
export function defaultCredentials(): CredentialsProvider {
  return credentialsChain(credentialsFromEnv(), credentialsFromProfile(), credentialsFromMetadata());
}
