import type { Problem } from "./problem.ts";

/** Errors of the gateway in front of the service, which responds before the service sees a request. */
const GATEWAY = {
  "APIGW.0101": "The API does not exist or has not been published.",
  "APIGW.0201": "The request is not valid.",
  "APIGW.0301": "Incorrect IAM authentication information.",
  "APIGW.0308": "Too many requests.",
  "APIGW.0602": "The request is not valid.",
} as const;

/** Errors of the service: the status that the table of error codes prints, and a text. */
export const SERVICE_ERRORS = {
  "EndPoint.0001": [500, "Internal error of the service."],
  "EndPoint.0002": [400, "A parameter is not valid."],
  "EndPoint.0003": [401, "Authentication failed: no valid credentials."],
  "EndPoint.0005": [404, "The resource does not exist."],
  "EndPoint.0006": [400, "limit is not valid."],
  "EndPoint.0007": [400, "action is not valid."],
  "EndPoint.0010": [400, "offset is not valid."],
  "EndPoint.0014": [400, "The project ID is not valid."],
  "EndPoint.0017": [400, "sort_key is not valid."],
  "EndPoint.0018": [400, "sort_dir is not valid."],
  "EndPoint.0019": [400, "status is not valid."],
  "EndPoint.0020": [400, "The VPC ID is not valid."],
  "EndPoint.0021": [400, "marker_id is not valid."],
  "EndPoint.0023": [400, "The subnet ID is not valid."],
  "EndPoint.1003": [400, "The name of the endpoint service is not valid."],
  "Endpoint.1018": [400, "The quota is used up."],
  "EndPoint.1019": [400, "The ID of a route table is not valid."],
  "EndPoint.2003": [400, "The endpoint service does not exist."],
  "EndPoint.2004": [400, "The endpoint service cannot be used at the moment."],
  "EndPoint.2006": [404, "The VPC endpoint does not exist."],
  "EndPoint.2010": [400, "The subnet ID is empty."],
  "EndPoint.2011": [400, "The VPC ID is empty."],
  "EndPoint.2013": [400, "The VPC endpoint does not belong to this endpoint service."],
  "EndPoint.2014": [400, "The VPC endpoint is connected to the endpoint service already."],
  "EndPoint.2017": [400, "The VPC endpoint ID is not valid."],
  "EndPoint.2018": [400, "The VPC endpoint is being deleted."],
  "EndPoint.2019": [400, "The VPC endpoint is still being created."],
  "EndPoint.2029": [400, "The endpoint service ID is empty."],
  "EndPoint.2031": [400, "Only one VPC endpoint may be handled per request."],
  "EndPoint.2033": [400, "enable_dns is not valid."],
  "EndPoint.2039": [400, "The route table is used by another VPC endpoint."],
  "EndPoint.2040": [400, "The VPC endpoint has no route table."],
  "EndPoint.2041": [400, "The IP address asked for is not valid."],
  "EndPoint.2042": [400, "The IP address asked for is taken."],
  "EndPoint.2044": [400, "The whitelist is not valid."],
  "EndPoint.2045": [400, "The whitelist has too many entries."],
  "EndPoint.2047": [400, "A VPC endpoint in state failed cannot be changed."],
  "EndPoint.2048": [400, "The policy is not valid."],
  "EndPoint.2049": [400, "The VPC endpoint has no policy."],
  "EndPoint.3002": [400, "A whitelist record is not valid."],
  "EndPoint.3003": [400, "The port ID is not valid."],
  "EndPoint.3006": [400, "The endpoint service is in use by VPC endpoints."],
  "EndPoint.3021": [400, "server_type is not valid."],
  "EndPoint.3035": [400, "The whitelist action is not valid."],
  "EndPoint.3036": [400, "The list of whitelist records is empty or not valid."],
  "EndPoint.3043": [400, "A port of the endpoint service is not valid."],
  "EndPoint.3044": [400, "The port mappings clash with another endpoint service."],
  "EndPoint.3045": [400, "The state of the endpoint service does not allow this change."],
  "EndPoint.3048": [400, "net_type is not valid."],
  "EndPoint.3052": [400, "port_id and ip may not be changed together."],
  "EndPoint.3062": [400, "The endpoint service ID is not valid."],
  "EndPoint.3066": [400, "The tag is empty."],
  "EndPoint.3067": [400, "A tag key is given twice."],
  "EndPoint.3068": [400, "Tag key or value breaks the rules."],
  "EndPoint.3069": [400, "Too many tags."],
  "EndPoint.3070": [400, "The resource type is not valid."],
  "EndPoint.3071": [400, "A tag value is given twice."],
  "EndPoint.3072": [400, "A tag key is too short or too long."],
  "EndPoint.3073": [400, "A tag value is too long."],
  "EndPoint.3074": [400, "Too many port mappings."],
  "EndPoint.3075": [400, "The protocol is not valid."],
  "EndPoint.3076": [400, "The name of the endpoint service is not allowed."],
} as const satisfies Record<string, readonly [number, string]>;

export type ServiceErrorCode = keyof typeof SERVICE_ERRORS;

/** An error of the service; handlers of operations throw it. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;

  /** @param message Replaces the text of the code; required for a code of the document alone. */
  constructor(code: ServiceErrorCode);
  constructor(code: string, message: string | undefined);
  constructor(code: string, message?: string) {
    const [status, text] = SERVICE_ERRORS[code as ServiceErrorCode] ?? [400, "A parameter is not valid."];
    super(message ?? text);
    this.name = "ServiceError";
    this.code = code;
    this.status = status;
  }
}

/** An error of the gateway; one code may go with several statuses. */
export class GatewayError extends Error {
  readonly code: keyof typeof GATEWAY;
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Prism's form of the error, where it has one. */
  readonly problem: Problem | undefined;

  constructor(
    status: number,
    code: keyof typeof GATEWAY,
    message?: string,
    headers: Record<string, string> = {},
    problem?: Problem,
  ) {
    super(message ?? GATEWAY[code]);
    this.name = "GatewayError";
    this.code = code;
    this.status = status;
    this.headers = headers;
    this.problem = problem;
  }
}

/** The document has no response that fits a request, such as an example that does not exist, or an error of its own. */
export class NegotiationError extends Error {
  readonly problem: Problem;

  /** @param problem Prism's form of the error. */
  constructor(message: string, problem: Problem) {
    super(message);
    this.name = "NegotiationError";
    this.problem = problem;
  }
}

/** Body of an error as the service writes it. */
export function serviceBody(code: string, message: string): object {
  return { error: { code, message } };
}

/** Body of an error as the gateway writes it. */
export function gatewayBody(code: string, message: string, requestId: string): object {
  return { error_code: code, error_msg: message, request_id: requestId };
}
