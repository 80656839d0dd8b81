import type { AttemptEvent, ClientOptions } from "../options.ts";
import { reasonOf } from "./retry.ts";

/** Receivers of what happens to a call. */
export type Observers = Pick<ClientOptions, "logger" | "onAttempt">;

/** Tells the hook and the logger of a client about an attempt. No line has a query in it. */
export function report(event: AttemptEvent, { logger, onAttempt }: Observers): void {
  onAttempt?.(event);
  if (!logger) return;
  const { operationId, attempt, status, error, retryIn } = event;
  // Deno puts the address into the message; a time-out has the operation in it.
  const outcome = `${status ?? reasonOf(error)}`.replace(/\?\S*/g, "").replace(`${operationId}: `, "");
  const line = `${operationId}: ${outcome}, attempt ${attempt}`;
  logger.debug?.(line);
  if (retryIn !== undefined) logger.warn?.(`${line}, retried in ${Math.round(retryIn)} ms`);
}
