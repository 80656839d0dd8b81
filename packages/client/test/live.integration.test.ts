import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, findProjectId, passwordAuth, tokenAuth, VpcepConnectionError, VpcepError } from "@vpcep/client";
import { listServiceDetails } from "@vpcep/client/operations";
import { jsonContent, listOperations } from "../../../scripts/core/document.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";
import { send } from "../../../scripts/testing/http.ts";
import { startMockProcess, type MockProcess } from "../../../scripts/testing/start-mock.ts";

const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";
const SERVICE = "4189d3c2-8882-4871-a3c2-d380272eed88";
const PATH = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";

const details = listOperations(bundle).find(({ operationId }) => operationId === "listServiceDetails");
const example = jsonContent(bundle, details?.responses["200"])?.examples["ListServiceDetailsResponse"]?.value;
const errors = Object.entries(details?.responses ?? {}).filter(([status]) => status >= "400");

let mock: MockProcess;
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(() => mock.stop());

const client = (token = "secret-token") =>
  createClient({ baseUrl: mock.url, projectId: PROJECT, auth: tokenAuth(token), retry: { baseDelay: 0 } });

/** The error that a call ends with. */
async function failure(call: Promise<unknown>): Promise<VpcepError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(VpcepError);
  return error as VpcepError;
}

describe("a call by operationId", () => {
  it("returns the documented response", async () => {
    const service = await listServiceDetails(client(), { vpc_endpoint_service_id: SERVICE });
    expect(service).toEqual(example);
    expect(service.ports?.map((port) => port.client_port)).toEqual([8080, 8081]);
  });

  // `fetch` hides a response of status 407: the Fetch standard makes a network error of it.
  const visible = errors.filter(([status]) => status !== "407");

  it.each(visible)("throws the documented error %s", async (status, response) => {
    const documented = Object.values(jsonContent(bundle, response)?.examples ?? {})[0]?.value;
    const error = await failure(
      listServiceDetails(client(), { vpc_endpoint_service_id: SERVICE }, { headers: { Prefer: `code=${status}` } }),
    );
    expect(error.status).toBe(Number(status));
    expect({
      error: { code: error.code, message: (error.body as { error: { message: string } }).error.message },
    }).toEqual(documented);
    expect(error.operationId).toBe("listServiceDetails");
  });

  it("throws the documented error 407 where the fetch handed in shows it", async () => {
    const call = listServiceDetails(
      client(),
      { vpc_endpoint_service_id: SERVICE },
      { headers: { Prefer: "code=407" } },
    );
    await expect(call).rejects.toThrow(VpcepConnectionError);
    const fetch = async ({ method, url, headers }: Request) => {
      const response = await send(url, method, Object.fromEntries(headers));
      return new Response(response.body, { status: response.status });
    };
    const shown = createClient({ baseUrl: mock.url, projectId: PROJECT, auth: tokenAuth("t"), fetch });
    const error = await failure(
      listServiceDetails(shown, { vpc_endpoint_service_id: SERVICE }, { headers: { Prefer: "code=407" } }),
    );
    expect([error.status, error.code]).toEqual([407, "EndPoint.0003"]);
  });

  it("covers the 14 error statuses of the page", () => {
    expect(errors.map(([status]) => Number(status))).toEqual([
      400, 401, 403, 404, 405, 406, 407, 408, 409, 500, 501, 502, 503, 504,
    ]);
  });

  it("is refused with 400 where an id is too long", async () => {
    const error = await failure(listServiceDetails(client(), { vpc_endpoint_service_id: "x".repeat(65) }));
    expect([error.status, error.code]).toEqual([400, "EndPoint.3062"]);
    expect(await listServiceDetails(client(), { vpc_endpoint_service_id: "x".repeat(64) })).toEqual(example);
  });

  it("is refused with 401 where the token is missing", async () => {
    const anonymous = createClient({ baseUrl: mock.url, projectId: PROJECT, auth: { authenticate() {} } });
    const error = await failure(listServiceDetails(anonymous, { vpc_endpoint_service_id: SERVICE }));
    expect([error.status, error.code]).toEqual([401, "EndPoint.0003"]);
  });

  it.each(["", ".", ".."])("does not send a request to another resource for the id %j", async (id) => {
    await expect(listServiceDetails(client(), { vpc_endpoint_service_id: id })).rejects.toThrow(
      'path parameter "vpc_endpoint_service_id" must not be',
    );
  });

  it("ends with the reason of its signal", async () => {
    const call = listServiceDetails(
      client(),
      { vpc_endpoint_service_id: SERVICE },
      { signal: AbortSignal.abort("enough") },
    );
    await expect(call).rejects.toBe("enough");
  });
});

