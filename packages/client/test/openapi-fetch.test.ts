import createFetchClient from "openapi-fetch";
import { describe, expect, it } from "vitest";
import { createClient } from "@vpcep/client";
import { FAILED, ours, OwnRequest, trace, watch, type Case } from "./support/trace.ts";

const BODIES = [{ a: "b" }, {}, [], "", "text", null, false, 0];
const query = { a: [1, 2], b: { c: "é &" }, d: null, e: undefined, f: [], g: true, h: "a/b?c" };

const CASES: [string, Case][] = [
  ["headers of the client", { client: { headers: { "X-Own": "1", "X-List": [1, 2], "X-No": undefined } } }],
  [
    "headers of a call over those of the client",
    { client: { headers: { "X-Own": "1", A: "b" } }, init: { headers: { "X-Own": 0, A: null } } },
  ],
  ["headers of the client as an instance", { client: { headers: new Headers({ "X-Own": "1" }) } }],
  ["header parameters", { init: { params: { header: { "X-Own": 2 } } } }],
  ...BODIES.flatMap((body): [string, Case][] => [
    [`the body ${JSON.stringify(body)}`, { method: "POST", init: { body } }],
    [
      `the body ${JSON.stringify(body)} and a body serializer`,
      { method: "PUT", client: { bodySerializer: (value) => `<${JSON.stringify(value)}>` }, init: { body } },
    ],
    [
      `the body ${JSON.stringify(body)} and a content type of the client`,
      { method: "PATCH", client: { headers: { "content-type": "application/my-json" } }, init: { body } },
    ],
    [
      `the body ${JSON.stringify(body)} and no content type`,
      { method: "DELETE", client: { headers: { "content-type": null } }, init: { body } },
    ],
  ]),
  [
    "a form",
    { method: "POST", init: { body: { a: "b c" }, headers: { "Content-Type": "application/x-www-form-urlencoded" } } },
  ],
  ["an undefined body", { method: "POST", init: { body: undefined } }],
  [
    "a path serializer of the client",
    {
      path: "/a/{id}",
      client: { pathSerializer: (path, values) => path.replace("{id}", `[${values["id"]}]`) },
      init: { params: { path: { id: 7 } } },
    },
  ],
  [
    "path styles",
    {
      path: "/{a}/{b*}/{.c}/{.d*}/{;e}/{;f*}",
      init: { params: { path: { a: "x/y", b: [1, 2], c: [3], d: { e: 4 }, e: "é", f: { g: 5 } } } },
    },
  ],
  ["a query", { init: { params: { query } } }],
  [
    "query options of the client",
    { client: { querySerializer: { array: { style: "pipeDelimited", explode: false } } }, init: { params: { query } } },
  ],
  [
    "query options of both",
    {
      client: { querySerializer: { array: { style: "form", explode: false } } },
      init: { params: { query }, querySerializer: { object: { style: "form", explode: false } } },
    },
  ],
  ["allowReserved", { client: { querySerializer: { allowReserved: true } }, init: { params: { query } } }],
  ["a query serializer with a leading ?", { client: { querySerializer: () => "?z=1" } }],
  [
    "a query serializer of a call",
    { client: { querySerializer: () => "y=1" }, init: { querySerializer: () => "z=1" } },
  ],
  ["a Request class of the client", { client: { Request: OwnRequest } }],
  ["a Request class of a call, and a member of its own", { init: { Request: OwnRequest, tag: "own" } }],
  ["a member of its own", { init: { tag: "own" } }],
  [
    "another baseUrl, shown to middleware without a slash",
    { init: { baseUrl: "https://other.example/v3/" }, middleware: (log) => [watch(log)] },
  ],
  ["an empty baseUrl", { init: { baseUrl: "" } }],
  ["options of fetch", { client: { cache: "no-store" }, init: { credentials: "include", headers: { Cookie: "a=1" } } }],
  ...(["json", "text", "blob", "arrayBuffer", "stream"] as const).map((parseAs): [string, Case] => [
    `parseAs ${parseAs}`,
    { init: { parseAs }, middleware: (log) => [watch(log)] },
  ]),
  [
    "Content-Length: 0 of a chunked response",
    { reply: { body: "[1]", headers: { "Content-Length": "0", "Transfer-Encoding": "chunked" } } },
  ],
  ["Content-Length: 0", { reply: { body: "[1]", headers: { "Content-Length": "0" } } }],
  ["an empty response", { reply: { body: "" } }],
  ["no content", { method: "DELETE", reply: { status: 204 } }],
  ["HEAD", { method: "HEAD", reply: { headers: { "Content-Length": "42" } } }],
  ["OPTIONS", { method: "OPTIONS", init: { parseAs: "text" } }],
  ["an error", { reply: { status: 400, body: '{"code":1}' } }],
  ["an error that is no JSON", { reply: { status: 401, body: "<html>" } }],
  ["a response that is no JSON", { reply: { body: "<html>" } }],
  ["an error of fetch", { reply: FAILED, middleware: (log) => [watch(log)] }],
  [
    "an error of fetch that middleware replaces",
    { reply: FAILED, middleware: (log) => [watch(log), watch(log, { onError: () => new RangeError("mine") })] },
  ],
  [
    "an error of fetch that middleware makes a response",
    { reply: FAILED, middleware: (log) => [watch(log, { onError: () => Response.json({ total: 4 }) })] },
  ],
  [
    "a request that middleware replaces",
    {
      method: "POST",
      init: { body: { a: 1 } },
      middleware: (log) => [
        watch(log, {
          onRequest: ({ request }) =>
            new Request("https://x.example/", {
              method: "PUT",
              headers: { "X-Own": "2" },
              body: request.body,
              duplex: "half",
            } as RequestInit),
        }),
        watch(log),
      ],
    },
  ],
  [
    "a response that middleware returns",
    { middleware: (log) => [watch(log, { onRequest: () => Response.json({ total: 2 }) }), watch(log)] },
  ],
  [
    "a response that middleware replaces",
    { middleware: (log) => [watch(log, { onResponse: () => Response.json({ total: 3 }, { status: 400 }) })] },
  ],
  ["middleware that returns something else", { middleware: (log) => [watch(log, { onRequest: () => "text" })] }],
  ["middleware of a call", { init: { middleware: [{ onResponse: () => Response.json({ total: 5 }) }] } }],
  ["a method that fetch forbids", { method: "TRACE" }],
];

describe("a call by path", () => {
  it.each(CASES)("is that of openapi-fetch with %s", async (_, drawn) => {
    expect(await trace(ours, drawn)).toEqual(await trace(createFetchClient, drawn));
  });

  it("has no error for an error response without a body", async () => {
    const { outcome } = await trace(ours, { reply: { status: 500 } });
    expect(outcome).toMatchObject({ error: undefined, data: undefined, response: { status: 500 } });
  });

  it("returns the response that fetch returned", async () => {
    const made = Response.json({ total: 1 });
    const client = createClient({
      baseUrl: "http://h",
      projectId: "p",
      auth: { authenticate() {} },
      fetch: async () => made,
    });
    expect((await client.GET("/v1/{project_id}/vpc-endpoints")).response).toBe(made);
  });
});
