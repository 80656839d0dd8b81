import { checkPrintable } from "../check.ts";
import { refreshing, setSecret, type Auth } from "./credentials.ts";
import { authorization, pass, timestamp, type AccessKey } from "./sign.ts";

/** An access key that a provider returns, with the time at which it expires. */
export interface ExpiringAccessKey extends AccessKey {
  /** Time at which it expires; undefined for one that does not. */
  expiresAt?: Date | string | number | undefined;
  /** ID of the project that it is for; `findProjectId` returns it. */
  projectId?: string | undefined;
  /** ID of the account, which services without projects ask for. */
  domainId?: string | undefined;
}

/** Fetches an access key, such as a temporary one from IAM. */
export type AccessKeyProvider = () => ExpiringAccessKey | Promise<ExpiringAccessKey>;

/**
 * Authenticates with an access key: signs each attempt by SDK-HMAC-SHA256.
 *
 * Where the service refuses a signature and its clock is more than a minute off the one here, the request is signed once more with
 * the service's time, and so are those after it.
 *
 * @param key The key, or a function that returns it, such as `credentialsFromEnv()`. The function is called before the key
 *   expires, and where the service refuses it; calls at the same time share one.
 * @returns The option `auth` of a client.
 * @throws {TypeError} Where a part of the key is missing.
 * @example
 * ```ts
 * import { accessKeyAuth, createClient, credentialsFromEnv } from "@vpcep/client";
 *
 * const auth = accessKeyAuth(credentialsFromEnv());
 * const client = createClient({ region: "cn-north-4", projectId: "6e9dfd51d1124e8d8498dce894923a0d", auth });
 * ```
 */
export function accessKeyAuth(key: AccessKey | AccessKeyProvider): Auth {
  if (typeof key !== "function") checkKey(key, "accessKeyAuth");
  let offset = 0;
  const current = refreshing(async () => {
    const value: ExpiringAccessKey = typeof key === "function" ? await key() : key;
    checkKey(value, "accessKeyAuth: the function");
    return { value, lifetime: new Date(value.expiresAt ?? NaN).getTime() - Date.now() };
  });
  return {
    projectId: async () => (await current(undefined)).projectId,
    authenticate({ method, url, headers, body, projectId }, unauthorized) {
      let refused = "";
      if (unauthorized) {
        const skew = Date.parse(`${unauthorized.response.headers.get("Date")}`) - Date.now() - offset;
        if (Math.abs(skew) > 60_000) offset += skew;
        else refused = `${unauthorized.headers.get("Authorization")}`;
      }
      const isRefused = ({ accessKeyId }: AccessKey) => refused.includes(`=${accessKeyId},`);
      return pass(current(undefined, isRefused), (value) => {
        if (isRefused(value)) return false;
        if (projectId) setSecret(headers, "X-Project-Id", `${projectId}`);
        if (value.securityToken) setSecret(headers, "X-Security-Token", value.securityToken);
        headers.set("X-Sdk-Date", timestamp(Date.now() + offset));
        const target = new URL(url);
        const signed: [name: string, value: string][] = [["host", target.host]];
        // Proxies change other headers. They come sorted by name.
        headers.forEach((value, name) => {
          if (name.startsWith("x-")) signed.push([name, value]);
          if (name === "content-type") signed.unshift([name, value]);
        });
        return pass(authorization(method, target, signed, body ?? "", value), (signature) => {
          headers.set("Authorization", signature);
          return true;
        });
      });
    },
  };
}

/** Names the part of a key that is missing or wrong; shows none of them. */
function checkKey(key: Partial<ExpiringAccessKey> | undefined, source: string): void {
  for (const name of ["accessKeyId", "secretAccessKey"] as const) checkPrintable(`${source}: ${name}`, key?.[name]);
  if (key?.expiresAt && Number.isNaN(new Date(key.expiresAt).getTime()))
    throw new TypeError(`${source}: expiresAt must be a date, not ${String(key.expiresAt)}`);
}
