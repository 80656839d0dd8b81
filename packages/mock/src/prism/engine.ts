// Prism's steps for a request; prepared.ts makes what they work on.
import { type IHttpRequest, type IHttpResponse, ProblemJsonError } from "@stoplight/prism-http";
// Prism exports none of these; its version is exact, so they stay where they are.
import mocker from "@stoplight/prism-http/dist/mocker/index.js";
import { validateInput, validateOutput, validateSecurity } from "@stoplight/prism-http/dist/validator/index.js";
import type { IHttpOperation } from "@stoplight/types";
import * as Either from "fp-ts/lib/Either.js";
import { NegotiationError } from "../http/errors.ts";
import type { Problem } from "../http/problem.ts";
import type { Query } from "../http/request.ts";
import type { Violation } from "../http/response.ts";
import { didYouMean } from "../did-you-mean.ts";
import { ResponseCache, VerdictCache } from "./cache.ts";
import { hasErrorCatalog, type DocumentOperation, type MockDocument } from "./document.ts";
import { prismOperation } from "./prepared.ts";
import { silentLogger, type PrismLogger } from "./logger.ts";

/** A request in the form that Prism validates. */
export interface PrismRequest {
  method: string;
  /** Path as sent, not decoded. */
  path: string;
  query: Query;
  headers: Record<string, string>;
  /** Parsed where it is JSON. */
  body: unknown;
}

/** A response in the form that Prism validates. */
export type PrismResponse = IHttpResponse;

/** Response of an operation that Prism is to choose. */
export interface Negotiation {
  code?: number | undefined;
  example?: string | undefined;
  dynamic: boolean;
  seed?: string | undefined;
  /** Media types that the client accepts, best first; any where it is undefined. */
  mediaTypes: string[] | undefined;
}

/** Prism's steps for one operation. */
export interface PreparedOperation {
  /** Returns the violation of the document's security requirements; none where credentials are there. */
  authorize(request: PrismRequest): Violation[];
  /** Validates path, query, headers and body. */
  validate(request: PrismRequest): Violation[];
  /**
   * Chooses a response of the document: for an invalid request the error that fits its violations, else what is preferred.
   *
   * @throws {NegotiationError} Where the document has no such response.
   */
  negotiate(request: PrismRequest, violations: Violation[], negotiation: Negotiation): PrismResponse;
  /** Returns the response of a handler; equal ones are one object. */
  handled(status: number, body: unknown): PrismResponse;
  /** Validates a response. */
  validateResponse(response: PrismResponse): Violation[];
  /** Returns true where all equal responses share one object. */
  isCached(response: PrismResponse): boolean;
}

export interface Engine {
  /** Returns Prism's form of an operation, which is made on its first request: most runs use a few of many. */
  prepare(operation: DocumentOperation): Promise<PreparedOperation>;
}

type Diagnostic = Extract<ReturnType<typeof validateInput>, { left: unknown }>["left"][number];

/** Most violations that are reported of one request or response. */
const MOST_VIOLATIONS = 50;
const SEVERITIES = ["Error", "Warning", "Information", "Hint"];

/** Puts Prism to work on a document. */
export function createEngine(document: MockDocument, logger: PrismLogger = silentLogger): Engine {
  const cache = new ResponseCache<Violation[]>();
  const isOwn = hasErrorCatalog(document);
  const operations = new Map<DocumentOperation, Promise<PreparedOperation>>();
  const create = async (operation: DocumentOperation) =>
    prepareOperation(operation, await prismOperation(document, operation), cache, logger, isOwn);
  return {
    prepare(operation) {
      const prepared = operations.get(operation) ?? create(operation);
      operations.set(operation, prepared);
      return prepared;
    },
  };
}

