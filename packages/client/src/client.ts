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
import { checkOptions, checkSendOptions } from "./check-options.ts";
import type { CallOptions, ClientOptions, FetchFunction } from "./options.ts";
import { createAuthenticator } from "./request/authenticator.ts";
import type { OperationClient, Result } from "./request/call.ts";
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

/** The global `fetch` at the time of the import: the platform's own, unless that was replaced before. */
const platformFetch = globalThis.fetch;

type Values = Record<string, unknown>;

/** The options of a call: those of openapi-fetch, and the client's own. */
interface CallInit extends CallOptions {
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
  const address = checkOptions(options);
  const {
    region: _region,
    projectId,
    auth,
    fetch,
    timeout: limit = 30_000,
    retry: policyOptions,
    logger,
    onAttempt,
    userAgent,
    ...others
  } = options;
  const policy = retryPolicy("createClient", policyOptions);
  const filledIn: Values = {};
  for (const name in clientParameters) filledIn[name] = options[clientParameters[name as FilledIn]];
  const engine = createFetchClient<any>({
    ...others,
    baseUrl: address,
    headers: withUserAgent(others.headers, userAgent),
  }) as unknown as Engine;
  const sender = { authenticator: createAuthenticator(auth), logger, onAttempt };
  let hasMiddleware = false;

  /** Sends a call by openapi-fetch, with a `fetch` that knows the call. */
  function callOperation(call: RunningCall, method: string, path: string, init: CallInit): Promise<Result> {
    const { operationId = `${method.toUpperCase()} ${path}`, timeout, retry, idempotent, ...rest } = init;
    checkSendOptions(operationId, init);
    if (path.includes("{")) {
      const values = { ...rest.params?.path };
      for (const name in filledIn) if (path.includes(name)) values[name] ??= filledIn[name];
      rest.params = { ...rest.params, path: values };
    }
    Object.assign(call, {
      operationId,
      idempotent,
      timeout: timeout ?? limit,
      retry: retry == null ? policy : retryPolicy(operationId, retry, policy),
      parseAs: rest.parseAs ?? "json",
      fetch: rest.fetch ?? fetch ?? globalThis.fetch,
      projectId: rest.params?.path?.["project_id"] ?? projectId,
      isObserved: hasMiddleware || rest.middleware,
    });
    rest.Request ??=
      others.Request ??
      (call.isObserved || call.fetch !== platformFetch || call.parseAs === "stream"
        ? Request
        : (PlainRequest as unknown as typeof Request));
    rest.pathSerializer = guardPath(operationId, rest.pathSerializer ?? others.pathSerializer);
    rest.fetch = (sent, extension?: object) => send(call, sender, sent, extension);
    return engine.request(method, path, rest);
  }

  async function request(method: string, path: string, init?: CallInit | null): Promise<Result> {
    const result = await callOperation(new RunningCall(), method, path, init ?? {});
    // An empty body is no error text: so do versions of openapi-fetch after 0.17.0.
    if (result.error === "") result.error = undefined;
    return result;
  }

  const client: Values = {
    ...engine,
    request,
    callOperation,
    use(...middleware: Middleware[]) {
      hasMiddleware = true;
      engine.use(...middleware);
    },
  };
  // GET, PUT and the other methods of HTTP.
  for (const name in engine) {
    if (/^[A-Z]+$/.test(name)) client[name] = request.bind(undefined, name);
  }
  return client as unknown as Client;
}

/** Adds `User-Agent`. Browsers have their own, and send a preflight request where a request has another. */
function withUserAgent(headers: HeadersOptions | undefined, program = ""): HeadersOptions {
  if ("document" in globalThis) return headers as HeadersOptions;
  const given = headers && Symbol.iterator in headers ? Object.fromEntries(headers as Headers) : headers;
  return { "User-Agent": `${program} vpcep-client/${specVersion}`.trim(), ...(given as Record<string, string>) };
}
