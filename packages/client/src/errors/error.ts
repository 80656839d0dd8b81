import type { KnownCode } from "../generated/error-codes.ts";

/** One call, while it is under way. */
export interface Call {
  /** The operation, or the method and path of a call by path. */
  operationId: string;
  /** Requests sent so far. */
  attempts: number;
  /** The answer to the last one. */
  response?: Response | undefined;
}

/** What an answer said of an error. */
export interface VpcepErrorDetails {
  code?: string | undefined;
  requestId?: string | undefined;
  body?: unknown;
}

/** A call failed: base of all errors of this client. */
export class VpcepError extends Error {
  override name = "VpcepError";
  /** The operation that was called; the method and path where the call named no operation. */
  declare readonly operationId: string;
  /** Number of requests that were sent for the call. */
  declare readonly attempts: number;
  /** HTTP status; `undefined` where no answer came. */
  declare readonly status: number | undefined;
  /** Error code, such as `EndPoint.0005` or `APIGW.0301`, where the answer has one. Compare without regard to case. */
  declare readonly code: KnownCode | (string & {}) | undefined;
  /** ID of the request, to be quoted to the provider's support, where the answer has one. */
  declare readonly requestId: string | undefined;
  /** Headers of the answer. */
  declare readonly headers: Headers | undefined;
  /** Body of the answer: an object where it was JSON, else text. */
  declare readonly body: unknown;

  constructor(
    message: string,
    { operationId, attempts, response }: Call,
    details: VpcepErrorDetails = {},
    cause?: unknown,
  ) {
    super(`${operationId}: ${message}`, { cause });
    const { status, headers } = response ?? {};
    const requestId = headers?.get("X-Request-Id") ?? details.requestId;
    Object.assign(this, details, { operationId, attempts, status, headers, requestId });
  }
}

/** No answer came: the service could not be reached, or the connection broke. `cause` says why. */
export class VpcepConnectionError extends VpcepError {
  override name = "VpcepConnectionError";
}

/** No answer came in time. */
export class VpcepTimeoutError extends VpcepConnectionError {
  override name = "VpcepTimeoutError";
}

/** The body of an answer of success is not JSON. */
export class VpcepDecodeError extends VpcepError {
  override name = "VpcepDecodeError";
}

interface Envelope {
  error?: { code?: string; message?: string };
  error_code?: string;
  error_msg?: string;
  request_id?: string;
}

/** Reads the error of a call's answer in either documented form: the service nests it, the gateway does not. */
export function toVpcepError(call: Call, body: unknown): VpcepError {
  const { status, statusText } = call.response as Response;
  const { error, error_code, error_msg, request_id } = Object(body) as Envelope;
  const code = error?.code ?? error_code;
  const text = [status, code, error?.message ?? error_msg ?? statusText].filter(Boolean).join(" ");
  // A browser hides all of an answer that redirects.
  return new VpcepError(text || "redirects are not followed", call, { code, requestId: request_id, body });
}
