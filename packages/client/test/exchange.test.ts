import createFetchClient, { createQuerySerializer, type Middleware } from "openapi-fetch";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createClient, tokenAuth } from "@vpcep/client";
import { serializeQuery } from "../src/request/exchange.ts";
import { serve, type Reply, type ScriptedServer } from "./support/server.ts";

type Method = (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
type AnyClient = Record<string, Method> & { use(...layers: Middleware[]): void; eject(...layers: Middleware[]): void };

const open: ScriptedServer[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))));

/** What a client sends and gives for one call, without what differs by intent: credentials and the client's name. */
async function trace(
  kind: "ours" | "openapi-fetch",
  method: string,
  init: object,
  reply: Reply,
  layers: Middleware[] = [],
) {
  const server = await serve([reply]);
  open.push(server);
  const ours = () =>
    createClient({ baseUrl: `${server.url}/`, projectId: "p", auth: tokenAuth("t"), retry: { max: 0 } });
  const client = (kind === "ours" ? ours() : createFetchClient({ baseUrl: `${server.url}/` })) as unknown as AnyClient;
  client.use(...layers);
  const call =
    method === "request"
      ? (client["request"] as unknown as (...args: unknown[]) => ReturnType<Method>)("get", "/a/{id}", init)
      : client[method]?.("/a/{id}", init);
  const outcome = await call?.then(
    async (result) => {
      const data = result.data instanceof ReadableStream ? await new Response(result.data).text() : result.data;
      return { ...result, response: result.response.status, data: data instanceof Blob ? await data.text() : data };
    },
    (error: Error) => error.name.replace(/^Vpcep.*/, "SyntaxError"),
  );
  const sent = server.seen.map(({ headers, ...seen }) => ({
    ...seen,
    type: headers["content-type"],
    own: headers["x-own"],
    accept: headers.accept,
  }));
  return { outcome, sent };
}

const path = { id: "x/y" };
const ok: Reply = { body: { total: 1 } };
const cases: [string, string, object, Reply?][] = [
  [
    "a query",
    "GET",
    { params: { path, query: { a: [1, 2], b: { c: "é &" }, d: null, e: undefined, f: [], g: true } } },
  ],
  [
    "a query by options",
    "GET",
    {
      params: { path, query: { a: [1, 2] } },
      querySerializer: createQuerySerializer({ array: { style: "pipeDelimited", explode: false } }),
    },
  ],
  ["a query by a function", "GET", { params: { path, query: { a: 1 } }, querySerializer: () => "?z=1" }],
  ["a path by a function", "GET", { params: { path }, pathSerializer: (text: string) => text.replace("{id}", "q") }],
  ["headers", "GET", { params: { path, header: { "X-Own": "1" } }, headers: { Accept: "text/plain", "X-None": null } }],
  ["no content type", "POST", { params: { path }, body: { a: 1 }, headers: { "Content-Type": null } }],
  [
    "another content type",
    "POST",
    { params: { path }, body: { a: "b c" }, headers: { "Content-Type": "application/x-www-form-urlencoded" } },
  ],
  ["a body", "PUT", { params: { path }, body: { a: 1 } }],
  [
    "a body by a function",
    "PATCH",
    { params: { path }, body: { a: 1 }, bodySerializer: () => new TextEncoder().encode("bytes") },
  ],
  ["a method by name", "request", { params: { path } }],
  ["HEAD", "HEAD", { params: { path } }],
  ["OPTIONS", "OPTIONS", { params: { path } }],
  ["text", "GET", { params: { path }, parseAs: "text" }],
  ["a stream", "GET", { params: { path }, parseAs: "stream" }],
  ["a blob", "GET", { params: { path }, parseAs: "blob" }],
  ["no content", "DELETE", { params: { path } }, { status: 204 }],
  ["an empty answer", "GET", { params: { path } }, { body: "" }],
  ["an empty answer of no length", "GET", { params: { path } }, { body: "", headers: { "Content-Length": "0" } }],
  ["an error", "GET", { params: { path } }, { status: 400, body: { error: {} } }],
  ["an error that is no JSON", "GET", { params: { path } }, { status: 400, body: "<html>" }],
  ["an empty error", "GET", { params: { path } }, { status: 400, body: "", headers: { "Content-Length": "0" } }],
  ["an answer that is no JSON", "GET", { params: { path } }, { body: "<html>" }],
];

