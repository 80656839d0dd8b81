import type { KnownCode } from "../generated/error-codes.ts";
import { redact } from "./redact.ts";

/** One call, while it is under way. */
export interface Call {
  /** The operation; for a call by path, its method and path. */
  operationId: string;
  /** Number of requests sent so far. */
  attempts: number;
  /** The last response. */
  response?: Response | undefined;
  /** Values of headers that must not be in an error. */
  readonly secrets: string[];
}

/** Details of an error, read from its response. */
export interface VpcepErrorDetails {
  /** Error code. */
  code?: string | undefined;
  /** ID of the request. */
  requestId?: string | undefined;
  /** Body of the response. */
  body?: unknown;
}

/**
 * A call failed: base of all errors of this client.
 *
 * `instanceof` also recognises errors of another copy of this package.
 *
 * @example
 * ```ts
 * import { VpcepError, VpcepNotFoundError } from "@vpcep/client/errors";
 * import { listEndpointInfoDetails } from "@vpcep/client/operations";
 *
 * try {
 *   await listEndpointInfoDetails(client, { vpc_endpoint_id: "4189d3c2-8882-4871-a3c2-d380272eed83" });
 * } catch (error) {
 *   if (error instanceof VpcepNotFoundError) console.log("there is no such endpoint");
 *   else if (error instanceof VpcepError) console.log(error.status, error.code, error.requestId);
 *   else throw error;
 * }
 * ```
 */
export class VpcepError extends Error {
  /** @internal Name of the class, the same in every copy of this package. */
  static readonly kind: string = "VpcepError";
  /** Name of the class. */
  declare readonly name: string;
  /** The operation that was called; the method and path where the call named no operation. */
  declare readonly operationId: string;
  /** Number of requests that were sent for the call. */
  declare readonly attempts: number;
  /** HTTP status; `undefined` where no response came. */
  declare readonly status: number | undefined;
  /** Error code, such as `EndPoint.0005` or `APIGW.0301`, where the response has one. Compare without regard to case. */
  declare readonly code: KnownCode | (string & {}) | undefined;
  /** ID of the request, to be quoted to the provider's support, where the response has one. */
  declare readonly requestId: string | undefined;
  /** Headers of the response. */
  declare readonly headers: Headers | undefined;
  /** Body of the response: an object where it was JSON, else text. */
  declare readonly body: unknown;

  /** @internal */
  constructor(
    message: string,
    { operationId, attempts, response, secrets = [] }: Omit<Call, "secrets"> & Partial<Call>,
    details: VpcepErrorDetails = {},
    cause?: unknown,
  ) {
    // A server, or a proxy in between, may repeat anywhere what it was sent.
    super(`${operationId}: ${redact(message, secrets)}`, cause === undefined ? undefined : { cause });
    const { status, headers } = response ?? {};
    const requestId = headers?.get("X-Request-Id") ?? details.requestId;
    const shown = redact({ name: new.target.kind, ...details, requestId }, secrets);
    Object.assign(this, shown, { operationId, attempts, status });
    Object.defineProperty(this, "headers", { value: headers });
  }

  /** @internal Recognises errors of other copies of this package, too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const isKind = Object.hasOwn(this, "kind");
    let type = Object(value).constructor;
    while (type && type !== this && !(isKind && type.kind === this.kind)) type = Object.getPrototypeOf(type);
    return !!type;
  }

  /** Returns the error for `JSON.stringify`, with its message and without headers and cause. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** No response came: the server could not be reached, or the connection broke. `cause` has the reason. */
export class VpcepConnectionError extends VpcepError {
  static override readonly kind: string = "VpcepConnectionError";
}

/** No response came in time. */
export class VpcepTimeoutError extends VpcepConnectionError {
  static override readonly kind: string = "VpcepTimeoutError";
}

/** The body of a successful response is not JSON. */
export class VpcepDecodeError extends VpcepError {
  static override readonly kind: string = "VpcepDecodeError";
}

/** The forms of an error response: of the service, of the API gateway, of IAM, and of whatever stands in between. */
interface Envelope {
  error?: { code?: unknown; message?: unknown } | string;
  error_code?: unknown;
  error_msg?: unknown;
  request_id?: unknown;
  code?: unknown;
  message?: unknown;
}

/** Makes the error of a call from its error response. */
export function toVpcepError(call: Call, body: unknown): VpcepError {
  const { status, statusText } = call.response as Response;
  const outer = Object(body) as Envelope;
  const inner = Object(outer.error) as Envelope;
  const code = text(inner.code ?? outer.error_code ?? outer.code);
  const reason = text(inner.message ?? outer.error_msg ?? outer.message) ?? text(outer.error) ?? statusText;
  const message = [status, code === String(status) ? "" : code, reason].filter(Boolean).join(" ");
  const details = { code, requestId: text(outer.request_id), body: body === "" ? undefined : body };
  // A browser hides all of a response that redirects. Node shows the line of `new` above an uncaught error.
  const shown = message || "redirects are not followed";
  return new VpcepError(shown, call, details);
}

/** Returns a string or a number as text. */
function text(value: unknown): string | undefined {
  return /^(string|number)$/.test(typeof value) ? String(value) : undefined;
}
