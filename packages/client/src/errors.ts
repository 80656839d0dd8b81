/** What is known about a failed call. */
export interface VpcepErrorDetails {
  status: number;
  code: string | undefined;
  requestId: string | undefined;
  operationId: string;
  body: unknown;
}

/** The service, or the gateway in front of it, answered a call with an error. */
export class VpcepError extends Error {
  override readonly name = "VpcepError";
  /** HTTP status. */
  readonly status: number;
  /** Error code, such as `EndPoint.0005` or `APIGW.0301`, where the answer has one. */
  readonly code: string | undefined;
  /** ID of the request, to be quoted to the provider's support, where the answer has one. */
  readonly requestId: string | undefined;
  /** The operation that was called. */
  readonly operationId: string;
  /** Body of the answer: an object where it was JSON, else text. */
  readonly body: unknown;

  constructor(message: string, details: VpcepErrorDetails) {
    super(message);
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.operationId = details.operationId;
    this.body = details.body;
  }
}

interface Envelope {
  error?: { code?: string; message?: string };
  error_code?: string;
  error_msg?: string;
  request_id?: string;
}

/** Reads the error of an answer in either documented form: the service nests it, the gateway does not. */
export function toVpcepError(operationId: string, response: Response, body: unknown): VpcepError {
  const envelope: Envelope = typeof body === "object" && body !== null ? body : {};
  const code = envelope.error?.code ?? envelope.error_code;
  const message = envelope.error?.message ?? envelope.error_msg ?? response.statusText;
  const requestId = response.headers.get("X-Request-Id") ?? envelope.request_id;
  const { status } = response;
  return new VpcepError(`${operationId}: ${[status, code, message].filter(Boolean).join(" ")}`, {
    status,
    code,
    requestId,
    operationId,
    body,
  });
}
