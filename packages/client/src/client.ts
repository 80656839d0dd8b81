// The only file that knows openapi-fetch.
import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import type { OperationClient } from "./call.ts";
import type { Auth } from "./credentials.ts";
import { VpcepDecodeError, VpcepError, type Call } from "./error.ts";
import { clientParameters, servers, specVersion } from "./generated/client-options.ts";
import type { paths } from "./generated/schema.ts";
import type { RetryOptions } from "./retry.ts";
import { connectionError, PlainRequest, send, type Logger, type RunningCall, type SendRequest } from "./transport.ts";

/** A region of the cloud that has the service. */
export type Region = (typeof servers)[number]["variables"]["region"][number];

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

/** A client of the API: `client.GET("/v1/…", { params })` and its siblings, as in openapi-fetch. */
export type Client = OperationClient & FetchClient<ClientPaths, "application/json">;

/** Options of a client. */
export interface ClientOptions {
  /** Region to call, such as `cn-north-4`. */
  region?: Region | undefined;
  /** Address to call instead of a region's, such as that of a mock: `http://127.0.0.1:4010`. */
  baseUrl?: string | undefined;
  /** Project that the calls are about; a call may name another one. */
  projectId: string;
  /** How the calls are authenticated. */
  auth: Auth;
  /** Takes the place of the global `fetch`; it is handed a `Request` that says it all. */
  fetch?: ((request: Request, init?: RequestInit) => Promise<Response>) | undefined;
  /** Time for one attempt and its answer, in milliseconds; 0 sets none. Default: 30,000. */
  timeout?: number | undefined;
  /** How failed requests are repeated; `{ max: 0 }` for not at all. */
  retry?: RetryOptions | undefined;
  /** Takes a line for every attempt (`debug`) and for every repetition (`warn`). Default: none. */
  logger?: Logger | undefined;
  /** Name and version of the program, put in front of the client's own in `User-Agent`. Browsers keep to theirs. */
  userAgent?: string | undefined;
}

/**
 * Creates a client.
 *
 * @throws {TypeError} Where neither or both of `region` and `baseUrl` are given, or the region is not known.
 */
export function createClient(options: ClientOptions): Client {
  const { region, baseUrl, userAgent } = options;
  if ((region === undefined) === (baseUrl === undefined)) {
    throw new TypeError("createClient: give either a region or a baseUrl");
  }
  const agent = [userAgent, `vpcep-client/${specVersion}`].filter(Boolean).join(" ");
  const client = createFetchClient<ClientPaths, "application/json">({
    baseUrl: baseUrl ?? regionUrl(region as string),
    // Until there is a middleware; `globalThis.Request` is not looked at, as Node takes its time to load it.
    Request: PlainRequest as unknown as typeof Request,
    // Browsers have a name of their own, and ask the service first where a request has another.
    headers: "document" in globalThis ? {} : { "User-Agent": agent },
    pathSerializer: (path, params) =>
      path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
        const option = (clientParameters as Record<string, (typeof clientParameters)[FilledIn]>)[name];
        return pathSegment(name, params[name] ?? (option && options[option]));
      }),
  });
  return withTransport(client, options);
}

/** What a call may be given beyond what openapi-fetch knows. */
interface CallInit extends Pick<ClientOptions, "fetch" | "timeout" | "retry"> {
  params?: { path?: Record<string, string> };
  signal?: AbortSignal | null;
  middleware?: unknown;
  bodySerializer?: unknown;
  /** Given by a call that wants to know what becomes of it. */
  call?: Call;
}

/** Puts retries, credentials and time limits beneath the calls, where a middleware sees one request and one answer. */
function withTransport(client: FetchClient<ClientPaths, "application/json">, options: ClientOptions): Client {
  type Method = (...args: unknown[]) => Promise<unknown>;
  const methods = client as unknown as Record<string, Method>;
  let plain = true;

  const wrap =
    (name: string, method: Method): Method =>
    async (...args) => {
      const at = name === "request" ? 2 : 1;
      const { call: given, fetch, timeout, retry, ...init } = (args[at] ?? {}) as CallInit;
      const { signal, params, middleware, bodySerializer } = init;
      const path = params?.path ?? {};
      const call: RunningCall = given ?? { operationId: `${name} ${args[at - 1]}`, attempts: 0 };
      call.signal = signal;
      const settings = {
        ...options,
        retry: { ...options.retry, ...retry },
        projectId: path["project_id"] ?? options.projectId,
        ...(fetch && { fetch }),
        ...(timeout !== undefined && { timeout }),
      };
      const abort = () => call.stop?.(signal?.reason);
      signal?.addEventListener("abort", abort);
      // openapi-fetch asks for the path only where a call has path parameters; every call has them here.
      args[at] = {
        ...init,
        params: { ...params, path },
        fetch: (request: SendRequest) => send(request, settings, call),
        Request: plain && !middleware && !bodySerializer ? PlainRequest : Request,
      };
      try {
        return await method(...args);
      } catch (error) {
        throw signal?.aborted ? error : unreadable(call, error);
      } finally {
        clearTimeout(call.timer);
        signal?.removeEventListener("abort", abort);
      }
    };

  for (const [name, method] of Object.entries(methods)) {
    if (!/^(use|eject)$/.test(name)) methods[name] = wrap(name, method);
  }
  methods["callOperation"] = methods["request"] as Method;
  const { use } = client;
  client.use = (...middleware) => {
    plain = false;
    use(...middleware);
  };
  return client as Client;
}

/** Says what went wrong where an answer came and could not be read; gives other errors back. */
function unreadable(call: Call, error: unknown): unknown {
  const { response } = call;
  // A middleware does not know how often the request was sent.
  if (error instanceof VpcepError) return error.attempts ? error : Object.assign(error, { attempts: call.attempts });
  if (!response?.bodyUsed) return error;
  if (!(error instanceof SyntaxError)) return connectionError(call, response.url, error);
  return new VpcepDecodeError(`${response.status} ${response.headers.get("Content-Type")}: not JSON`, call, {}, error);
}

function regionUrl(region: string): string {
  for (const { url, variables } of servers) {
    if ((variables.region as readonly string[]).includes(region)) return url.replace("{region}", region);
  }
  const known = servers.flatMap(({ variables }) => [...variables.region]).sort();
  throw new TypeError(`createClient: unknown region "${region}"; known are ${known.join(", ")}`);
}

/** Encodes the value of a path parameter; refuses one that would lead the request to another resource. */
function pathSegment(name: string, value: unknown): string {
  const text = String(value ?? "");
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`path parameter "${name}" must not be ${text ? `"${text}"` : "empty"}`);
  return encodeURIComponent(text);
}
