// The only file that knows Prism.
import type { IHttpOperation } from "@stoplight/types";
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type IHttpRequest,
  type IHttpResponse,
  type PrismHttpComponents,
} from "@stoplight/prism-http";
// Prism exports neither of the two; it is pinned exactly, so they stay where they are.
import mocker from "@stoplight/prism-http/dist/mocker/index.js";
import { validateOutput } from "@stoplight/prism-http/dist/validator/index.js";
import * as Either from "fp-ts/lib/Either.js";
import * as TaskEither from "fp-ts/lib/TaskEither.js";
import { slimDocument, type DocumentOperation, type MockDocument } from "./document.ts";
import { GatewayError, serviceBody, ServiceError } from "../http/errors.ts";

/** What a request asks of the mock beside the operation itself (`Prefer`, or `__code` and its siblings). */
export interface Preferences {
  code?: number;
  example?: string;
  dynamic?: boolean;
  seed?: string;
}

export interface EngineRequest {
  /** Path as sent, not decoded. */
  path: string;
  /** Values of the path parameters, decoded. */
  parameters: Record<string, string>;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: unknown;
  preferences: Preferences;
  /** Media types that the client accepts, best first; any where it is undefined. */
  mediaTypes: string[] | undefined;
}

/** Something in a request or an answer that is not as the document says. */
export interface Violation {
  location: string[];
  severity: string;
  code: string | number | undefined;
  message: string;
}

export interface EngineAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  violations: Violation[];
  /** Whether the same body object is given for every such request, so that what is made of it may be kept. */
  stable: boolean;
}

/** What a handler gets to see of a request that is valid. */
export interface HandlerCall {
  parameters: Record<string, string>;
  query: Record<string, string | string[]>;
  body: unknown;
}

/** Answers an operation in place of the document's examples; refuses with a {@link ServiceError}. */
export type Handler = (call: HandlerCall) => { status: number; body?: unknown };

export interface EngineOptions {
  dynamic: boolean;
  seed: string | undefined;
  /** Handler of an operation, where it has one. */
  handler(operationId: string): Handler | undefined;
  /** The service's error for a violation of a request. */
  errorFor(operation: DocumentOperation, violation: Violation): { code: string; message: string };
}

export interface Engine {
  answer(operation: DocumentOperation, request: EngineRequest): Promise<EngineAnswer>;
}

/** Prism's own request, with what only our stages look at. */
interface Request extends IHttpRequest {
  operation: DocumentOperation;
  parameters: Record<string, string>;
}

type Components = PrismHttpComponents;
type MockResult = ReturnType<ReturnType<Components["mock"]>>;
type OutputResult = ReturnType<Components["validateOutput"]>;

const SEVERITY = ["Error", "Warning", "Information", "Hint"];
/** An operation has a handful of answers; whoever asks for more kinds gets them unremembered. */
const REMEMBERED = 64;
/** Of the answers of handlers, so many are remembered for an operation, if they are no longer than that. */
const LATEST = 16;
const LONGEST = 8192;

const nothing = () => undefined;
const silent = {
  ...Object.fromEntries(
    ["trace", "debug", "info", "success", "warn", "error", "fatal"].map((level) => [level, nothing]),
  ),
  child: () => silent,
} as unknown as Components["logger"];

const CONFIG = {
  isProxy: false as const,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
};

