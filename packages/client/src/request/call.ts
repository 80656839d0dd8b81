import type { RetryOptions } from "./retry.ts";

/** What a call by path gives. */
interface Result {
  data?: unknown;
  response: Response;
}

/**
 * The part of a client that a call by operationId needs; what `createClient` returns has it. It is a member of its own
 * because a compiler takes long to compare the types of the calls by path.
 */
export interface OperationClient {
  callOperation(method: string, path: string, init: object): Promise<Result>;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call early; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Headers to add to the request. */
  headers?: Record<string, string>;
  /** Time for one attempt and its answer in milliseconds, in place of the client's. */
  timeout?: number;
  /** How the request is repeated where it fails, in place of what the client says. */
  retry?: RetryOptions;
}

/**
 * Calls an operation.
 *
 * @param params Parameters by name, and the body as `body`.
 * @param elsewhere Place and wire name of the parameters that are neither in the path nor in the query under their own name.
 * @returns The body of the answer, `undefined` where it has none.
 * @throws {VpcepError} Where no answer came, or one that is an error.
 */
export function call<Data>(
  client: OperationClient,
  operationId: string,
  method: string,
  path: string,
  params: object,
  options?: CallOptions,
  elsewhere?: Record<string, [place: string, name: string]>,
): Promise<Data> {
  const groups: Record<string, Record<string, unknown>> = {};
  const { body } = params as { body?: unknown };
  for (const [field, value] of Object.entries(params)) {
    if (value === undefined || field === "body") continue;
    const [place, name] = elsewhere?.[field] ?? [path.includes(`{${field}}`) ? "path" : "query", field];
    (groups[place] ??= {})[name] = value;
  }
  return client
    .callOperation(method, path, { ...options, operationId, params: groups, body })
    .then(({ data }) => data as Data);
}

/** The answer to a call, with what came along with its data. */
export interface FullAnswer<Data> {
  data: Data;
  response: Response;
  /** ID of the request, to be quoted to the provider's support, where the answer has one. */
  requestId: string | undefined;
}

/** Calls an operation and gives the answer's headers and status too: `withResponse(listThings, client, { limit: 10 })`. */
export async function withResponse<Params, Data, Options extends CallOptions>(
  operation: (client: OperationClient, params: Params, options?: Options) => Promise<Data>,
  client: OperationClient,
  params: Params,
  options?: Options,
): Promise<FullAnswer<Data>> {
  let response: Response | undefined;
  const recorder: OperationClient = {
    async callOperation(...args) {
      const result = await client.callOperation(...args);
      response = result.response;
      return result;
    },
  };
  const data = await operation(recorder, params, options);
  return {
    data,
    response: response as unknown as Response,
    requestId: response?.headers.get("X-Request-Id") ?? undefined,
  };
}
