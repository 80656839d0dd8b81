/** A request as it will be sent; headers may still be added to it. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** Adds credentials to a request. Called once for every request that is sent. */
export interface Auth {
  authenticate(request: OutgoingRequest): void | Promise<void>;
}

/**
 * Authenticates with an IAM token, sent as `X-Auth-Token`.
 *
 * @param token The token, or a function that returns the one to use now. A token is valid for 24 hours and for one
 *   project. Its length is not checked: real tokens exceed the documented 2048 characters.
 */
export function tokenAuth(token: string | (() => string | Promise<string>)): Auth {
  return {
    async authenticate({ headers }) {
      const value = typeof token === "function" ? await token() : token;
      if (!value) throw new TypeError("tokenAuth: the token is empty");
      headers.set("X-Auth-Token", value);
    },
  };
}
