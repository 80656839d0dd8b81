import { CredentialsNotFoundError, nodeProcess, type CredentialsProvider } from "./found-credentials.ts";

/**
 * Reads an access key from the environment variables of the vendor's SDKs: `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, and
 * where they are set `HUAWEICLOUD_SDK_SECURITY_TOKEN`, `HUAWEICLOUD_SDK_PROJECT_ID` and `HUAWEICLOUD_SDK_DOMAIN_ID`.
 *
 * @param env The variables. Default: `process.env`, read at each call of the provider.
 * @returns A provider for `accessKeyAuth`.
 * @example
 * ```ts
 * import { accessKeyAuth, credentialsFromEnv } from "@vpcep/client/auth";
 *
 * const auth = accessKeyAuth(credentialsFromEnv());
 * ```
 */
export function credentialsFromEnv(env?: Record<string, string | undefined>): CredentialsProvider {
  return () => {
    const variables = env ?? nodeProcess()?.env ?? {};
    const read = (name: string) => variables[`HUAWEICLOUD_SDK_${name}`]?.trim() || undefined;
    const [accessKeyId, secretAccessKey] = [read("AK"), read("SK")];
    if (!accessKeyId && !secretAccessKey)
      throw new CredentialsNotFoundError("HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK are not set");
    if (!accessKeyId || !secretAccessKey) {
      const [set, missing] = accessKeyId ? ["AK", "SK"] : ["SK", "AK"];
      throw new TypeError(`HUAWEICLOUD_SDK_${set} is set, but HUAWEICLOUD_SDK_${missing} is not`);
    }
    return {
      accessKeyId,
      secretAccessKey,
      securityToken: read("SECURITY_TOKEN"),
      projectId: read("PROJECT_ID"),
      domainId: read("DOMAIN_ID"),
    };
  };
}
