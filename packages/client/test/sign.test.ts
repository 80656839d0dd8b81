import { createRequire } from "node:module";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { signRequest } from "@vpcep/client/auth";
import vectors from "./support/signing-vectors.json" with { type: "json" };

const KEY = { accessKeyId: "EXAMPLEACCESSKEY0001", secretAccessKey: "example-secret-key-not-real-0001" };

/** The vendor's published signer. */
const { AKSKSigner } = createRequire(import.meta.url)("@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js") as {
  AKSKSigner: { sign(request: object, credential: object): Record<string, string> };
};

afterEach(() => vi.unstubAllGlobals());

describe.each(["node:crypto", "WebCrypto"])("the signature by %s", (crypto) => {
  const useCrypto = () => {
    if (crypto === "WebCrypto") vi.stubGlobal("process", { ...process, getBuiltinModule: undefined });
  };

  it.each(vectors)("is that of the vector $name", async ({ method, url, headers, body, authorization }) => {
    useCrypto();
    const signed = await signRequest({ method, url, headers: headers as unknown as Record<string, string>, body }, KEY);
    expect(signed["Authorization"]).toBe(authorization);
  });

  it.each(["url", "body", "method"] as const)("changes with the %s", async (part) => {
    useCrypto();
    const [vector] = vectors;
    if (!vector) throw new Error("there is no vector");
    const changed = { ...vector, [part]: part === "method" ? "PUT" : `${vector[part]}x` };
    const { Authorization } = await signRequest(
      { ...changed, headers: vector.headers as unknown as Record<string, string> },
      KEY,
    );
    expect(Authorization).toMatch(
      /^SDK-HMAC-SHA256 Access=EXAMPLEACCESSKEY0001, SignedHeaders=[a-z;-]+, Signature=[0-9a-f]{64}$/,
    );
    expect(Authorization).not.toBe(vector.authorization);
  });
});

const SEED = Number(process.env["FUZZ_SEED"] ?? 20221213);
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 300);

/** Text of everything that may need escaping: reserved and other characters, of one to four bytes. */
const textOf = (characters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...characters), { maxLength }).map((list) => list.join(""));
const RESERVED = "az09-._~!$&()*+,;=:@é終\uffe5🙂";
// The vendor's signer escapes these once more in a path, and refuses the dot segments that every URL loses.
const segment = textOf(RESERVED, 6).filter((text) => !/^\.{1,2}$/.test(text));
const value = textOf(`${RESERVED} /?#[]'"%<>\\^{|}`, 8);
const drawn = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH"),
  // Among them: no path, a trailing slash and empty segments.
  path: fc.array(segment, { maxLength: 4 }).map((segments) => segments.map((text) => `/${text}`).join("")),
  query: fc.dictionary(
    textOf(`${RESERVED} /?#[]'%`, 4),
    fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 })),
  ),
  headers: fc.dictionary(fc.stringMatching(/^X-[A-Za-z0-9-]{1,4}$/), fc.stringMatching(/^[!-~]([ -~]{0,6}[!-~])?$/), {
    maxKeys: 4,
  }),
  contentType: fc.constantFrom("application/json", "application/json;charset=UTF-8", undefined),
  data: fc.option(fc.oneof(fc.dictionary(value, fc.jsonValue()), fc.array(fc.jsonValue())), { nil: undefined }),
  // A block of SHA-256 has 64 bytes.
  secret: fc.oneof(
    fc.stringMatching(/^[!-~]{1,64}$/),
    fc.stringMatching(/^[!-~]{63,130}$/),
    fc.string({ unit: "grapheme", minLength: 1 }),
  ),
});

