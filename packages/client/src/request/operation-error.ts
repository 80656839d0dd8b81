import { VpcepConnectionError, VpcepDecodeError, VpcepError } from "../errors/error.ts";
import { reasonOf } from "./retry.ts";
import type { RunningCall } from "./running-call.ts";

/** Converts an error of `fetch` or `JSON.parse` to one of the call; returns others, such as those of middleware, as they are. */
export function toOperationError(call: RunningCall, error: unknown): unknown {
  if (error instanceof VpcepError) return error;
  const { response, url } = call;
  if (url && error === call.failure)
    return new VpcepConnectionError(`no response from ${new URL(url).origin}: ${reasonOf(error)}`, call, {}, error);
  if (response?.bodyUsed && error instanceof SyntaxError) {
    const type = response.headers.get("Content-Type");
    // Without the error as its cause: that quotes the body, which may repeat a secret.
    return new VpcepDecodeError(`the ${response.status} response is ${type}, not JSON`, call);
  }
  return error;
}
