// One request and its answer, exactly as openapi-fetch makes them, from its own parts. Its core is not used: in a
// bundle, and in each call, it costs several times what this does.
import { createQuerySerializer, defaultBodySerializer, mergeHeaders, type Middleware, type QuerySerializerOptions } from "openapi-fetch";
import type { SendRequest } from "./transport.ts";

type Values = Record<string, unknown>;
type HeadersOptions = Parameters<typeof mergeHeaders>[0];

/** Options of a call, as openapi-fetch has them. */
export interface ExchangeInit extends Omit<RequestInit, "body" | "headers"> {
  params?: { path?: Values; query?: Values; header?: Values };
  body?: unknown;
  headers?: HeadersOptions;
  parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream";
  baseUrl?: string | undefined;
  querySerializer?: ((query: any) => string) | QuerySerializerOptions;
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
  method: string,
  schemaPath: string,
  fetch: (request: SendRequest) => Promise<Response>,
  {
    params = {},
    body,
    headers,
    parseAs = "json",
    baseUrl = defaults.baseUrl,
    querySerializer,
    bodySerializer,
    pathSerializer = defaults.pathSerializer,
    middleware = [],
    ...init
  }: ExchangeInit,
): Promise<Result> {
  const layers = [...defaults.middleware, ...middleware];
  const serializeQuery = typeof querySerializer === "function" ? querySerializer : createQuerySerializer(querySerializer);
  const given = [defaults.headers, headers, params.header] as HeadersOptions[];
  const serializeBody = bodySerializer ?? defaultBodySerializer;
  const text = body === undefined ? undefined : serializeBody(body, mergeHeaders(...given));
  const search = serializeQuery(params.query ?? {}).replace(/^\?/, "");
  const url = pathSerializer(baseUrl.replace(/\/$/, "") + schemaPath, params.path ?? {}) + (search && `?${search}`);
  const type = text === undefined || text instanceof FormData ? {} : { "Content-Type": "application/json" };
  const parts = { ...init, method, body: text, headers: mergeHeaders(type, ...given) };
  // A real request is made where somebody looks at it, or where its body may be anything: it takes time.
  let request = layers[0] || bodySerializer ? new Request(url, parts) : { ...parts, url };
  let response: Response | undefined;

  const id = layers[0] && Math.random().toString(36).slice(2);
  const options = { baseUrl, fetch, parseAs, querySerializer: serializeQuery, bodySerializer: serializeBody, pathSerializer };
  /** Shows a layer what there is now; what it gives back takes its place. */
  const show = async (layer: Middleware, hook: "onRequest" | "onResponse" | "onError", error?: unknown) => {
    const result: unknown = await layer[hook]?.({ request, response, error, schemaPath, params, options, id } as never);
    if (result instanceof Response) response = result;
    else if (hook === "onRequest" && result instanceof Request) request = result;
    else if (hook === "onError" && result instanceof Error) return result;
    else if (result) throw new Error(`${hook}: not something that it may return`);
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
  return read(response as Response, method, parseAs);
}

async function read(response: Response, method: string, parseAs: NonNullable<ExchangeInit["parseAs"]>): Promise<Result> {
  const { headers, ok, status } = response;
  const empty = status === 204 || method === "HEAD" || (headers.get("Content-Length") === "0" && !headers.get("Transfer-Encoding")?.includes("chunked"));
  let value: unknown;
  if (ok && !empty && parseAs !== "json") {
    value = parseAs === "stream" ? response.body : await response[parseAs]();
  } else if (!empty) {
    const text = await response.text();
    try {
      value = ok && !text ? undefined : JSON.parse(text);
    } catch (cause) {
      if (ok) throw cause;
      value = text;
    }
  }
  return { [ok ? "data" : "error"]: value, response } as Result;
}
