import { describe, expect, it } from "vitest";
import { checkClientOptions } from "../../../scripts/artifacts/client-options/check.ts";
import { checkCodes, checkErrors, checkPagination, checkWaiters } from "../../../scripts/artifacts/pagination/check.ts";
import { checkOperations } from "../../../scripts/artifacts/operations/check.ts";
import { checkTypes } from "../../../scripts/artifacts/types/check.ts";
import { bundle, plant, readFile } from "../../../scripts/testing/bundle.ts";

const schema = readFile("packages/client/src/generated/schema.ts");
const operations = readFile("packages/client/src/generated/operations.ts");
const options = readFile("packages/client/src/generated/client-options.ts");

describe("the types", () => {
  it("say what the description says", () => {
    expect(checkTypes(bundle, schema)).toEqual([]);
  });

  it.each([
    ["a property that is gone", /\n +approval_enabled\?: boolean;/, "", "schema EndpointService is"],
    [
      "a property that is no longer optional",
      "approval_enabled?: boolean",
      "approval_enabled: boolean",
      "schema EndpointService is",
    ],
    [
      "a property of another type",
      "approval_enabled?: boolean",
      "approval_enabled?: string",
      "schema EndpointService is",
    ],
    ["a value missing from a closed set", '"creating" | "available"', '"available"', "schema EndpointServiceStatus is"],
    [
      "a list that became one object",
      /error\?: components\["schemas"\]\["ErrorDetail"\]\[\]/,
      'error?: components["schemas"]["ErrorDetail"]',
      "schema EndpointService is",
    ],
    [
      "an operation under another name",
      /^ {4}listServiceDetails: \{/m,
      "    showService: {",
      "operation listServiceDetails is missing",
    ],
    [
      "an answer that is gone",
      /\n +404: components\["responses"\]\["NotFound"\];/,
      "",
      "operation listServiceDetails, answer 404 is missing",
    ],
    [
      "a path that is gone",
      /^ {4}"\/v1\/\{project_id\}\/vpc-endpoint-services\/\{vpc_endpoint_service_id\}": /m,
      '    "/elsewhere": ',
      "path /elsewhere get is not in the description",
    ],
  ])("are caught with %s", (_, from, to, problem) => {
    expect(checkTypes(bundle, plant(schema, from, to)).join("\n")).toContain(problem);
  });
});

describe("the operation table", () => {
  it("names exactly the operations that the description has, with their addresses and parameters", () => {
    expect(checkOperations(bundle, operations)).toEqual([]);
  });

  it.each([
    [
      "another method",
      '"listServiceDetails", "GET"',
      '"listServiceDetails", "PUT"',
      "listServiceDetails does not call",
    ],
    [
      "another path",
      /(?<="GET", ")\/v1\/\{project_id\}\/vpc-endpoint-services\/\{vpc_endpoint_service_id\}(?=")/,
      "/v2",
      "listServiceDetails does not call",
    ],
    ["another name", "function listServiceDetails(", "function showService(", "listServiceDetails has no function"],
    [
      "a parameter that may be left out",
      '  vpc_endpoint_service_id: operations["listServiceDetails"]',
      '  vpc_endpoint_service_id?: operations["listServiceDetails"]',
      "listServiceDetails takes",
    ],
    [
      "another answer",
      'operations["listServiceDetails"]["responses"][200]',
      'operations["listServiceDetails"]["responses"][404]',
      "listServiceDetails returns operations",
    ],
  ])("is caught with %s", (_, from, to, problem) => {
    expect(checkOperations(bundle, plant(operations, from, to)).join("\n")).toContain(problem);
  });
});

describe("the client options", () => {
  it("are the servers, parameters and version of the description", async () => {
    expect(await checkClientOptions(bundle, options)).toEqual([]);
  });

  it.each([
    ["a region that is gone", /(?<=region: ".*)cn-north-4 /, "", "/servers/0/1/region"],
    ["a region without a type", /\n +\| "cn-north-4"/, "", 'no type for "cn-north-4"'],
    ["another host", ".myhuaweicloud.eu", ".myhuaweicloud.com", "/servers/1/0"],
    ["another option", '"projectId"', '"project"', "/clientParameters/project_id"],
    ["another version", /specVersion = "[^"]+"/, 'specVersion = "9.9.9"', "/specVersion"],
  ])("are caught with %s", async (_, from, to, place) => {
    expect((await checkClientOptions(bundle, plant(options, from, to))).join("\n")).toContain(place);
  });
});

describe.each([
  [
    "pagination",
    checkPagination,
    [
      ["a list that is gone", "export function listEndpoints(", "function gone(", "listEndpoints has no function"],
      ["items elsewhere", '"items":["connections"]', '"items":["links"]', "listServiceConnections is without"],
      ["an offset in the query", '{"in":"body"', '{"in":"query"', "listResourceInstances is without"],
    ],
  ],
  [
    "waiters",
    checkWaiters,
    [
      [
        "another state for success",
        '"success":["available"]',
        '"success":["failed"]',
        'endpointServiceAvailable is without "success"',
      ],
      ["another pause", '"interval":3000', '"interval":3', "is without"],
      [
        "a waiter of nothing",
        "export function endpointSettled(",
        "function endpointDone(",
        "endpointDone is not in the description",
      ],
    ],
  ],
  [
    "errors",
    checkErrors,
    [
      ["a status that is gone", "statusError(404)", "statusError(405)", "status 404 has no class"],
      ["a status that nobody describes", "statusError(404)", "statusError(418)", "status 418 has a class too many"],
    ],
  ],
  ["error-codes", checkCodes, [["a code that is gone", '"EndPoint.0006" | ', "", "has the error codes"]]],
] as [string, (document: typeof bundle, source: string) => string[], [string, string, string, string][]][])(
  "%s.ts",
  (name, check, faults) => {
    const source = readFile(`packages/client/src/generated/${name}.ts`);

    it("says what the description says", () => {
      expect(check(bundle, source)).toEqual([]);
    });

    it.each(faults)("is caught with %s", (_, from, to, problem) => {
      expect(check(bundle, plant(source, from, to)).join("\n")).toContain(problem);
    });
  },
);

it("names a long-running operation whose waiter there is not", () => {
  const document = structuredClone(bundle);
  const operation = document.paths?.["/v1/{project_id}/vpc-endpoints"]?.["post"] as Record<string, object>;
  Object.assign(operation["x-long-running"] ?? {}, { waiter: "endpointGone" });
  expect(checkWaiters(document, readFile("packages/client/src/generated/waiters.ts")).join()).toContain(
    "createEndpoint is to be waited for by endpointGone",
  );
});