describe("a call by path", () => {
  it.each(cases)("is made as openapi-fetch makes it, with %s", async (_, method, init, reply = ok) => {
    const traces = await Promise.all(
      (["ours", "openapi-fetch"] as const).map((kind) => trace(kind, method, init, reply)),
    );
    expect(traces[0]).toEqual(traces[1]);
    expect(traces[0]?.sent).toHaveLength(1);
  });

  it("has its query written as openapi-fetch writes it", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.double(), fc.boolean());
    const some = fc.oneof(
      value,
      fc.constantFrom(null, undefined),
      fc.array(value),
      fc.dictionary(fc.string(), value, { minKeys: 1 }),
    );
    const same = (query: Record<string, unknown>) => serializeQuery(query) === createQuerySerializer()(query);
    fc.assert(fc.property(fc.dictionary(fc.string(), some), same));
    expect(
      fc.check(
        fc.property(fc.dictionary(fc.string(), some), (query) => same(query) && !serializeQuery(query).includes("]=")),
      ).failed,
    ).toBe(true);
  });

  it("says what to do with the options of a query", async () => {
    const init = { params: { path }, querySerializer: { allowReserved: true } };
    const client = createClient({
      baseUrl: "http://127.0.0.1:1",
      projectId: "p",
      auth: tokenAuth("t"),
    }) as unknown as AnyClient;
    await expect(client["GET"]?.("/a/{id}", init)).rejects.toThrow(
      "querySerializer: not a function; see createQuerySerializer",
    );
  });

  it("is not, where the client is told something else", async () => {
    const [one, other] = await Promise.all([
      trace("ours", "GET", { params: { path, query: { a: 1 } } }, ok),
      trace("openapi-fetch", "GET", { params: { path } }, ok),
    ]);
    expect(one).not.toEqual(other);
  });
});

describe("a middleware", () => {
  const named = (
    name: string,
    log: unknown[],
    hooks: Partial<Record<"onRequest" | "onResponse" | "onError", (given: any) => unknown>>,
  ) =>
    Object.fromEntries(
      Object.entries(hooks).map(([hook, act]) => [
        hook,
        (given: any) => {
          log.push([
            name,
            hook,
            given.schemaPath,
            given.params,
            Object.keys(given.options).sort(),
            given.request.method,
            given.response?.status,
          ]);
          return act(given);
        },
      ]),
    ) as unknown as Middleware;
  const nothing = () => undefined;

  it.each([
    ["looks on", () => ({ onRequest: nothing, onResponse: nothing, onError: nothing })],
    [
      "replaces the request",
      () => ({ onRequest: ({ request }: any) => new Request(request, { headers: { "X-Own": "2" } }) }),
    ],
    ["answers itself", () => ({ onRequest: () => Response.json({ total: 2 }), onResponse: nothing })],
    ["replaces the answer", () => ({ onResponse: () => Response.json({ total: 3 }, { status: 400 }) })],
    ["gives something else", () => ({ onResponse: () => "text" })],
    ["fails", () => ({ onRequest: () => Promise.reject(new RangeError("mine")) })],
    ["replaces an error", () => ({ onError: () => new RangeError("mine") }), "drop" as Reply],
    ["answers an error", () => ({ onError: () => Response.json({ total: 4 }), onResponse: nothing }), "drop" as Reply],
  ] as [string, () => object, Reply?][])("that %s does what it does in openapi-fetch", async (_, hooks, reply = ok) => {
    const traces = await Promise.all(
      (["ours", "openapi-fetch"] as const).map(async (kind) => {
        const log: unknown[] = [];
        const layers = [
          named("first", log, { onRequest: nothing, onResponse: nothing, onError: nothing }),
          named("second", log, hooks()),
          named("third", log, { onRequest: nothing, onResponse: nothing }),
        ];
        return { log, ...(await trace(kind, "POST", { params: { path }, body: { a: 1 } }, reply, layers)) };
      }),
    );
    expect(traces[0]).toEqual(traces[1]);
    expect(traces[0]?.log.length).toBeGreaterThan(0);
  });
});
