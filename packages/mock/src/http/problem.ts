import { STATUS_CODES } from "node:http";

/** An error by RFC 9457, as Prism writes it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  [extension: string]: unknown;
}

/** Form of errors: that of the API, or `application/problem+json` for documents that do not describe it. */
export type ErrorForm = "service" | "problem";

const PRISM = "https://stoplight.io/prism/errors#";

/** Returns the problem that Prism has for a path that no operation has. */
export function pathProblem(path: string): Problem {
  const detail = `The route ${path} hasn't been found in the specification file`;
  return { type: `${PRISM}NO_PATH_MATCHED_ERROR`, title: "Route not resolved, no path matched", status: 404, detail };
}

/** Returns the problem that Prism has for a method that a path does not have. */
export function methodProblem(path: string, method: string): Problem {
  const detail = `The route ${path} has been matched, but it does not have "${method.toLowerCase()}" method defined`;
  return {
    type: `${PRISM}NO_METHOD_MATCHED_ERROR`,
    title: "Route resolved, but no method matched",
    status: 405,
    detail,
  };
}

/** Returns the problem that Prism has with `--errors` for a response that does not match the document. */
export function violationsProblem(validation: object[]): Problem {
  const detail =
    "Your request/response is not valid and the --errors flag is set, so Prism is generating this error for you.";
  return { type: `${PRISM}VIOLATIONS`, title: "Request/Response not valid", status: 500, detail, validation };
}

/** Returns the problem that Prism has for a body that its media type cannot carry. */
export function textProblem(): Problem {
  const detail = "Cannot serialise complex objects as text";
  return { type: `${PRISM}NO_COMPLEX_OBJECT_TEXT`, title: detail, status: 500, detail };
}

/** Returns the problem of an error that Prism has none for. */
export function plainProblem(status: number, detail: string): Problem {
  return { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, detail };
}
