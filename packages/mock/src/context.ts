import type { MockRequest } from "./http/request.ts";
import type { DocumentOperation } from "./prism/document.ts";
import type { Violation } from "./http/response.ts";

/** A request on its way through the pipeline; each step adds what it finds out. */
export interface Context {
  /** Undefined while the target or the headers could not be parsed. */
  request?: MockRequest;
  operation?: DocumentOperation;
  /** Values of the path parameters, decoded. */
  parameters: Record<string, string>;
  /** Body: parsed where it is JSON, else its text; undefined without one. */
  body: unknown;
  /** Violations of the request that were found so far. */
  violations: Violation[];
  /** True for a request to a control route, not to the API. */
  isControl: boolean;
  /** True where the response is an injected fault. */
  isFault: boolean;
}

export function createContext(): Context {
  return { parameters: {}, body: undefined, violations: [], isControl: false, isFault: false };
}
