import type { ClientOptions as FetchOptions, Middleware } from "openapi-fetch";
import { createClient } from "@vpcep/client";

/** A Request class of the caller's. */
export class OwnRequest extends Request {}

/** The response of `fetch`, or the error that it rejects with. */
export type Reply = { status?: number; body?: BodyInit | null; headers?: Record<string, string> } | Error;

/** A call, and the client that makes it. */
export interface Case {
  client?: FetchOptions;
  method?: string;
  path?: string;
  init?: Record<string, unknown>;
  middleware?: (log: unknown[]) => Middleware[];
  reply?: Reply;
}
type AnyClient = Record<string, (path: string, init: object) => Promise<any>> & { use(...layers: Middleware[]): void };

/** Returns the request and the result of a call, but for its `User-Agent`. */
export async function trace(
  create: (options: FetchOptions) => unknown,
  { client, method = "GET", path = "/a", ...rest }: Case,
) {
  const { init = {}, middleware, reply = { body: '{"total":1}' } } = rest;
  const sent: unknown[] = [];
  const log: unknown[] = [];
  const fetch = async (request: Request) => {
    const copy = request.clone();
    const headers = Object.fromEntries(copy.headers);
    delete headers["user-agent"];
    sent.push({
      url: request.url,
      method: request.method,
      headers,
      body: copy.body && (await copy.text()),
      isOwn: request instanceof OwnRequest,
      tag: (request as { tag?: string }).tag,
    });
    if (reply instanceof Error) throw reply;
    return new Response(reply.body ?? null, reply);
  };
  const made = create({ baseUrl: "https://api.example/v2/", ...client, fetch }) as AnyClient;
  // Without middleware, the client makes its requests and responses in another way.
  if (middleware) made.use(...middleware(log));
  const outcome = await made[method]?.(path, init).then(
    async ({ data, ...result }) => {
      const text = data instanceof ReadableStream || data instanceof Blob || data instanceof ArrayBuffer;
      const { status, headers } = result.response;
      const response = { status, headers: Object.fromEntries(headers) };
      // An empty error body is no error text: openapi-fetch says so after 0.17.0.
      const error = result.error === "" ? undefined : result.error;
      return { error, response, data: text ? await new Response(data).text() : data };
    },
    (error: Error) => ({
      thrown: error instanceof Error ? `${error.name}: ${error.message}` : error,
      same: error === reply,
    }),
  );
  return { sent, log, outcome };
}

/** Creates a client of this package that sends no credentials and does not retry. */
export const ours = (options: FetchOptions) =>
  createClient({
    ...(options as object),
    baseUrl: options.baseUrl ?? "",
    projectId: "p",
    auth: { authenticate() {} },
    retry: { max: 0 },
  });

/** Middleware that writes down what it is shown. */
export const watch = (
  log: unknown[],
  more: Partial<Record<"onRequest" | "onResponse" | "onError", (given: any) => unknown>> = {},
) =>
  Object.fromEntries(
    (["onRequest", "onResponse", "onError"] as const).map((hook) => [
      hook,
      async (given: any) => {
        const { request, response, error, schemaPath, params, options } = given;
        const { baseUrl, parseAs } = options;
        log.push([hook, schemaPath, params, baseUrl, parseAs, request.method, request.headers.get("X-Own")]);
        log.push([response?.status, error?.message, response && (await response.clone().text())]);
        return more[hook]?.(given);
      },
    ]),
  ) as unknown as Middleware;

/** The error of a `fetch` that fails. */
export const FAILED = new Error("of fetch");
