import { refreshing, setSecret, type Auth } from "./credentials.ts";
import { authorization, timestamp, type AccessKey } from "./sign.ts";

/** An access key that a provider gives. */
export interface ExpiringAccessKey extends AccessKey {
  /** When it expires; left out where it does not. */
  expiresAt?: Date | string | number | undefined;
}

/** Fetches an access key, such as a temporary one from IAM or from the metadata of a cloud server. */
export type AccessKeyProvider = () => ExpiringAccessKey | Promise<ExpiringAccessKey>;

/**
 * Authenticates with an access key: signs each attempt by SDK-HMAC-SHA256.
 *
 * Where the service refuses a signature and its clock is more than a minute off the one here, the request is signed once more with
 * the service's time, and so are those after it.
 *
 * @param key The key, or a function that fetches it. The function is called before the key expires, and where the service
 *   refuses it; calls at the same time share one.
 */
export function accessKeyAuth(key: AccessKey | AccessKeyProvider): Auth {
  let offset = 0;
  const current = refreshing(async () => {
    const { expiresAt = NaN, ...value }: ExpiringAccessKey = typeof key === "function" ? await key() : key;
    return { value, lifetime: new Date(expiresAt).getTime() - Date.now() };
  });
  return {
    async authenticate({ method, url, headers, body, projectId }, refusal) {
      let refused = "";
      if (refusal) {
        const skew = Date.parse(`${refusal.response.headers.get("Date")}`) - Date.now() - offset;
        if (Math.abs(skew) > 60_000) offset += skew;
        else refused = `${refusal.headers.get("Authorization")}`;
      }
      const isRefused = ({ accessKeyId }: AccessKey) => refused.includes(`=${accessKeyId},`);
      const value = await current(undefined, isRefused);
      if (isRefused(value)) return false;
      if (projectId) headers.set("X-Project-Id", projectId);
      if (value.securityToken) setSecret(headers, "X-Security-Token", value.securityToken);
      headers.set("X-Sdk-Date", timestamp(new Date(Date.now() + offset)));
      const target = new URL(url);
      const all: [name: string, value: string][] = [["host", target.host], ...headers];
      // Proxies change the others.
      const signed = all
        .filter(([name]) => /^(x-|host$|content-type$)/.test(name))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      setSecret(headers, "Authorization", await authorization(method, target, signed, body ?? "", value));
      return true;
    },
  };
}
