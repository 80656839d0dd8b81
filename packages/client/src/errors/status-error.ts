import { VpcepError } from "./error.ts";

/** An error with one status. */
export type StatusError<Status extends number> = VpcepError & { /** The HTTP status. */ readonly status: Status };

/**
 * A class of errors with one status, for `instanceof`. It is the status that decides, so a program carries only the
 * classes that it names.
 */
export function statusError<Status extends number>(status: Status): new () => StatusError<Status> {
  return class {
    static [Symbol.hasInstance](error: unknown): boolean {
      return error instanceof VpcepError && error.status === status;
    }
  } as never;
}
