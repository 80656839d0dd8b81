import * as fc from "fast-check";
import createFetchClient, { type ClientOptions as FetchOptions } from "openapi-fetch";
import { expect, it } from "vitest";
import { FAILED, ours, trace, watch, type Case, type Reply } from "./support/trace.ts";

const SEED = Number(process.env["FUZZ_SEED"] ?? 20221213);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);

const text = fc.string({ unit: "grapheme", maxLength: 8 });
const segment = text.filter((value) => !/^\.{0,2}$/.test(value));
const scalar = fc.oneof(text, fc.integer(), fc.boolean());
const name = fc.stringMatching(/^[a-z]{1,5}$/);
const header = fc.dictionary(
  fc.stringMatching(/^X-[A-Z]{1,3}$/),
  fc.oneof(fc.stringMatching(/^[a-z]{0,5}$/), fc.integer(), fc.constant(null)),
  { maxKeys: 3 },
);
const querySerializer = fc.oneof(
  fc.constant(undefined),
  fc.record({ allowReserved: fc.boolean() }),
  fc.record({
    array: fc.record({ style: fc.constantFrom("form", "spaceDelimited", "pipeDelimited"), explode: fc.boolean() }),
  }),
  fc.record({ object: fc.record({ style: fc.constantFrom("form", "deepObject"), explode: fc.boolean() }) }),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const reply: fc.Arbitrary<Reply> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      status: fc.constantFrom(200, 201, 400, 401, 404, 503),
      body: fc.constantFrom('{"total":1}', "[]", "null", "<html>", "7"),
      headers: fc.constantFrom({}, { "Content-Length": "7" }, { "Content-Type": "text/plain" }),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Reply>({ status: 204 }, { body: "" }, { status: 304 }, FAILED) },
);
const layer = fc.constantFrom<Parameters<typeof watch>[1]>(
  {},
  { onRequest: ({ request }) => (request.headers.set("X-Own", "layer"), request) },
  { onRequest: () => Response.json({ layer: 1 }) },
  { onResponse: ({ response }) => new Response(response.body, { status: 299, headers: { A: "b" } }) },
  { onError: () => new RangeError("layer") },
  { onResponse: () => Promise.reject(new RangeError("layer")) },
);

const drawn: fc.Arbitrary<Case> = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"),
    values: fc.array(fc.oneof(segment, fc.integer(), fc.array(fc.integer(), { minLength: 1, maxLength: 3 })), {
      maxLength: 3,
    }),
    styles: fc.array(fc.constantFrom("{#}", "{#*}", "{.#}", "{;#}", "{;#*}"), { minLength: 3, maxLength: 3 }),
    client: fc.record({ headers: optional(header), querySerializer }),
    query: optional(
      fc.dictionary(
        name,
        fc.oneof(
          scalar,
          fc.array(scalar, { maxLength: 3 }),
          fc.dictionary(name, scalar, { maxKeys: 2 }),
          fc.constant(null),
        ),
        { maxKeys: 4 },
      ),
    ),
    body: optional(fc.jsonValue({ maxDepth: 2 })),
    headers: optional(header),
    callSerializer: querySerializer,
    parseAs: fc.constantFrom(undefined, "json", "text", "blob", "arrayBuffer", "stream"),
    layers: fc.array(layer, { maxLength: 2 }),
    tag: optional(name),
    reply,
  })
  .map(
    ({
      method,
      values,
      styles,
      client,
      query: values2,
      body,
      headers,
      callSerializer,
      parseAs,
      layers,
      tag,
      reply: response,
    }) => ({
      method,
      path: ["/a", ...values.map((_, index) => (styles[index] ?? "").replace("#", `p${index}`))].join("/"),
      client: client as FetchOptions,
      init: {
        params: {
          ...(values.length && { path: Object.fromEntries(values.map((value, index) => [`p${index}`, value])) }),
          query: values2,
        },
        ...(method !== "GET" && method !== "HEAD" && { body }),
        headers,
        querySerializer: callSerializer,
        parseAs,
        ...(tag && { tag }),
      },
      ...(layers.length && { middleware: (log: unknown[]) => layers.map((more) => watch(log, more)) }),
      reply: response,
    }),
  );

it(`agrees with openapi-fetch on ${RUNS} drawn calls (seed ${SEED})`, async () => {
  const sendOwn = fc.asyncProperty(drawn, async (one) => {
    expect(await trace(ours, one)).toEqual(await trace(createFetchClient, one));
  });
  await fc.assert(sendOwn, { seed: SEED, numRuns: RUNS });
});

it("would show a client that sends something else", async () => {
  const planted = (options: FetchOptions) =>
    ours({ ...options, querySerializer: { array: { style: "form", explode: false } } });
  const property = fc.asyncProperty(drawn, async (one) => {
    expect(await trace(planted, one)).toEqual(await trace(createFetchClient, one));
  });
  expect((await fc.check(property, { seed: SEED, numRuns: RUNS })).failed).toBe(true);
});
