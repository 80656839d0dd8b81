import { toVpcepError } from "./errors/error.ts";
import { clientParameters, specVersion } from "./generated/client-options.ts";
import type { paths } from "./generated/schema.ts";
import {
  createFetchClient,
  type FetchClient,
  type HeadersOptions,
  type Middleware,
  type ParseAs,
  type PathSerializer,
} from "./openapi-fetch.ts";
import { checkAmounts, checkHeaders, checkUrl } from "./check.ts";
import { checkOptions, regionUrl } from "./check-options.ts";
import type { CallOptions, ClientOptions, FetchFunction } from "./options.ts";
import { createAuthenticator } from "./request/authenticator.ts";
import type { OperationClient, Result } from "./request/call.ts";
import { toOperationError } from "./request/operation-error.ts";
import { guardPath } from "./request/path.ts";
import { PlainRequest } from "./request/plain-request.ts";
import { retryPolicy } from "./request/retry.ts";
import { RunningCall } from "./request/running-call.ts";
import { send } from "./request/send.ts";

type FilledIn = keyof typeof clientParameters;

/** The paths of the API, with the parameters that the client fills in made optional. */
export type ClientPaths = {
  [Path in keyof paths]: {
    [Member in keyof paths[Path]]: Relaxed<paths[Path][Member]>;
  };
};
type Relaxed<T> = T extends { parameters: { path: infer Params } }
  ? Omit<T, "parameters"> & {
      parameters: Omit<T["parameters"], "path"> &
        (Exclude<keyof Params, FilledIn> extends never ? { path?: Optional<Params> } : { path: Optional<Params> });
    }
  : T;
type Optional<Params> = Omit<Params, FilledIn> & Partial<Pick<Params, FilledIn & keyof Params>>;

/**
 * A client of the API, for the functions of `@vpcep/client/operations`.
 *
 * It also has the members of openapi-fetch's client: `GET`, `PUT`, `POST`, `DELETE` and the other methods take a path and its
 * parameters and return `{ data, error, response }`; `request` takes the method as well; `use` adds a middleware, and `eject`
 * removes it.
 *
 * @example
 * ```ts
 * const { data, error } = await client.GET("/v1/{project_id}/vpc-endpoints", { params: { query: { limit: 50 } } });
 * console.log(data?.total_count ?? error);
 * ```
 */
export type Client = OperationClient & FetchClient<ClientPaths, "application/json">;

type Values = Record<string, unknown>;

/** The options of a call: those of openapi-fetch, and the client's own. */
interface CallInit extends Pick<CallOptions, "timeout" | "retry" | "idempotent" | "headers"> {
  operationId?: string;
  params?: { path?: Values | undefined; query?: Values; header?: Values } | undefined;
  parseAs?: ParseAs;
  baseUrl?: string;
  pathSerializer?: PathSerializer;
  fetch?: FetchFunction;
  Request?: typeof Request;
  middleware?: Middleware[];
}

/** The part of openapi-fetch's client that is used. */
interface Engine extends Pick<Client, "use" | "eject"> {
  request(method: string, path: string, init: object): Promise<Result>;
}

/**
 * Creates a client: that of openapi-fetch, with a `fetch` that authenticates, limits and retries.
 *
 * @param options The region or the address, the project and the credentials; everything else has a default.
 * @throws {TypeError} Where an option is missing or wrong. The message names it.
 * @example
 * ```ts
 * import { createClient, tokenAuth } from "@vpcep/client";
 *
 * const client = createClient({
 *   region: "cn-north-4",
 *   projectId: "6e9dfd51d1124e8d8498dce894923a0d",
 *   auth: tokenAuth(process.env.HUAWEICLOUD_SDK_TOKEN ?? ""),
 * });
 * ```
 */
