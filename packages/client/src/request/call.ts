import { toVpcepError } from "../errors/error.ts";
import type { CallOptions } from "../options.ts";
import { toOperationError } from "./operation-error.ts";
import { RunningCall } from "./running-call.ts";

/** The result of a call by path. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/**
 * The part of a client that a call by operationId needs; what `createClient` returns has it. It is a member of its own
 * because a compiler takes long to compare the types of the calls by path.
 */
export interface OperationClient {
  /** Sends a call. The functions of the operations call it; programs need not. */
  callOperation(call: object, method: string, path: string, init: object): Promise<Result>;
}

/** The fields of an operation's parameters, and what else a call of it needs. */
export interface Fields {
  /** The place of each field, such as `query`. */
  places: Record<string, string>;
  /** The names of the fields that are called otherwise there. */
  names?: Record<string, string>;
  /** Set where the body is required. */
  needsBody?: boolean;
}

/**
 * Calls an operation.
 *
 * @param params Parameters by name, and the body as `body`.
 * @returns The body of the response, `undefined` where it has none.
 * @throws {VpcepError} Where no response came, or one that is an error.
 * @throws {TypeError} Where a parameter is missing, or is none of the operation.
 */
export async function call<Data>(
  client: OperationClient,
  operationId: string,
  method: string,
  path: string,
  params: object,
  options: object | undefined,
  fields: Fields,
): Promise<Data> {
  checkClient(`${operationId}: the first argument`, client);
  const running = new RunningCall();
  try {
    const { data, error, response } = await client.callOperation(running, method, path, {
      ...options,
      operationId,
      ...toInit(operationId, params, fields),
    });
    running.response = response;
    if (data === undefined && !response.ok) throw toVpcepError(running, error);
    return data as Data;
  } catch (error) {
    throw toOperationError(running, error);
  }
}

/** Returns the parameters of a call by their place, and its body. */
function toInit(
  operationId: string,
  params: object,
  { names, places, needsBody }: Fields,
): { params: object; body: unknown } {
  const values = Object(params) as Record<string, unknown>;
  const { body } = values;
  if (needsBody && body === undefined) throw new TypeError(`${operationId}: body is missing`);
  const groups: Record<string, Record<string, unknown>> = {};
  for (const field in values) {
    if (values[field] === undefined) continue;
    if (!Object.hasOwn(places, field))
      throw new TypeError(`${operationId}: unknown parameter "${field}"; known: ${Object.keys(places).join(", ")}`);
    if (places[field] !== "body") (groups[places[field] as string] ??= {})[names?.[field] ?? field] = values[field];
  }
  return { params: groups, body };
}

/** Throws a `TypeError` where an argument that must be a client is none. */
export function checkClient(argument: string, client: OperationClient | undefined): void {
  if (typeof client?.callOperation !== "function") throw new TypeError(`${argument} must be a client`);
}

/** The data of a call, with the response that it came with. */
export interface FullResponse<Data> {
  /** The data that the function of the operation returns. */
  data: Data;
  /** The response, with its status and headers; its body has been read. */
  response: Response;
  /** ID of the request, to be quoted to the provider's support, where the response has one. */
  requestId: string | undefined;
}

/**
 * Calls an operation and returns the response beside its data.
 *
 * @param operation The function of the operation.
 * @param client The client to call it with.
 * @param params Parameters of the operation.
 * @param options Options of the call.
 * @throws {VpcepError} As the operation does.
 * @example
 * ```ts
 * import { listQuotaDetails, withResponse } from "@vpcep/client/operations";
 *
 * const { data, response, requestId } = await withResponse(listQuotaDetails, client, {});
 * console.log(data, response.headers.get("Date"), requestId);
 * ```
 */
export async function withResponse<Params, Data, Options extends CallOptions>(
  operation: (client: OperationClient, params: Params, options?: Options) => Promise<Data>,
  client: OperationClient,
  params: Params,
  options?: Options,
): Promise<FullResponse<Data>> {
  checkClient("withResponse: the second argument", client);
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
