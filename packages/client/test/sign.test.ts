import { createRequire } from "node:module";
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

  it.each(["url", "body", "method"] as const)("is another one where the %s is", async (part) => {
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

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) yield (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** A request with everything that may need escaping, in the forms of both signers. */
function generated(seed: number) {
  const random = numbers(seed);
  const next = (below: number) => Math.floor((random.next().value as number) * below);
  const text = (alphabet: string, length: number) =>
    Array.from({ length }, () => [...alphabet][next([...alphabet].length)]).join("");
  const query: Record<string, string | string[]> = {};
  for (let count = next(5); count > 0; count--) {
    const value = () => text("az09-._~ +*/?#[]@!$&'(),;=:%é终🙂", next(12));
    query[text("abcxyz_-.", 1 + next(6))] = next(3) ? value() : [value(), value(), value()];
  }
  const headers: Record<string, string> = { "content-type": "application/json", "X-Sdk-Date": "20230401T120000Z" };
  for (let count = next(4); count > 0; count--)
    headers[`X-${text("ABCdef", 4)}`] = text("abc 123,;=/", 8).trim() || "-";
  const method = ["GET", "POST", "PUT", "DELETE"][next(4)] as string;
  const data = method.startsWith("P") ? { name: text('aé终🙂"\\\n', 10), list: [next(100)] } : undefined;
  const path = `/v1/${text("0123456789abcdef", 32)}/${text("abc-~_.", 8)}x`;
  return { method, path, query, headers, data };
}

describe("the vendor's signer", () => {
  const sign = async (seed: number, change: (path: string) => string = (path) => path) => {
    const { method, path, query, headers, data } = generated(seed);
    const origin = "https://vpcep.cn-north-4.myhuaweicloud.com";
    const theirs = AKSKSigner.sign(
      { endpoint: origin + path, method, queryParams: structuredClone(query), headers: { ...headers }, data },
      { getAk: () => KEY.accessKeyId, getSk: () => KEY.secretAccessKey },
    );
    const search = Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item)}`),
    );
    const url = `${origin}${change(path)}${search.length ? `?${search.join("&")}` : ""}`;
    const ours = await signRequest({ method, url, headers, body: data && JSON.stringify(data) }, KEY);
    return [ours["Authorization"], theirs["Authorization"]];
  };

  it("signs 500 generated requests alike", async () => {
    for (let seed = 1; seed <= 500; seed++) {
      const [ours, theirs] = await sign(seed);
      expect(ours, `request ${seed}`).toBe(theirs);
    }
  });

  it("differs where one side signs another path", async () => {
    const [ours, theirs] = await sign(1, (path) => `${path}y`);
    expect(ours).not.toBe(theirs);
  });
});

describe("signing", () => {
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
