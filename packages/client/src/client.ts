import type { Client as FetchClient, Middleware } from "openapi-fetch" with { "resolution-mode": "import" };
import type { OperationClient } from "./request/call.ts";
import type { Auth } from "./auth/credentials.ts";
import { toVpcepError } from "./errors/error.ts";
import { exchange, type ExchangeInit } from "./request/exchange.ts";
import { clientParameters, servers, specVersion, type ServerVariables } from "./generated/client-options.ts";
import type { paths } from "./generated/schema.ts";
import type { RetryOptions } from "./request/retry.ts";
import { connectionError, send, type Logger, type RunningCall } from "./request/transport.ts";

/** A region of the cloud that has the service. */
export type Region = ServerVariables["region"];

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
  const { region, baseUrl, userAgent = "" } = options;
  if (!region === !baseUrl) throw new TypeError("give either a region or a baseUrl");
  const defaults = {
    baseUrl: baseUrl ?? regionUrl(region as string),
    // Browsers have a name of their own, and ask the service first where a request has another.
    headers: { "User-Agent": "document" in globalThis ? undefined : `${userAgent} vpcep-client/${specVersion}`.trim() },
    pathSerializer: (path: string, params: Record<string, unknown>) =>
      path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
        pathSegment(name, params[name] ?? options[clientParameters[name as FilledIn]]),
      ),
    middleware: [] as Middleware[],
  };

  const run = async (method: string, path: string, init: CallInit = {}) => {
    const { operationId, signal, params } = init;
    const call: RunningCall = {
      ...(init as Pick<RunningCall, "fetch" | "timeout" | "retry" | "signal">),
      operationId: operationId ?? `${method} ${path}`,
      attempts: 0,
      projectId: params?.path?.["project_id"] as string | undefined,
    };
    const abort = () => call.stop?.(signal?.reason);
    signal?.addEventListener("abort", abort);
    try {
      const result = await exchange(
        defaults,
        call,
        method.toUpperCase(),
        path,
        (request) => send(request, options.auth, options, call),
        init,
      );
      call.response = result.response;
      if (operationId && !result.response.ok) throw toVpcepError(call, result.error);
      return result;
    } catch (error) {
      throw signal?.aborted || !call.response?.bodyUsed ? error : connectionError(call, error);
    } finally {
      clearTimeout(call.timer);
      signal?.removeEventListener("abort", abort);
    }
  };

  const client: Record<string, unknown> = {
    request: run,
    callOperation: run,
    use: (...layers: Middleware[]) => void defaults.middleware.push(...layers.filter(Boolean)),
    eject: (...layers: Middleware[]) =>
      void (defaults.middleware = defaults.middleware.filter((layer) => !layers.includes(layer))),
  };
  for (const method of "GET PUT POST DELETE OPTIONS HEAD PATCH TRACE".split(" "))
    client[method] = (path: string, init?: CallInit) => run(method, path, init);
  return client as unknown as Client;
}

/** What a call may be given. */
interface CallInit extends ExchangeInit, Pick<RunningCall, "fetch" | "timeout" | "retry"> {
  /** Given by a call that is to reject where the answer is an error. */
  operationId?: string;
}

function regionUrl(region: string): string {
  for (const [url, variables] of servers) {
    if (variables.region?.split(" ").includes(region)) return url.replace("{region}", region);
  }
  throw new TypeError(`unknown region "${region}"; known are ${servers.map(([, { region: list }]) => list).join(" ")}`);
}

/** Encodes the value of a path parameter; refuses one that would lead the request to another resource. */
function pathSegment(name: string, value: unknown): string {
  const text = String(value ?? "");
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`path parameter "${name}" must not be "${text}"`);
  return encodeURIComponent(text);
}