describe("the vendor's signer", () => {
  const property = (change: (path: string) => string = (path) => path) =>
    fc.asyncProperty(drawn, async ({ method, path, query, headers: given, contentType, data, secret }) => {
      const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
      fc.pre(names.size === Object.keys(given).length);
      const origin = "https://vpcep.cn-north-4.myhuaweicloud.com";
      const headers = {
        ...given,
        ...(contentType && { "content-type": contentType }),
        "X-Sdk-Date": "20230401T120000Z",
      };
      const theirs = AKSKSigner.sign(
        { endpoint: origin + path, method, queryParams: structuredClone(query), headers: { ...headers }, data },
        { getAk: () => KEY.accessKeyId, getSk: () => secret },
      );
      const search = Object.entries(query).flatMap(([name, item]) =>
        [item].flat().map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`),
      );
      const url = `${origin}${change(path)}${search.length ? `?${search.join("&")}` : ""}`;
      const ours = await signRequest(
        { method, url, headers, body: data && JSON.stringify(data) },
        { ...KEY, secretAccessKey: secret },
      );
      expect(ours["Authorization"]).toBe(theirs["Authorization"]);
    });

  it(`signs ${RUNS} drawn requests alike (seed ${SEED})`, () => fc.assert(property(), { seed: SEED, numRuns: RUNS }));

  it("differs where one side signs another path", async () => {
    expect(
      (
        await fc.check(
          property((path) => `${path}y`),
          { seed: SEED, numRuns: 5 },
        )
      ).failed,
    ).toBe(true);
  });
});

describe("signRequest", () => {
  const url = "https://ecs.eu-west-101.myhuaweicloud.eu/v1/p/servers?b=2&a=1";

  it("signs every header it is given, and host and X-Sdk-Date, and adds the security token", async () => {
    const headers = { "User-Agent": "mine/1", "X-Trace": " padded " };
    const signed = await signRequest(
      { method: "get", url, headers },
      { ...KEY, securityToken: "st" },
      new Date("2023-04-01T12:00:00.789Z"),
    );
    expect(signed).toEqual({
      ...headers,
      "X-Sdk-Date": "20230401T120000Z",
      "X-Security-Token": "st",
      Authorization: expect.stringContaining("SignedHeaders=host;user-agent;x-sdk-date;x-security-token;x-trace, "),
    });
  });

  it("uses the body's hash and the host that it is given", async () => {
    const at = new Date("2023-04-01T12:00:00Z");
    const sign = (headers: Record<string, string>, body = "{}") =>
      signRequest({ method: "POST", url, headers, body }, KEY, at);
    const unsigned = { "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD" };
    expect((await sign(unsigned, "a"))["Authorization"]).toBe((await sign(unsigned, "b"))["Authorization"]);
    expect((await sign({}, "a"))["Authorization"]).not.toBe((await sign({}, "b"))["Authorization"]);
    expect((await sign({ Host: "other" }))["Authorization"]).not.toBe((await sign({}))["Authorization"]);
  });

  it("signs an escaped path as one that the URL class escapes", async () => {
    const sign = async (path: string) =>
      (await signRequest({ method: "GET", url: `https://h.example/${path}` }, KEY, new Date(0)))["Authorization"];
    expect(await sign("a%20b/%C3%A9")).toBe(await sign("a b/é"));
    expect(await sign("a%2Fb")).not.toBe(await sign("a/b"));
    await expect(sign("100%")).rejects.toThrow(URIError);
  });

  it("signs bytes as it signs text", async () => {
    const sign = (body: string | Uint8Array<ArrayBuffer>) =>
      signRequest({ method: "POST", url, body }, KEY, new Date(0));
    const bytes = new TextEncoder().encode("aéb");
    for (const body of [bytes.subarray(1, 3), bytes.slice(1, 3).buffer, new DataView(bytes.buffer, 1, 2)])
      expect(await sign(body as never)).toEqual(await sign("é"));
  });

  it("names WebCrypto where a page lacks it", async () => {
    vi.stubGlobal("process", undefined);
    vi.stubGlobal("crypto", {});
    await expect(signRequest({ method: "GET", url }, KEY)).rejects.toThrow(
      "WebCrypto is missing; browsers provide it on https pages only",
    );
  });
});
