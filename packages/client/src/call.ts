import { toVpcepError } from "./errors.ts";

/** The part of a client that a call by operationId needs; what `createClient` returns has it. */
export interface OperationClient {
  request(method: never, path: never, init: never): Promise<{ data?: unknown; error?: unknown; response: Response }>;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call early; it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Headers to add to the request. */
  headers?: Record<string, string>;
}

/**
 * Calls an operation.
 *
 * @param params Parameters by name, and the body as `body`.
 * @param elsewhere Place and wire name of the parameters that are neither in the path nor in the query under their own name.
 * @returns The body of the answer, `undefined` where it has none.
 * @throws {VpcepError} Where the answer is an error.
 */
export async function call<Data>(
  client: OperationClient,
  operationId: string,
  method: string,
  path: string,
  params: object,
  options: CallOptions = {},
  elsewhere: Record<string, [place: string, name: string]> = {},
): Promise<Data> {
  const { body, ...fields } = params as { body?: unknown };
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const [place, name] = elsewhere[field] ?? [path.includes(`{${field}}`) ? "path" : "query", field];
    (groups[place] ??= {})[name] = value;
  }
  const request = client.request as (method: string, path: string, init: object) => ReturnType<OperationClient["request"]>;
  const { data, error, response } = await request(method, path, { ...options, params: groups, body });
  if (!response.ok) throw toVpcepError(operationId, response, error);
  return data as Data;
}
