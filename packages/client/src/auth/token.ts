import { checkPrintable } from "../check.ts";
import { setSecret, type Auth } from "./credentials.ts";

/**
 * Authenticates with an IAM token, sent as `X-Auth-Token`.
 *
 * @param token The token, or a function that returns the one to use now. The function is called for every attempt, with
 *   `true` where the service refused the token before. A token is valid for 24 hours and for one project. Its length is
 *   not checked: real tokens exceed the documented 2048 characters.
 * @returns The option `auth` of a client.
 * @throws {TypeError} Where the token is neither, is empty or cannot be sent in a header.
 * @example
 * ```ts
 * import { tokenAuth } from "@vpcep/client/auth";
 *
 * const auth = tokenAuth(process.env.HUAWEICLOUD_SDK_TOKEN ?? "");
 * ```
 */
export function tokenAuth(token: string | ((refused: boolean) => string | Promise<string>)): Auth {
  if (typeof token !== "function") {
    checkPrintable("tokenAuth: the token", token);
    return { authenticate: ({ headers }) => headers.set("X-Auth-Token", token) };
  }
  return {
    async authenticate({ headers }, unauthorized) {
      const value = await token(!!unauthorized);
      setSecret(headers, "X-Auth-Token", value);
      return value !== unauthorized?.headers.get("X-Auth-Token");
    },
  };
}