export function createClient(options: ClientOptions): Client {
  checkOptions(options);
  // The caller may change its object, and use it for another client.
  const own = { ...options, retry: retryPolicy("createClient", options.retry) };
  const { region, baseUrl, projectId, auth, fetch, timeout, retry, logger, onAttempt, userAgent, ...others } = own;
  const engine = createFetchClient<any>({
    ...others,
    baseUrl: baseUrl ?? regionUrl(region as string),
    headers: withUserAgent(others.headers, userAgent),
  }) as unknown as Engine;
  // A request or a response that no middleware receives need not be a real one.
  let isObserved = Boolean(others.Request);
  const sender = { authenticator: createAuthenticator(auth), logger, onAttempt };

  const newCall = (method: string, path: string, init: CallInit) =>
    new RunningCall({
      operationId: init.operationId ?? `${method.toUpperCase()} ${path}`,
      parseAs: init.parseAs ?? "json",
      timeout: init.timeout ?? timeout ?? 30_000,
      retry,
      idempotent: init.idempotent,
      fetch: init.fetch ?? fetch,
      projectId: (init.params?.path?.["project_id"] as string | undefined) ?? projectId,
    });

  /** Sends a call by openapi-fetch, with a `fetch` that knows the call. */
  async function run(call: RunningCall, method: string, path: string, init: CallInit): Promise<Result> {
    const { operationId: _id, timeout: _timeout, retry: _retry, idempotent: _idempotent, ...rest } = init;
    if (init.timeout !== undefined) checkAmounts(call.operationId, { timeout: init.timeout });
    if (init.retry) call.retry = retryPolicy(call.operationId, init.retry, retry);
    if (init.headers) checkHeaders(call.operationId, init.headers);
    if (init.baseUrl) checkUrl("baseUrl", init.baseUrl);
    const result = await engine.request(method, path, {
      ...rest,
      params: fillIn(path, init.params, own),
      pathSerializer: guardPath(call.operationId, init.pathSerializer ?? others.pathSerializer),
      ...(!(isObserved || init.middleware || init.Request) && { Request: PlainRequest }),
      fetch: (request: Request, extension?: object) => send(request, extension, call, sender),
    });
    // The response of `fetch` itself, rather than the copy that openapi-fetch has read.
    const { response, buffered } = call;
    if (response && buffered?.bodyUsed && result.response === buffered) result.response = response;
    // An empty body is no error text: so do versions of openapi-fetch after 0.17.0.
    if (result.error === "") result.error = undefined;
    return result;
  }

  const callByPath = (method: string, path: string, given?: CallInit | null) => {
    const init = given ?? {};
    return run(newCall(method, path, init), method, path, init);
  };
  const client = {
    request: callByPath,
    async callOperation(method: string, path: string, init: CallInit): Promise<Result> {
      const call = newCall(method, path, init);
      let result: Result;
      try {
        result = await run(call, method, path, init);
      } catch (error) {
        throw toOperationError(call, error);
      }
      call.response = result.response;
      if (!result.response.ok) throw toVpcepError(call, result.error);
      return result;
    },
    use(...middleware: Middleware[]) {
      isObserved = true;
      engine.use(...middleware);
    },
    eject: engine.eject,
  };
  // GET, PUT and the other methods of HTTP.
  for (const method of Object.keys(engine).filter((name) => name === name.toUpperCase())) {
    Object.assign(client, { [method]: (path: string, init?: CallInit) => callByPath(method, path, init) });
  }
  return client as unknown as Client;
}

/** Adds the parameters that a call leaves to the client. */
function fillIn(path: string, params: CallInit["params"], options: ClientOptions): CallInit["params"] {
  const given = params?.path;
  // With values, if only an empty object, openapi-fetch calls the path serializer, which finds what is missing.
  let values = given ?? (path.includes("{") ? {} : undefined);
  for (const name in clientParameters) {
    if (given?.[name] == null && path.includes(`{${name}}`))
      values = { ...values, [name]: options[clientParameters[name as FilledIn]] };
  }
  return values === given ? params : { ...params, path: values };
}

/** Adds `User-Agent`. Browsers have their own, and send a preflight request where a request has another. */
function withUserAgent(headers: HeadersOptions | undefined, program = ""): HeadersOptions {
  if ("document" in globalThis) return headers ?? {};
  const given = headers && Symbol.iterator in headers ? Object.fromEntries(headers as Headers) : headers;
  return { "User-Agent": `${program} vpcep-client/${specVersion}`.trim(), ...(given as Record<string, string>) };
}
