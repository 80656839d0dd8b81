import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send } from "../../../scripts/testing/http.ts";
import { startMock, type Mock } from "../dist/index.js";
import { verifySignature, type SignedRequest } from "../src/features/signature.ts";
import { PROJECT } from "./support/ask.ts";

const AK = "EXAMPLEACCESSKEY0001";
const SK = "example-secret-key-not-real-0001";
const NOW = Date.UTC(2023, 3, 1, 12);
const HOST = "vpcep.cn-north-4.myhuaweicloud.com";
const SERVICES = `/v1/${PROJECT}/vpc-endpoint-services`;

/** Requests signed by the vendor's SDK with a fixed date, and the signature it made. */
const vectors: [string, Omit<SignedRequest, "headers">, string][] = [
  [
    "without a query",
    { method: "GET", path: `${SERVICES}/4189d3c2-8882-4871-a3c2-d380272eed88`, search: "", body: Buffer.alloc(0) },
    "638025f926c23b13dae7f4a0896c7223b7c23dbe70e239658da87a8ccd03f50e",
  ],
  [
    "with a query to be escaped",
    {
      method: "GET",
      path: SERVICES,
      search:
        "status=available&limit=50&endpoint_service_name=my%20svc%2Ba%2Fb*~(1)%3D%C3%A9%E7%BB%88&offset=0&id=b-2&id=a+1&id=a%2B1",
      body: Buffer.alloc(0),
    },
    "4787e0f6370998ca4e53393e99a2a9235c91c03891ed3d48d460fa58412a492e",
  ],
  [
    "with a body that is not ASCII",
    {
      method: "POST",
      path: `${SERVICES}/4189d3c2-8882-4871-a3c2-d380272eed88/permissions/batch-create`,
      search: "",
      body: Buffer.from(
        '{"permissions":[{"permission":"iam:domain::5fc973eea581490997e82ea11a1df31f","description":"Zugriff für Köln – 测试"}]}',
      ),
    },
    "9e84f107fa97012299b4dac761b9a543409092ef0aa23f453d949471b3bfca5c",
  ],
];

function signed(
  request: Omit<SignedRequest, "headers">,
  signature: string,
  change: Record<string, string> = {},
): SignedRequest {
  const headers = {
    "content-type": "application/json",
    host: HOST,
    "x-project-id": PROJECT,
    "x-sdk-date": "20230401T120000Z",
    authorization: `SDK-HMAC-SHA256 Access=${AK}, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=${signature}`,
    ...change,
  };
  return { ...request, headers };
}

const keys = new Map([[AK, SK]]);

describe("a signature", () => {
  it.each(vectors)("is accepted on a request %s", (_, request, signature) => {
    expect(() => verifySignature(signed(request, signature), keys, NOW)).not.toThrow();
  });

  const [, request, signature] = vectors[2] as (typeof vectors)[number];
  const authorization = signed(request, signature).headers["authorization"] as string;
  it.each<[string, SignedRequest, number, string]>([
    ["of another body", signed({ ...request, body: Buffer.from("{}") }, signature), NOW, "does not match"],
    ["of another path", signed({ ...request, path: SERVICES }, signature), NOW, "does not match"],
    ["of another method", signed({ ...request, method: "PUT" }, signature), NOW, "does not match"],
    ["of another query", signed({ ...request, search: "limit=1" }, signature), NOW, "does not match"],
    ["of another project", signed(request, signature, { "x-project-id": "other" }), NOW, "does not match"],
    ["of 15 minutes and a second ago", signed(request, signature), NOW + 901_000, "15 minutes"],
    ["of 15 minutes and a second ahead", signed(request, signature), NOW - 901_000, "15 minutes"],
    ["without a date", signed(request, signature, { "x-sdk-date": "yesterday" }), NOW, "YYYYMMDDTHHMMSSZ"],
    [
      "of an unknown key",
      signed(request, signature, { authorization: authorization.replace(AK, "OTHER") }),
      NOW,
      "unknown",
    ],
    [
      "without a signed date",
      signed(request, signature, { authorization: authorization.replace(";x-sdk-date", "") }),
      NOW,
      "x-sdk-date must be signed",
    ],
    [
      "of the older credential form",
      signed(request, signature, { authorization: "SDK-HMAC-SHA256 Credential=AK/20230401/r/vpcep/sdk_request" }),
      NOW,
      "must be",
    ],
    [
      "of a header that was not sent",
      signed(request, signature, { authorization: authorization.replace("host;", "host;x-none;") }),
      NOW,
      "x-none is signed",
    ],
    ["in another form", signed(request, signature, { authorization: "Bearer token" }), NOW, "must be"],
  ])("%s is refused, and the secret key stays secret", (_, tampered, now, reason) => {
    let message = "accepted";
    try {
      verifySignature(tampered, keys, now);
    } catch (error) {
      expect(error).toMatchObject({ status: 401, code: "APIGW.0301" });
      ({ message } = error as Error);
    }
    expect(message).toContain(reason);
    expect(message).not.toContain(SK);
  });

  it("is not required where there is a token", () => {
    expect(() => verifySignature({ ...request, headers: { "x-auth-token": "token" } }, keys, NOW)).not.toThrow();
  });
});

