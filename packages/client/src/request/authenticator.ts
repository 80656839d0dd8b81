import type { Auth, OutgoingRequest, Unauthorized } from "../auth/credentials.ts";

/** Authenticates the attempts of one client. */
export interface Authenticator {
  /** Grows whenever credentials were refreshed. */
  readonly generation: number;
  /**
   * Adds credentials to the headers of a request.
   *
   * @param unauthorized The attempt before, where the server refused it with 401.
   * @param generation The generation that the refused attempt used.
   * @returns After a 401, `false` where there are no other credentials.
   */
  authenticate(
    request: OutgoingRequest,
    unauthorized?: Unauthorized,
    generation?: number,
  ): boolean | void | Promise<boolean | void>;
}

/** Makes the attempts that are refused at the same time share one refresh, whatever the kind of credentials. */
export function createAuthenticator(auth: Auth): Authenticator {
  let generation = 0;
  let refresh: Promise<boolean> | undefined;

  /** Refreshes the credentials, unless another attempt has done so since the refused one. */
  async function refreshSince(used: number, request: OutgoingRequest, unauthorized: Unauthorized): Promise<boolean> {
    while (used === generation) {
      // A refresh that failed, such as by the end of the call that started it, is left to the next call.
      if (!refresh) return (refresh = startRefresh(request, unauthorized));
      if ((await refresh.catch(() => true)) === false) return false;
    }
    await auth.authenticate(request);
    return true;
  }

  async function startRefresh(request: OutgoingRequest, unauthorized: Unauthorized): Promise<boolean> {
    try {
      const hasOthers = !!(await auth.authenticate(request, unauthorized));
      if (hasOthers) generation++;
      return hasOthers;
    } finally {
      refresh = undefined;
    }
  }

  return {
    get generation() {
      return generation;
    },
    authenticate: (request, unauthorized, used = 0) =>
      unauthorized ? refreshSince(used, request, unauthorized) : auth.authenticate(request),
  };
}
