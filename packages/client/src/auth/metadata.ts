import { checkAmounts, checkUrl } from "../check.ts";
import { parseJson } from "./credentials.ts";
import { CredentialsNotFoundError, type CredentialsProvider } from "./found-credentials.ts";

/** Options of `credentialsFromMetadata`. */
export interface MetadataOptions {
  /** Address of the metadata service. Default: `http://169.254.169.254`. */
  endpoint?: string | undefined;
  /** Time limit of a request in milliseconds; outside of the cloud there is no such address. Default: 1,000. */
  timeout?: number | undefined;
}

/** Lifetime in seconds of the token that the second version of the service requires. */
const TOKEN_LIFETIME = 60;

/**
 * Fetches the temporary access key of the agency that a cloud server runs under, from its metadata service. The key is valid for
 * about an hour, and is fetched again in time.
 *
 * @param options Address and time limit, for another machine than a cloud server.
 * @returns A provider for `accessKeyAuth`.
 * @example
 * ```ts
 * import { accessKeyAuth, credentialsFromMetadata } from "@vpcep/client/auth";
 *
 * const auth = accessKeyAuth(credentialsFromMetadata());
 * ```
 */
export function credentialsFromMetadata({
  endpoint = "http://169.254.169.254",
  timeout = 1_000,
}: MetadataOptions = {}): CredentialsProvider {
  checkUrl("credentialsFromMetadata: endpoint", endpoint);
  checkAmounts("credentialsFromMetadata", { timeout });
  const get = async (path: string, init: RequestInit) => {
    try {
      // Not the client's own `fetch`: the address is that of the machine itself, and no proxy leads there.
      const response = await fetch(endpoint.replace(/\/$/, "") + path, {
        ...init,
        signal: AbortSignal.timeout(timeout),
      });
      return { ok: response.ok, status: response.status, text: await response.text() };
    } catch {
      throw new CredentialsNotFoundError(`no metadata service responds at ${endpoint}`);
    }
  };
  return async () => {
    const token = await get("/meta-data/latest/api/token", {
      method: "PUT",
      headers: { "X-Metadata-Token-Ttl-Seconds": `${TOKEN_LIFETIME}` },
    });
    // The first version of the service has no tokens.
    const headers: Record<string, string> = token.ok ? { "X-Metadata-Token": token.text } : {};
    const { status, text } = await get("/openstack/latest/securitykey", { headers });
    const { credential } = Object(parseJson(text)) as { credential?: Record<string, string> };
    const { access, secret, securitytoken, expires_at } = credential ?? {};
    if (!access || !secret)
      throw new CredentialsNotFoundError(`the metadata service has no access key (status ${status})`);
    return { accessKeyId: access, secretAccessKey: secret, securityToken: securitytoken, expiresAt: expires_at };
  };
}