describe("an IAM user's password", () => {
  it("finds the project, authenticates calls, and fetches another token after a 401", async () => {
    const sent: string[] = [];
    const fetch = async (request: Request) => {
      const response = await globalThis.fetch(request);
      sent.push(`${request.method} ${new URL(request.url).pathname} ${response.status}`);
      return response;
    };
    const region = "cn-north-4";
    const user = { domain: "account", user: "name", password: "secret-password", project: region };
    const auth = passwordAuth({ ...user, iamEndpoint: mock.url });
    const projectId = await findProjectId({ auth, region, iamEndpoint: mock.url, fetch });
    expect(projectId).toBe(PROJECT);
    const fault = { operation: "listServiceDetails", status: 401, times: 1 };
    await send(`${mock.url}/__mock/faults`, "POST", { "Content-Type": "application/json" }, JSON.stringify(fault));
    const named = createClient({ baseUrl: mock.url, projectId, auth, fetch });
    expect(await listServiceDetails(named, { vpc_endpoint_service_id: SERVICE })).toEqual(example);
    const [login, path] = ["POST /v3/auth/tokens 201", `GET ${PATH.replace("{project_id}", PROJECT)}`];
    const call = path.replace("{vpc_endpoint_service_id}", SERVICE);
    expect(sent).toEqual([login, "GET /v3/projects 200", `${call} 401`, login, `${call} 200`]);
  });
});

describe("a call by path", () => {
  it("returns data, and fills in the project", async () => {
    const { data, response } = await client().GET(PATH, { params: { path: { vpc_endpoint_service_id: SERVICE } } });
    expect(data).toEqual(example);
    expect(response.url).toBe(`${mock.url}/v1/${PROJECT}/vpc-endpoint-services/${SERVICE}`);
  });

  it("uses the project that the call names", async () => {
    const path = { project_id: "other", vpc_endpoint_service_id: SERVICE };
    const { response } = await client().GET(PATH, { params: { path } });
    expect(response.url).toContain("/v1/other/");
  });

  it("returns the error", async () => {
    const headers = { Prefer: "code=404" };
    const { data, error } = await client().GET(PATH, {
      params: { path: { vpc_endpoint_service_id: SERVICE } },
      headers,
    });
    expect(data).toBeUndefined();
    expect(error?.error?.code).toBe("EndPoint.0005");
  });
});

describe("an error", () => {
  const response = (body: string, headers: Record<string, string> = {}) =>
    createClient({
      baseUrl: "http://127.0.0.1:1",
      projectId: PROJECT,
      auth: tokenAuth("t"),
      fetch: async () => new Response(body, { status: 401, statusText: "Unauthorized", headers }),
    });
  const call = (target: ReturnType<typeof response>) =>
    failure(listServiceDetails(target, { vpc_endpoint_service_id: SERVICE }));

  it("is read in the form of the gateway too", async () => {
    const error = await call(
      response('{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information","request_id":"r-1"}'),
    );
    expect([error.code, error.requestId]).toEqual(["APIGW.0301", "r-1"]);
    expect(error.message).toBe("listServiceDetails: 401 APIGW.0301 Incorrect IAM authentication information");
  });

  it("carries the request id of the header", async () => {
    const error = await call(response('{"error":{"code":"EndPoint.0003","message":"No."}}', { "X-Request-Id": "r-2" }));
    expect(error.requestId).toBe("r-2");
  });

  it("is one where the body is no JSON", async () => {
    const error = await call(response("<html>"));
    expect([error.status, error.code, error.body]).toEqual([401, undefined, "<html>"]);
  });
});

describe("creating a client", () => {
  const base = { projectId: PROJECT, auth: tokenAuth("secret-token") };

  it("finds the host of a region", async () => {
    const urls: string[] = [];
    const fetch = async ({ url }: Request) => {
      urls.push(url);
      return Response.json({});
    };
    for (const region of ["cn-north-4", "eu-west-101", "tr-central-201"]) {
      await listServiceDetails(createClient({ ...base, region, fetch }), { vpc_endpoint_service_id: SERVICE });
    }
    expect(urls).toEqual([
      `https://vpcep.cn-north-4.myhuaweicloud.com/v1/${PROJECT}/vpc-endpoint-services/${SERVICE}`,
      `https://vpcep.eu-west-101.myhuaweicloud.eu/v1/${PROJECT}/vpc-endpoint-services/${SERVICE}`,
      // A region that the description does not have.
      `https://vpcep.tr-central-201.myhuaweicloud.com/v1/${PROJECT}/vpc-endpoint-services/${SERVICE}`,
    ]);
  });

  it.each(["cn_north_4", "CN-NORTH-4", "cn-north-4/", "Beijing"])("refuses %s as a region", (region) => {
    expect(() => createClient({ ...base, region })).toThrow(`region must be like "cn-north-4", not "${region}"`);
  });

  it("requires a region or an address, and not both", () => {
    expect(() => createClient(base)).toThrow("needs region or baseUrl, not both");
    expect(() => createClient({ ...base, region: "cn-north-4", baseUrl: "http://127.0.0.1" })).toThrow(
      "region or baseUrl, not both",
    );
  });

  it("does not show the token when it is printed", () => {
    expect(inspect(createClient({ ...base, region: "cn-north-4" }), { depth: 9, showHidden: true })).not.toContain(
      "secret-token",
    );
  });
});
