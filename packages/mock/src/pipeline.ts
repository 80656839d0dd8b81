import type { IncomingMessage } from "node:http";
import { createContext, type Context } from "./context.ts";
import { authorize } from "./features/auth.ts";
import { describeCall, type Call } from "./features/call.ts";
import type { Control } from "./features/control/index.ts";
import { delay, replacesResponse, transmission, type Faults } from "./features/faults.ts";
import type { Iam } from "./features/iam.ts";
import { invalidNumbers } from "./features/numbers.ts";
import { checkOrigin } from "./features/origin.ts";
import { readPreferences } from "./features/preferences.ts";
import type { AccessKeys } from "./features/signature.ts";
import { hasBody, parseJson, readBody, readContent, readText } from "./http/body.ts";
import { GatewayError, NegotiationError } from "./http/errors.ts";
import { readAccept } from "./http/media.ts";
import { methodProblem, pathProblem, violationsProblem, type ErrorForm } from "./http/problem.ts";
import { checkQuery, readRequest, type MockRequest } from "./http/request.ts";
import { errorResponse, requestId, send, type MockResponse, type Violation } from "./http/response.ts";
import type { Router } from "./http/router.ts";
import type { HttpHandler } from "./http/server.ts";
import type { DocumentOperation } from "./prism/document.ts";
import type { Engine } from "./prism/engine.ts";
import { faultResponse, invalidResponse, validResponse, type Exchange, type Responders } from "./responders.ts";

/** Everything that the pipeline passes requests to; it is replaced as a whole when files are reloaded. */
export interface Backend extends Responders {
  router: Router<DocumentOperation>;
  engine: Engine;
  control: Control;
  faults: Faults;
  iam: Iam;
  accessKeys: AccessKeys;
  cors: boolean;
  /** Responds with 500 where a response does not match the document. */
  errors: boolean;
  /** Name or address that the mock listens on. */
  host: string;
  /** Treats warnings of unknown names as errors. */
  strict: boolean;
  /** Receives each request for the API, once the response is sent. */
  onCall: ((call: Call) => void) | undefined;
}

/** Creates the handler of all requests: a context goes through the pipeline, and a response comes out. */
export function createHandler(current: () => Backend): HttpHandler {
  return async (incoming, outgoing) => {
    const backend = current();
    const started = performance.now();
    const id = requestId();
    const context = createContext();
    // A client that closes the connection is no error of the mock.
    incoming.on("error", () => undefined);
    outgoing.on("error", () => undefined);
    let response: MockResponse;
    let thrown: unknown;
    try {
      response = await runPipeline(backend, incoming, context);
      if (backend.errors) response = withErrors(response, id, backend.errorForm);
    } catch (error) {
      thrown = error;
      response = errorResponse(error, id, backend.errorForm);
    }
    const isShared = backend.cors && !context.isControl;
    try {
      send(isShared, incoming, outgoing, response, id);
    } catch (error) {
      thrown = error;
      response = errorResponse(error, id, backend.errorForm);
      send(isShared, incoming, outgoing, response, id);
    }
    if (!backend.onCall || context.isControl) return;
    const { method = "GET", url = "" } = incoming;
    const call = describeCall(context, response, thrown);
    const duration = performance.now() - started;
    backend.onCall({ method, path: context.request?.path ?? url, ...call, duration });
  };
}

/** Runs the steps in order; each one may end the request with a response or an error. */
async function runPipeline(backend: Backend, incoming: IncomingMessage, context: Context): Promise<MockResponse> {
  const request = (context.request = readRequest(incoming));
  checkQuery(request.search);
  const early = (await besideApi(backend, incoming, context, request)) ?? preflight(backend, request);
  if (early) return early;

  // Route.
  const found = route(backend, request);
  if ("status" in found) return found;
  const { operation, parameters } = found;
  Object.assign(context, { operation, parameters });
  const prism = await backend.engine.prepare(operation);
  const bytes = hasBody(incoming) ? await readBody(incoming) : Buffer.alloc(0);
  const prismRequest = { ...request, path: canonicalPath(operation.path, parameters), body: undefined };
  const exchange: Exchange = { context, operation, prism, request: prismRequest, preferences: {} };

  // Authorize.
  context.violations = authorize(operation, prism, request, bytes, backend.accessKeys);
  if (context.violations.length) return invalidResponse(backend, exchange);

  // Preferences.
  exchange.mediaTypes = readAccept(request.headers["accept"]);
  if (exchange.mediaTypes?.length === 0)
    throw new GatewayError(406, "APIGW.0201", "The Accept header has no valid media type.");
  exchange.preferences = readPreferences(request.headers["prefer"], request.query);
  await delay(exchange.preferences.delay);

  // Validate.
  readPrismContent(exchange, bytes);
  context.violations = validate(backend, exchange, request);
  if (context.violations.some(({ severity }) => severity === "Error")) return invalidResponse(backend, exchange);

  // Respond, perhaps with an injected fault.
  const { preferences } = exchange;
  const fault = backend.faults.take(operation.operationId, parameters["project_id"], preferences.code !== undefined);
  if (!fault) return validResponse(backend, exchange);
  try {
    const response = replacesResponse(fault)
      ? faultResponse(backend, exchange, fault)
      : validResponse(backend, exchange);
    await delay(backend.faults.delayOf(fault));
    return { ...response, ...transmission(fault) };
  } catch (error) {
    // Only a request that gets a fault uses it up.
    backend.faults.restore(fault);
    throw error;
  }
}

