// The page "Querying details of a VPC endpoint service" stands above every other source for its operation (see spec/README.md). Its
// facts are repeated here, so that no later edit loses one.
import { describe, expect, it } from "vitest";
import { jsonContent, listOperations, resolve, type Schema } from "../../scripts/core/document.ts";
import { bundle } from "../../scripts/testing/bundle.ts";

const operation = listOperations(bundle).find(({ operationId }) => operationId === "listServiceDetails");
const schemaOf = (status: string) =>
  resolve<Schema>(bundle, jsonContent(bundle, operation?.responses[status])?.schema ?? {});

/** Returns the type, enum, bounds and default of a schema, including the bounds that are stated but not enforced. */
function facts(schema: Schema | undefined): Record<string, unknown> {
  const resolved = resolve<Schema>(bundle, schema ?? {});
  const all: Record<string, unknown> = { ...resolved, ...(resolved["x-documented-limits"] as object | undefined) };
  const kept = [
    "type",
    "enum",
    "default",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "deprecated",
  ];
  return Object.fromEntries(kept.filter((key) => all[key] !== undefined).map((key) => [key, all[key]]));
}

const TEXT = { type: "string" };
const TIME = { type: "string", format: "date-time" };
const PORT = { type: "integer", minimum: 1, maximum: 65535 };

describe("the operation", () => {
  it("has the documented path and parameters", () => {
    expect([operation?.method, operation?.path]).toEqual([
      "GET",
      "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    ]);
    const parameters = operation?.parameters.map(({ name, in: place, required, schema }) => ({
      name,
      place,
      required,
      ...facts(schema),
    }));
    expect(parameters).toEqual([
      { name: "project_id", place: "path", required: true, type: "string", minLength: 1, maxLength: 64 },
      { name: "vpc_endpoint_service_id", place: "path", required: true, type: "string", minLength: 1, maxLength: 64 },
    ]);
  });

  it("accepts a token of 1 to 2048 characters, or a signature", () => {
    expect(operation?.security).toEqual([{ Token: [] }, { AccessKey: [] }]);
    expect(bundle.components?.["securitySchemes"]?.["Token"]).toMatchObject({
      type: "apiKey",
      in: "header",
      name: "X-Auth-Token",
      "x-documented-limits": { minLength: 1, maxLength: 2048 },
    });
  });

  it("has the documented status codes, each with a description of its own", () => {
    const statuses = [
      "200",
      "400",
      "401",
      "403",
      "404",
      "405",
      "406",
      "407",
      "408",
      "409",
      "500",
      "501",
      "502",
      "503",
      "504",
    ];
    expect(Object.keys(operation?.responses ?? {})).toEqual(statuses);
    const meanings = Object.values(operation?.responses ?? {}).map(({ description }) => description);
    expect(new Set(meanings).size).toBe(statuses.length);
    expect(meanings.every((meaning) => meaning.length > 20)).toBe(true);
  });
});

describe("the response 200", () => {
  const { properties = {} } = schemaOf("200");

  it.each<[string, Record<string, unknown>]>([
    ["id", TEXT],
    ["port_id", { ...TEXT, format: "uuid" }],
    ["vip_port_id", { ...TEXT, deprecated: true }],
    ["service_name", { ...TEXT, minLength: 0, maxLength: 16 }],
    ["server_type", { ...TEXT, enum: ["VM", "VIP", "LB"] }],
    ["vpc_id", TEXT],
    ["approval_enabled", { type: "boolean" }],
    ["status", { ...TEXT, enum: ["creating", "available", "failed", "deleting"] }],
    ["service_type", { ...TEXT, enum: ["gateway", "interface"] }],
    ["created_at", TIME],
    ["updated_at", TIME],
    ["project_id", TEXT],
    ["cidr_type", { ...TEXT, enum: ["public", "internal"], default: "internal" }],
    ["ports", { type: "array" }],
    // The last value is a later addition.
    ["tcp_proxy", { ...TEXT, enum: ["close", "toa_open", "proxy_open", "open", "proxy_vni"], default: "close" }],
    ["tags", { type: "array" }],
    ["error", { type: "array" }],
    ["description", { ...TEXT, pattern: "^[^<>]*$" }],
  ])("has the documented %s", (name, wanted) => {
    expect(facts(properties[name])).toEqual(wanted);
  });

  it("has the documented port mappings, tags and errors", () => {
    const items = (name: string) => {
      const schema = resolve<Schema>(bundle, properties[name]?.items ?? {});
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, facts(value)]));
    };
    expect(items("ports")).toEqual({
      client_port: PORT,
      server_port: PORT,
      protocol: { ...TEXT, enum: ["TCP"], default: "TCP" },
    });
    expect(items("tags")).toMatchObject({
      key: { minLength: 1, maxLength: 36 },
      value: { minLength: 1, maxLength: 43 },
    });
    expect(items("error")).toEqual({ code: TEXT, message: TEXT });
  });

  it("has the documented example, with integers for ports and the id of the request", () => {
    expect(jsonContent(bundle, operation?.responses["200"])?.examples["ListServiceDetailsResponse"]?.value).toEqual({
      id: "4189d3c2-8882-4871-a3c2-d380272eed88",
      port_id: "4189d3c2-8882-4871-a3c2-d380272eed83",
      vpc_id: "4189d3c2-8882-4871-a3c2-d380272eed80",
      status: "available",
      approval_enabled: false,
      service_name: "test123",
      server_type: "VM",
      service_type: "interface",
      ports: [
        { client_port: 8080, server_port: 80, protocol: "TCP" },
        { client_port: 8081, server_port: 80, protocol: "TCP" },
      ],
      project_id: "6e9dfd51d1124e8d8498dce894923a0d",
      created_at: "2022-04-14T09:35:47Z",
      updated_at: "2022-04-14T09:36:47Z",
    });
  });
});

describe.each(Object.keys(operation?.responses ?? {}).filter((status) => status >= "400"))(
  "the response %s",
  (status) => {
    it("has one error object, with a code and a message", () => {
      const error = resolve<Schema>(bundle, schemaOf(status).properties?.["error"] ?? {});
      expect(error.type).toBe("object");
      expect(Object.keys(error.properties ?? {}).sort()).toEqual(["code", "message"]);
    });

    it("has a named example", () => {
      expect(Object.keys(jsonContent(bundle, operation?.responses[status])?.examples ?? {})).not.toEqual([]);
    });
  },
);