/** Puts Prism to work on a document. */
export function createEngine(document: MockDocument, options: EngineOptions): Engine {
  const prepare = preparer(document);
  const answers = new WeakMap<DocumentOperation, Map<string, MockResult>>();
  const remembered = new WeakSet<IHttpResponse>();
  const checked = new WeakMap<IHttpResponse, OutputResult>();

  /** Prism's negotiation has one result for one question, unless it makes the body up; it is asked once. */
  const negotiate: Components["mock"] = (call) => (logger) => {
    const { operation } = call.input.data as Request;
    const { code, exampleKey, dynamic, mediaTypes } = call.config as IHttpConfig["mock"];
    if (dynamic || call.input.validations.length || call.resource.callbacks) return mocker.default(call)(logger);
    const known = answers.get(operation) ?? new Map<string, MockResult>();
    answers.set(operation, known);
    const key = JSON.stringify([code, exampleKey, mediaTypes]);
    let result = known.get(key);
    if (!result) {
      result = mocker.default(call)(logger);
      if (known.size < REMEMBERED && Either.isRight(result)) {
        known.set(key, result);
        remembered.add(result.right);
      }
    }
    return result;
  };

  /** Who waits for a change gets the same answer many times; of the same text, Prism's verdict is the same. */
  const given = new WeakMap<DocumentOperation, Map<string, IHttpResponse>>();
  const give = (operation: DocumentOperation, status: number, body: unknown): IHttpResponse => {
    const key = `${status} ${JSON.stringify(body)}`;
    const known = given.get(operation) ?? new Map<string, IHttpResponse>();
    given.set(operation, known);
    const same = known.get(key);
    if (same) return same;
    const response = jsonResponse(status, body);
    if (key.length > LONGEST) return response;
    const [oldest] = known.keys();
    if (known.size >= LATEST && oldest !== undefined) known.delete(oldest);
    known.set(key, response);
    remembered.add(response);
    return response;
  };

  const mock: Components["mock"] = (call) => (logger) => {
    const { operation, parameters, url, body } = call.input.data as Request;
    const { code, exampleKey, dynamic } = call.config as IHttpConfig["mock"];
    const handler = options.handler(operation.operationId);
    const asked = code !== undefined || exampleKey !== undefined || dynamic !== options.dynamic;
    if (!handler || asked) return negotiate(call)(logger);
    const errors = call.input.validations.filter(({ severity }) => severity === 0);
    if (errors.some((error) => Number(error.code) === 401)) return negotiate(call)(logger);
    try {
      const [error] = errors;
      if (error) {
        const { code: errorCode, message } = options.errorFor(operation, toViolation("request", error));
        throw new ServiceError(errorCode, message);
      }
      // Before anything is changed: whether there is an answer in a media type that the client accepts.
      const possible = negotiate(call)(logger);
      if (Either.isLeft(possible)) return possible;
      const { status, body: content } = handler({ parameters, query: url.query ?? {}, body });
      return Either.right(give(operation, status, content));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return Either.right(give(operation, error.status, serviceBody(error.code, error.message)));
    }
  };

  const prism = createInstance(
    { ...CONFIG, mock: { dynamic: options.dynamic } },
    {
      logger: silent,
      // The edge has found the operation already, and hands over no other.
      route: ({ resources }) => Either.right(resources[0] as IHttpOperation),
      mock,
      validateOutput(output) {
        if (!remembered.has(output.element)) return validateOutput(output);
        const known = checked.get(output.element) ?? validateOutput(output);
        checked.set(output.element, known);
        return known;
      },
    },
  );

  return {
    async answer(operation, { path, query, headers, body, preferences, mediaTypes, parameters }) {
      const resource = await prepare(operation);
      const dynamic = preferences.dynamic ?? options.dynamic;
      const seed = preferences.seed ?? options.seed;
      const request: Request = {
        method: resource.method as IHttpRequest["method"],
        url: { path, query },
        headers,
        body,
        operation,
        parameters,
      };
      const config = {
        dynamic,
        ...(preferences.code !== undefined && { code: preferences.code }),
        ...(preferences.example !== undefined && { exampleKey: preferences.example }),
        ...(seed !== undefined && { seed }),
        ...(mediaTypes && { mediaTypes }),
      };
      const result = await prism.request(request, [resource], { ...CONFIG, mock: config })();
      if (Either.isLeft(result)) throw refusal(result.left, preferences);
      const { output, validations } = result.right;
      return {
        status: output.statusCode,
        headers: output.headers as Record<string, string>,
        body: output.body,
        violations: [
          ...validations.input.map((violation) => toViolation("request", violation)),
          ...validations.output.map((violation) => toViolation("response", violation)),
        ],
        stable: remembered.has(output),
      };
    },
  };
}