function prepareOperation(
  operation: DocumentOperation,
  resource: IHttpOperation,
  cache: ResponseCache<Violation[]>,
  logger: PrismLogger,
  isOwn: boolean,
): PreparedOperation {
  const inputOf = ({ path, query, headers, body }: PrismRequest): IHttpRequest => ({
    method: resource.method as IHttpRequest["method"],
    url: { path, query },
    headers,
    body,
  });
  const headerNames = operation.parameters
    .filter(({ in: place }) => place === "header")
    .map(({ name }) => name.toLowerCase());
  const valid = new VerdictCache();
  return {
    authorize(request) {
      const violations = violationsOf("request", validateSecurity({ resource, element: inputOf(request) }));
      // Clients of other documents may expect Prism's words.
      return isOwn ? violations.map((each) => ({ ...each, message: missingCredentials(resource) })) : violations;
    },
    validate(request) {
      const run = () => violationsOf("request", validateInput({ resource, element: inputOf(request) }));
      if (request.body !== undefined) return run();
      const { path, query, headers } = request;
      return valid.get(JSON.stringify([path, query, headerNames.map((name) => headers[name])]), run);
    },
    negotiate(request, violations, { code, example, dynamic, seed, mediaTypes }) {
      const run = () => {
        const config = {
          dynamic,
          ...(code !== undefined && { code }),
          ...(example !== undefined && { exampleKey: example }),
          ...(seed !== undefined && { seed }),
          ...(mediaTypes && { mediaTypes }),
        };
        // Prism logs headers, with credentials, and serializes the body for its log; only callbacks need either.
        const data = inputOf(resource.callbacks ? request : { ...request, headers: {}, body: undefined });
        const input = { data, validations: violations.map(diagnosticOf) };
        const result = mocker.default({ resource, input, config } as never)(resource.callbacks ? silentLogger : logger);
        return Either.isRight(result) ? result.right : result.left;
      };
      const isOne = logger === silentLogger && !dynamic && !violations.length && !resource.callbacks;
      const key = JSON.stringify([code, example, mediaTypes]);
      const result = isOne ? cache.negotiated(operation, key, run) : run();
      if (result instanceof Error) throw negotiationError(result, resource, code, example);
      return result;
    },
    handled: (status, body) => cache.handled(operation, status, body, () => jsonResponse(status, body)),
    validateResponse: (element) =>
      cache.verdict(element, () => {
        try {
          return violationsOf("response", validateOutput({ resource, element }));
        } catch (error) {
          // Prism throws on a key of `content` that is no media type.
          return [{ location: ["response"], severity: "Error", code: undefined, message: (error as Error).message }];
        }
      }),
    isCached: (response) => cache.has(response),
  };
}

/** Returns what to do about missing credentials, by the security schemes of an operation. */
function missingCredentials({ security = [] }: IHttpOperation): string {
  const headers = security.flat().map((scheme) => ("name" in scheme ? scheme.name : "Authorization"));
  return `send ${[...new Set(headers)].join(" or ")}`;
}

function jsonResponse(statusCode: number, body: unknown): PrismResponse {
  return body === undefined
    ? { statusCode, headers: {} }
    : { statusCode, headers: { "content-type": "application/json" }, body };
}

function violationsOf(side: string, result: Either.Either<Diagnostic[], unknown>): Violation[] {
  if (Either.isRight(result)) return [];
  return result.left.slice(0, MOST_VIOLATIONS).map(({ path = [], severity, code, message, tags }) => ({
    location: [side, ...path],
    severity: SEVERITIES[severity] ?? "Error",
    code,
    message,
    ...(tags?.length && { challenges: tags }),
  }));
}

function diagnosticOf({ location, severity, code, message, challenges }: Violation): Diagnostic {
  return {
    path: location.slice(1),
    severity: Math.max(SEVERITIES.indexOf(severity), 0),
    message,
    ...(code !== undefined && { code }),
    ...(challenges && { tags: challenges }),
  };
}

/** Converts an error of Prism's negotiation. */
function negotiationError(
  error: Error | ProblemJsonError,
  resource: IHttpOperation,
  code: number | undefined,
  example: string | undefined,
): Error {
  const problem = ProblemJsonError.toProblemJson(error as Error) as Problem;
  if (problem.status === 406) {
    const contents = resource.responses.flatMap((response) => response.contents ?? []);
    const known = [...new Set(contents.map(({ mediaType }) => mediaType))].join(", ");
    return new NegotiationError(`The Accept header allows no media type of the response; it has ${known}.`, problem);
  }
  if (problem.status === 401) return new NegotiationError("Incorrect IAM authentication information.", problem);
  // For an example of a preferred status, Prism has an error without a status.
  if (example !== undefined && (problem.status === 404 || code !== undefined))
    return new NegotiationError(exampleError(resource, code, example), { ...problem, status: 404 });
  if (code !== undefined && problem.status === 404) return new NegotiationError(statusError(resource, code), problem);
  const isPrisms = "status" in error && typeof error.status === "number";
  return isPrisms ? new NegotiationError(problem.detail || problem.title, problem) : error;
}

function statusError({ responses }: IHttpOperation, code: number): string {
  const known = responses.map((response) => response.code).join(", ");
  return `The operation has no response ${code}; it has ${known}. For any other status, inject a fault.`;
}

function exampleError({ responses }: IHttpOperation, code: number | undefined, example: string): string {
  const status = code === undefined ? /^2/ : new RegExp(`^${code}$`);
  const contents = responses
    .filter((response) => status.test(response.code))
    .flatMap((response) => response.contents ?? []);
  const names = [...new Set(contents.flatMap(({ examples = [] }) => examples).map(({ key }) => key))];
  const known = names.length ? `; it has ${names.join(", ")}` : "";
  const response = code === undefined ? "The response" : `The response ${code}`;
  return `${response} has no example "${example}"${didYouMean(example, names)}${known}.`;
}
