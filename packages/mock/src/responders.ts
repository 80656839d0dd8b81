import type { Context } from "./context.ts";
import type { Fault } from "./features/faults.ts";
import type { Preferences } from "./features/preferences.ts";
import { gatewayBody, NegotiationError, serviceBody, ServiceError } from "./http/errors.ts";
import type { ErrorForm } from "./http/problem.ts";
import type { MockRequest, Query } from "./http/request.ts";
import { requestId, type MockResponse, type Violation } from "./http/response.ts";
import type { DocumentOperation } from "./prism/document.ts";
import type { Negotiation, PreparedOperation, PrismRequest, PrismResponse } from "./prism/engine.ts";
import type { Handler } from "./state/handlers/types.ts";

/** Sources of responses. */
export interface Responders {
  /** Returns the stateful handler of an operation, where it has one. */
  handler(operationId: string): Handler | undefined;
  /** Returns the service's error for a violation of a request. */
  errorFor(operation: DocumentOperation, violation: Violation): { code: string; message: string };
  /** Returns a warning for each unknown name in a request. */
  unknownNames(operation: DocumentOperation, request: MockRequest, body: unknown): Violation[];
  /** Form of the errors, by the document. */
  errorForm: ErrorForm;
  dynamic: boolean;
  seed: string | undefined;
}

/** A request that has found its operation. */
export interface Exchange {
  context: Context;
  operation: DocumentOperation;
  prism: PreparedOperation;
  request: MockRequest & PrismRequest;
  preferences: Preferences;
  /** Media types that the client accepts, best first; any where it is undefined. */
  mediaTypes?: string[] | undefined;
}

/** Responds to a valid request: with the handler of a stateful mock, or where something is preferred, from the document. */
export function validResponse(responders: Responders, exchange: Exchange): MockResponse {
  const { operation, preferences, request, context, prism } = exchange;
  const handler = responders.handler(operation.operationId);
  const { code, example, dynamic = responders.dynamic } = preferences;
  const documented = negotiate(responders, exchange);
  // Before a handler changes anything, the negotiation has made sure that the client accepts the media type.
  const isPreferred = code !== undefined || example !== undefined || dynamic !== responders.dynamic;
  if (!handler || isPreferred) return finish(exchange, documented);
  const query: Query = request.query;
  try {
    const { status, body } = handler({ parameters: context.parameters, query, body: request.body });
    return finish(exchange, prism.handled(status, body));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return finish(exchange, prism.handled(error.status, serviceBody(error.code, error.message)));
  }
}

/**
 * Responds to an invalid request with the error that the document has for it. Where this is an error of the service, its
 * message is the first violation and its code the one that fits.
 */
export function invalidResponse(responders: Responders, exchange: Exchange): MockResponse {
  const { operation, context, request } = exchange;
  const first = context.violations.find(isError);
  const negotiated = negotiateError(responders, exchange, first);
  if ("status" in negotiated) return negotiated;
  const response = withChallenges(negotiated, first);
  if (!first || !isServiceError(response.body)) return finish(exchange, response);
  if (response.statusCode === 401) {
    const { error } = response.body as { error: { code: string; message: string } };
    const misspelt = responders
      .unknownNames(operation, request, undefined)
      .find(({ location }) => location[1] === "header");
    const message = `${error.message.replace(/\.$/, "")}: ${misspelt?.message ?? first.message}.`;
    return finish(exchange, { ...response, body: serviceBody(error.code, message) });
  }
  const { code, message } = responders.errorFor(operation, first);
  return finish(exchange, { ...response, body: serviceBody(code, message) });
}

/** Negotiates the error for an invalid request; one of a document of this API that has none for it is the service's. */
function negotiateError(
  responders: Responders,
  exchange: Exchange,
  violation: Violation | undefined,
): PrismResponse | MockResponse {
  try {
    return negotiate(responders, exchange);
  } catch (error) {
    const isOwn = responders.errorForm === "service" && error instanceof NegotiationError && violation;
    if (!isOwn || error.problem.status === 401) throw error;
    const { code, message } = responders.errorFor(exchange.operation, violation);
    return { status: error.problem.status, body: serviceBody(code, message), violations: exchange.context.violations };
  }
}

/** Adds the header that a 401 must have (RFC 9110, 15.5.2), for schemes that have a challenge. */
function withChallenges(response: PrismResponse, violation: Violation | undefined): PrismResponse {
  if (response.statusCode !== 401 || !violation?.challenges) return response;
  return { ...response, headers: { ...response.headers, "www-authenticate": violation.challenges.join(",") } };
}

/** Responds with an injected fault: its own body or code, or else the document's example of its status. */
export function faultResponse(responders: Responders, exchange: Exchange, fault: Fault): MockResponse {
  exchange.context.isFault = true;
  const { status = 500, code, message = "Injected fault.", body, retryAfter } = fault;
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  if (body !== undefined) return { status, headers, body };
  if (code !== undefined) return { status, headers, body: serviceBody(code, message) };
  const declared = exchange.operation.object.responses ?? {};
  if (!(status in declared || "default" in declared)) {
    const gatewayCode = status === 429 ? "APIGW.0308" : "APIGW.0201";
    return { status, headers, body: gatewayBody(gatewayCode, message, requestId()) };
  }
  exchange.preferences = { ...exchange.preferences, code: status };
  const response = finish(exchange, negotiate(responders, exchange));
  return { ...response, headers: { ...response.headers, ...headers } };
}

function negotiate({ dynamic, seed }: Responders, exchange: Exchange): PrismResponse {
  const { prism, request, preferences, mediaTypes, context } = exchange;
  const { code, example } = preferences;
  const negotiation: Negotiation = { code, example, dynamic, seed, mediaTypes };
  if (preferences.dynamic !== undefined) negotiation.dynamic = preferences.dynamic;
  if (preferences.seed !== undefined) negotiation.seed = preferences.seed;
  return prism.negotiate(request, context.violations.filter(isError), negotiation);
}

function finish({ prism, context }: Exchange, response: PrismResponse): MockResponse {
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    body: response.body,
    violations: [...context.violations, ...prism.validateResponse(response)] satisfies Violation[],
    cacheable: prism.isCached(response),
  };
}

function isError({ severity }: Violation): boolean {
  return severity === "Error";
}

function isServiceError(body: unknown): boolean {
  const { error } = (body ?? {}) as { error?: { code?: unknown; message?: unknown } };
  return typeof error?.code === "string" && typeof error.message === "string";
}
