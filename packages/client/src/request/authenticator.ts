import type { Auth, OutgoingRequest, Unauthorized } from "../auth/credentials.ts";

/** An attempt to which the server responded with 401, and the generation of credentials that it used. */
export interface Refused extends Unauthorized {
  readonly generation: number | undefined;
}

/** Authenticates the attempts of one client. */
export interface Authenticator {
  /** Grows whenever credentials were refreshed; left out where they never are. */
  readonly generation?: number;
  /**
   * Adds credentials to the headers of a request.
   *
   * @param refused The attempt before, where the server refused it with 401.
   * @returns After a 401, `false` where there are no other credentials.
   */
  authenticate(request: OutgoingRequest, refused?: Refused): boolean | void | Promise<boolean | void>;
}

/** Makes the attempts that are refused at the same time share one refresh, whatever the kind of credentials. */
export function createAuthenticator(auth: Auth): Authenticator {
  let refresh: Promise<boolean> | undefined;

  /** Refreshes the credentials, unless another attempt has done so since the refused one. */
  async function refreshSince(request: OutgoingRequest, refused: Refused): Promise<boolean> {
    while (refused.generation === authenticator.generation) {
      // A refresh that failed, such as by the end of the call that started it, is left to the next call.
      if (!refresh) return (refresh = startRefresh(request, refused));
      if (!(await refresh.catch(() => true))) return false;
    }
    await auth.authenticate(request);
    return true;
  }

  async function startRefresh(request: OutgoingRequest, unauthorized: Unauthorized): Promise<boolean> {
    try {
      const hasOthers = !!(await auth.authenticate(request, unauthorized));
      if (hasOthers) authenticator.generation++;
      return hasOthers;
    } finally {
      refresh = undefined;
    }
  }

  const authenticator = {
    generation: 0,
    authenticate: (request: OutgoingRequest, refused?: Refused) =>
      refused ? refreshSince(request, refused) : auth.authenticate(request),
  };
  return authenticator;
}
