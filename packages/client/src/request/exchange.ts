// One request and its answer, as openapi-fetch makes them, from its own parts. Its core is not used: in a bundle, and in
// each call, it costs several times what this does. One thing is left out for its size: `querySerializer` as an object of
// options; `createQuerySerializer` of openapi-fetch makes a function of it.
import { defaultBodySerializer, mergeHeaders } from "openapi-fetch";
import type { HeadersOptions, Middleware } from "openapi-fetch" with { "resolution-mode": "import" };
import { VpcepDecodeError } from "../errors/error.ts";
import type { RunningCall, SendRequest } from "./transport.ts";

type Values = Record<string, unknown>;
export type { HeadersOptions };

/** Options of a call, as openapi-fetch has them. */
export interface ExchangeInit extends Omit<RequestInit, "body" | "headers"> {
  params?: { path?: Values; query?: Values; header?: Values };
  body?: unknown;
  headers?: HeadersOptions;
  parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream";
  baseUrl?: string | undefined;
  querySerializer?: ((query: any) => string) | undefined;
  bodySerializer?: ((body: any, headers?: any) => any) | undefined;
  pathSerializer?: (path: string, params: Values) => string;
  middleware?: Middleware[];
}

/** What a call by path gives. */
export interface Result {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** What holds for all calls of a client. */
export interface ExchangeDefaults {
  baseUrl: string;
  headers: HeadersOptions;
  pathSerializer(path: string, params: Values): string;
  middleware: Middleware[];
}

/** Makes a request, shows it and its answer to the middleware, and reads the answer. */
export async function exchange(
  defaults: ExchangeDefaults,
  call: RunningCall,
  method: string,
  schemaPath: string,
  fetch: (request: SendRequest) => Promise<Response>,
  {
    params = {},
    body,
    headers,
    parseAs = "json",
    baseUrl = defaults.baseUrl,
    querySerializer = serializeQuery,
    bodySerializer = defaultBodySerializer,
    pathSerializer = defaults.pathSerializer,
    middleware = [],
    ...init
  }: ExchangeInit,
): Promise<Result> {
  if (typeof querySerializer !== "function")
    throw new TypeError("querySerializer: not a function; see createQuerySerializer");
  const layers = [...defaults.middleware, ...middleware];
  const given = [defaults.headers, headers, params.header] as HeadersOptions[];
  const text = body === undefined ? undefined : bodySerializer(body, mergeHeaders(...given));
  given.unshift({ "Content-Type": text === undefined || text instanceof FormData ? undefined : "application/json" });
  const search = querySerializer(params.query ?? {}).replace(/^\?/, "");
  const url = pathSerializer(baseUrl.replace(/\/$/, "") + schemaPath, params.path ?? {}) + (search && `?${search}`);
  const parts = { ...init, method, body: text };
  // A real request is made where somebody looks at it, or where its body may be anything: it takes time.
  let request =
    layers[0] || bodySerializer !== defaultBodySerializer
      ? new Request(url, { ...parts, headers: mergeHeaders(...given) })
      : { ...parts, url, headers: given };
  let response: Response | undefined;

  const id = layers[0] && Math.random().toString(36).slice(2);
  /** Shows a layer what there is now; what it gives back takes its place. */
  const show = async (layer: Middleware, hook: "onRequest" | "onResponse" | "onError", error?: unknown) => {
    const options = { baseUrl, fetch, parseAs, querySerializer, bodySerializer, pathSerializer };
    const result: unknown = await layer[hook]?.({
      request,
      response,
      error,
      schemaPath,
      params,
      options,
      id,
      call,
    } as never);
    if (result instanceof Response) response = result;
    else if (hook === "onRequest" && result instanceof Request) request = result;
    else if (hook === "onError" && result instanceof Error) return result;
    else if (result) throw new Error(`${hook} may not return that`);
    return error;
  };
  for (const layer of layers) {
    if (!response) await show(layer, "onRequest");
  }
  if (!response) {
    layers.reverse();
    try {
      response = await fetch(request);
    } catch (cause) {
      let error = cause;
      for (const layer of layers) {
        if (!response) error = await show(layer, "onError", error);
      }
      if (!response) throw error;
    }
    for (const layer of layers) await show(layer, "onResponse");
  }
  return read(call, response as Response, method, parseAs);
}

/** `a=1&b=2&b=3&c[d]=4`, as openapi-fetch writes a query where it is told nothing else; its other ways take many bytes. */
export function serializeQuery(query: Values): string {
  const pair = (name: string, value: unknown): string | string[] => {
    if (value == null) return [];
    if (Array.isArray(value)) return value.flatMap((item) => pair(name, item));
    if (typeof value !== "object") return `${name}=${encodeURIComponent(value as string)}`;
    return Object.entries(value).flatMap(([key, item]) => pair(`${name}[${key}]`, item));
  };
  return Object.entries(query)
    .flatMap((entry) => pair(...entry))
    .join("&");
}

async function read(
  call: RunningCall,
  response: Response,
  method: string,
  parseAs: NonNullable<ExchangeInit["parseAs"]>,
): Promise<Result> {
  const { headers, ok, status } = response;
  let value: unknown;
  if (status !== 204 && method !== "HEAD" && headers.get("Content-Length") !== "0") {
    if (!ok || parseAs === "json") {
      value = await response.text();
      try {
        value = value || !ok ? JSON.parse(value as string) : undefined;
      } catch (cause) {
        if (ok) throw new VpcepDecodeError(`${status} ${headers.get("Content-Type")}: not JSON`, call, {}, cause);
      }
    } else value = parseAs === "stream" ? response.body : await response[parseAs]();
  }
  return { [ok ? "data" : "error"]: value, response } as Result;
}