describe("a mock that knows an access key", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ accessKey: [`${AK}:${SK}`] });
  });
  afterAll(() => mock.stop());

  /** Changes to a request after it is signed; only the date changes before. */
  interface Change {
    date?: string;
    query?: Record<string, string>;
    headers?: Record<string, string>;
    body?: object;
  }
  const stamp = (shift: number) => new Date(Date.now() + shift).toISOString().replace(/[-:]|\.\d+/g, "");

  /** Sends a request with the headers that the vendor's SDK signs it with. */
  async function sendSigned(
    method: string,
    path: string,
    query: object,
    body: unknown,
    secret = SK,
    change: Change = {},
  ) {
    const url = mock.url + path;
    const request = {
      method,
      url,
      endpoint: url,
      queryParams: query,
      data: body,
      headers: { "content-type": "application/json", ...(change.date && { "X-Sdk-Date": change.date }) },
    };
    const credentials = new BasicCredentials().withAk(AK).withSk(secret);
    const headers = AKSKSigner.sign(request as never, credentials) as Record<string, string>;
    const search = new URLSearchParams({ ...query, ...change.query }).toString();
    const content = change.body ?? body;
    return send(
      `${mock.url}${path}${search && `?${search}`}`,
      method,
      { ...headers, ...change.headers },
      content === undefined ? undefined : JSON.stringify(content),
    );
  }

  it("accepts what the vendor's SDK signs", async () => {
    expect((await sendSigned("GET", SERVICES, {}, undefined)).status).toBe(200);
    expect(
      (await sendSigned("GET", SERVICES, { limit: "5", endpoint_service_name: "a b*(c)" }, undefined)).status,
    ).toBe(200);
    const body = { action: "receive", endpoints: ["7a5f0c3b-2f2f-4a58-b0a7-3d9f6c1e4b52"] };
    expect(
      (await sendSigned("POST", `${SERVICES}/4189d3c2-8882-4871-a3c2-d380272eed88/connections/action`, {}, body))
        .status,
    ).toBe(200);
  });

  it("refuses what it signs with another secret key, in the gateway's form", async () => {
    const { status, body } = await sendSigned("GET", SERVICES, {}, undefined, "another");
    expect([status, JSON.parse(body)]).toEqual([
      401,
      {
        error_code: "APIGW.0301",
        error_msg: expect.stringContaining("does not match"),
        request_id: expect.any(String),
      },
    ]);
  });

  it.each<[string, Change, string]>([
    ["another body", { body: { description: "y" } }, "does not match"],
    ["another query", { query: { limit: "1" } }, "does not match"],
    [
      "another header that is signed",
      { headers: { "content-type": "application/json;charset=utf-8" } },
      "does not match",
    ],
    ["a date of 16 minutes ago", { date: stamp(-16 * 60_000) }, "15 minutes"],
    ["a date in 16 minutes", { date: stamp(16 * 60_000) }, "15 minutes"],
  ])("refuses what the vendor's SDK signs, with %s", async (_, change, reason) => {
    const path = `${SERVICES}/4189d3c2-8882-4871-a3c2-d380272eed88`;
    const whole = await sendSigned("PUT", path, {}, { description: "x" }, SK, { date: stamp(-14 * 60_000) });
    const { status, body } = await sendSigned("PUT", path, {}, { description: "x" }, SK, change);
    expect([whole.status, status, JSON.parse(body)]).toMatchObject([
      200,
      401,
      { error_code: "APIGW.0301", error_msg: expect.stringContaining(reason) },
    ]);
  });

  it("accepts a token as before, and requires neither where no credentials are needed", async () => {
    expect((await send(mock.url + SERVICES, "GET", { "X-Auth-Token": "token" })).status).toBe(200);
    expect((await send(mock.url + SERVICES, "GET")).status).toBe(401);
    expect((await send(`${mock.url}/`, "GET", { Authorization: "garbage" })).status).toBe(200);
  });
});
