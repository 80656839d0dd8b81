import { checkAmount, checkUrl } from "../check.ts";
import { parseJson } from "./credentials.ts";
import { CredentialsNotFoundError, nodeProcess, type CredentialsProvider } from "./found-credentials.ts";

/** Options of `credentialsFromMetadata`. */
export interface MetadataOptions {
  /** Address of the metadata service. Default: `http://169.254.169.254`. */
  endpoint?: string | undefined;
  /** Time limit of a request in milliseconds; outside of the cloud there is no such address. 0 sets none. Default: 1,000. */
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
  checkAmount("credentialsFromMetadata", "timeout", timeout);
  const get = (method: string, path: string, headers: Record<string, string>) => {
    const signal = timeout ? AbortSignal.timeout(timeout) : undefined;
    return sendDirectly(endpoint.replace(/\/$/, "") + path, { method, headers, signal }).catch(() => {
      throw new CredentialsNotFoundError(`no metadata service responds at ${endpoint}`);
    });
  };
  return async () => {
    const lifetime = { "X-Metadata-Token-Ttl-Seconds": `${TOKEN_LIFETIME}` };
    const token = await get("PUT", "/meta-data/latest/api/token", lifetime);
    // The first version of the service has no tokens.
    const headers: Record<string, string> = token.status === 200 ? { "X-Metadata-Token": token.text } : {};
    const { status, text } = await get("GET", "/openstack/latest/securitykey", headers);
    const { credential } = Object(parseJson(text)) as { credential?: Record<string, string> };
    const { access, secret, securitytoken, expires_at } = credential ?? {};
    if (!access || !secret)
      throw new CredentialsNotFoundError(`the metadata service has no access key (status ${status})`);
    return { accessKeyId: access, secretAccessKey: secret, securityToken: securitytoken, expiresAt: expires_at };
  };
}

/**
 * Sends a request with an agent of its own: `fetch` may go through a proxy (`HTTP_PROXY`), which would respond with the key of the
 * machine that it runs on.
 */
async function sendDirectly(
  url: string,
  options: { method: string; headers: Record<string, string>; signal: AbortSignal | undefined },
): Promise<{ status: number | undefined; text: string }> {
  const http = nodeProcess()?.getBuiltinModule?.("node:http");
  if (!http) throw new Error("there is no node:http");
  return new Promise((resolve, reject) => {
    const request = http.request(url, { ...options, agent: new http.Agent() }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (text += chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.on("error", reject);
    request.end();
  });
}