/** Prism's form of an operation, made when it is first asked for: most runs use a few of many. */
function preparer(document: MockDocument): (operation: DocumentOperation) => Promise<IHttpOperation> {
  const operations = new Map<DocumentOperation, Promise<IHttpOperation>>();
  return (operation) => {
    let prepared = operations.get(operation);
    if (!prepared) {
      prepared = getHttpOperationsFromSpec(slimDocument(document, operation)).then(([only]) => only as IHttpOperation);
      operations.set(operation, prepared);
    }
    return prepared;
  };
}

/** A request as it goes on to another server; `body` is parsed where it is JSON. */
export interface PassedRequest {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: unknown;
}

/** The answer of another server; `body` is parsed where it is JSON. */
export interface PassedAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/**
 * Prism as a proxy: passes every request on, right or wrong, and says what in it and in its answer is not as the document
 * says. Prism's own forwarder writes requests anew and follows redirects, so the passing on is left to the caller.
 */
export function createInspector(document: MockDocument) {
  const prepare = preparer(document);
  const route: Components["route"] = ({ resources: [only] }) =>
    only ? Either.right(only) : Either.left(new Error("no such operation"));
  return async (
    operation: DocumentOperation | undefined,
    { method, path, query, headers, body }: PassedRequest,
    pass: () => Promise<PassedAnswer>,
  ): Promise<Violation[]> => {
    const forward: Components["forward"] = () => () =>
      TaskEither.tryCatch(async () => {
        const { status, ...answer } = await pass();
        return { statusCode: status, ...answer };
      }, Either.toError);
    // Whom it passes requests to is not for Prism to know.
    const config = {
      ...CONFIG,
      isProxy: true as const,
      upstream: new URL("http://elsewhere"),
      mock: { dynamic: false },
    };
    const prism = createInstance(config, { logger: silent, route, forward });
    const request = { method: method.toLowerCase() as IHttpRequest["method"], url: { path, query }, headers, body };
    const result = await prism.request(request, operation ? [await prepare(operation)] : [], config)();
    if (Either.isLeft(result)) throw result.left;
    const { input, output } = result.right.validations;
    return [
      ...input.map((violation) => toViolation("request", violation)),
      ...output.map((violation) => toViolation("response", violation)),
    ];
  };
}

function jsonResponse(statusCode: number, body: unknown): IHttpResponse {
  return body === undefined
    ? { statusCode, headers: {} }
    : { statusCode, headers: { "content-type": "application/json" }, body };
}

/** What Prism itself refuses with `problem+json`, which no client of the API understands. */
function refusal(error: Error & { status?: number; detail?: string }, { code, example }: Preferences): Error {
  if (error.status === 406)
    return new GatewayError(406, "APIGW.0201", "The answer cannot be given in a media type that the client accepts.");
  if (error.status && error.status < 500) return new EngineRefusal(error.status, error.detail || error.message);
  // Of an example of a certain status, Prism says only that nothing else was found in its place.
  if (code !== undefined && example !== undefined)
    return new EngineRefusal(404, `The answer ${code} has no example "${example}".`);
  return error;
}

/** A request that Prism cannot meet, such as one for an example that does not exist. */
export class EngineRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "EngineRefusal";
    this.status = status;
  }
}

function toViolation(
  side: string,
  violation: { path?: string[]; severity: number; code?: string | number; message: string },
): Violation {
  return {
    location: [side, ...(violation.path ?? [])],
    severity: SEVERITY[violation.severity] ?? "Error",
    code: violation.code,
    message: violation.message,
  };
}
