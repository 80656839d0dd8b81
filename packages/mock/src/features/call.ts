import type { Context } from "../context.ts";
import type { Query } from "../http/request.ts";
import type { MockResponse, Violation } from "../http/response.ts";

/** A request that the mock has responded to. */
export interface Call {
  /** Method, in upper case. */
  method: string;
  /** Path as sent, without the query. */
  path: string;
  /** The operation, where the path and the method lead to one. */
  operationId: string | undefined;
  /** Project in the path. */
  projectId: string | undefined;
  /** Parameters of the query by name; a list for one that was sent several times. */
  query: Query;
  /** Headers without credentials. */
  headers: Record<string, string>;
  /** Missing where there was none, or where it was longer than 64 KiB. */
  body?: unknown;
  /** Status of the response. */
  status: number;
  /** Violations of the document by request and response. */
  violations: Violation[];
  /** Reasons why the request is invalid; empty for a valid request, even where the response is an error. */
  invalid: string[];
  /** Unknown names in the request, which the service ignores. */
  warnings: string[];
  /** Milliseconds from the request's headers to the response. */
  duration: number;
}

/** Headers that are not recorded. */
export const CREDENTIALS = new Set([
  "authorization",
  "proxy-authorization",
  "x-auth-token",
  "x-security-token",
  "cookie",
]);

/**
 * Describes a request and its response.
 *
 * @param error Thrown by the pipeline, where the response is made of it.
 */
export function describeCall(
  { request, operation, parameters, body, isFault }: Context,
  { status, violations = [] }: MockResponse,
  error: unknown,
): Omit<Call, "method" | "path" | "duration"> {
  const headers = Object.entries(request?.headers ?? {}).filter(([name]) => !CREDENTIALS.has(name));
  return {
    operationId: operation?.operationId,
    projectId: parameters["project_id"],
    query: request?.query ?? {},
    headers: Object.fromEntries(headers),
    body,
    status,
    violations,
    invalid: error && !isFault ? (status < 500 ? [(error as Error).message] : []) : messages(violations, "Error"),
    warnings: messages(violations, "Warning"),
  };
}

function messages(violations: Violation[], wanted: string): string[] {
  return violations
    .filter(({ location: [side], severity }) => side === "request" && severity === wanted)
    .map(({ message }) => message);
}