/** Replaces a response that does not match the document by a 500. */
function withErrors(response: MockResponse, id: string, form: ErrorForm): MockResponse {
  const { violations = [] } = response;
  const [first, ...others] = violations.filter(
    ({ location: [side], severity }) => side === "response" && severity === "Error",
  );
  if (!first) return response;
  const error = new NegotiationError(first.message, violationsProblem([first, ...others]));
  return { ...errorResponse(error, id, form), violations };
}

function preflight({ cors }: Backend, { method, headers }: MockRequest): MockResponse | undefined {
  const wanted = headers["access-control-request-method"];
  if (!cors || method !== "OPTIONS" || wanted === undefined) return undefined;
  return { status: 204, headers: { "access-control-allow-methods": wanted } };
}

/** Responds to control routes and, where the API has no such route, to those of IAM. */
async function besideApi(
  backend: Backend,
  incoming: IncomingMessage,
  context: Context,
  request: MockRequest,
): Promise<MockResponse | undefined> {
  const { control, iam, router } = backend;
  const isIam = iam.owns(request) && !router.find(request.method, request.segments).found;
  if (!isIam && !control.owns(request)) return undefined;
  context.isControl = true;
  if (!isIam) checkOrigin(request.headers, backend.host);
  const bytes = hasBody(incoming) ? await readBody(incoming) : undefined;
  const body = bytes && parseJson(readText(request.headers, bytes), false);
  return isIam ? iam.respond(request, body) : control.respond(request.method, request, request.query, body);
}

/**
 * Returns the operation of a request, or the response to an OPTIONS request that no operation responds to.
 *
 * @throws {GatewayError} 404 where no operation has the path, 405 where none of them has the method.
 */
function route(
  { router }: Backend,
  { method, segments, path }: MockRequest,
): { operation: DocumentOperation; parameters: Record<string, string> } | MockResponse {
  const own = router.find(method, segments);
  // A document describes HEAD by GET (RFC 9110, 9.3.2), unless it has an operation for it.
  const match = method === "HEAD" && !own.found ? router.find("GET", segments) : own;
  if (match.found) return { operation: match.found, parameters: match.parameters };
  if (!match.allow.length)
    throw new GatewayError(404, "APIGW.0101", notFound(path, router.similar(segments)), {}, pathProblem(path));
  const allow = [...match.allow, ...(match.allow.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (method === "OPTIONS") return { status: 204, headers: { allow } };
  throw new GatewayError(
    405,
    "APIGW.0101",
    `The method ${method} is not allowed here; use ${allow}.`,
    { allow },
    methodProblem(path, method),
  );
}

function notFound(path: string, similar: string | undefined): string {
  const hint = similar === undefined ? "" : ` (did you mean ${similar}?)`;
  return `The API does not exist or has not been published: ${path}${hint}.`;
}

/** Returns a path whose literals are not percent-encoded, as Prism compares them as they are. */
function canonicalPath(template: string, parameters: Record<string, string>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ""));
}

/** Collects the violations that Prism finds, those that it passes over, and unknown names. */
function validate(backend: Backend, { prism, operation, request, context }: Exchange, sent: MockRequest): Violation[] {
  const found = prism.validate(request);
  const isKnown = (place: string[]) => found.some(({ location }) => location.join() === place.join());
  const numbers = invalidNumbers(operation, context.parameters, sent.query);
  const unknown = backend.unknownNames(operation, sent, context.body);
  return [
    ...found,
    ...numbers.filter(({ location }) => !isKnown(location)),
    ...unknown.map((violation) => (backend.strict ? { ...violation, severity: "Error" } : violation)),
  ];
}

/** Passes Prism the body, and only headers that it can parse. */
function readPrismContent({ context, request }: Exchange, bytes: Buffer): void {
  const { accept: _, "content-type": __, ...headers } = request.headers;
  request.headers = headers;
  if (!bytes.length) return;
  const { body, type } = readContent(context.request?.headers ?? {}, bytes);
  request.body = context.body = body;
  Object.assign(headers, { "content-type": type, "content-length": String(bytes.length) });
}
