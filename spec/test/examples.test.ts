import { describe, expect, it } from "vitest";
import {
  escapePointer,
  jsonContent,
  listOperations,
  type Json,
  type OpenApiDocument,
  type Schema,
} from "../../scripts/core/document.ts";
import { validators } from "../../scripts/testing/ajv.ts";
import { bundle, plant, readFile } from "../../scripts/testing/bundle.ts";

/** Returns the number of examples of bodies, parameters and schemas in a document, and the errors that Ajv finds in them. */
function exampleErrors(document: OpenApiDocument): { checked: number; errors: string[] } {
  const validator = validators(document);
  const errors: string[] = [];
  let checked = 0;
  const check = (schema: string, place: string, value: Json | undefined) => {
    checked++;
    const validate = validator(schema);
    if (!validate(value))
      errors.push(`${place}: ${validate.errors?.map((e) => `${e.instancePath} ${e.message}`).join("; ")}`);
  };
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== "object" || node === null) return;
    const { schema, examples } = node as {
      schema?: Schema;
      examples?: Json[] | Record<string, { $ref?: string; value?: Json }>;
    };
    if (Array.isArray(examples)) examples.forEach((value) => check(pointer, pointer, value));
    else if (schema && examples) {
      for (const [name, example] of Object.entries(examples)) {
        const shared = document.components?.["examples"]?.[example.$ref?.split("/").at(-1) ?? ""] as
          | { value: Json }
          | undefined;
        check(`${pointer}/schema`, name, (shared ?? example).value);
      }
    }
    for (const [key, child] of Object.entries(node)) visit(child, `${pointer}/${escapePointer(key)}`);
  };
  visit(document.paths, "/paths");
  for (const group of ["parameters", "responses", "schemas"])
    visit(document.components?.[group], `/components/${group}`);
  return { checked, errors };
}

describe("examples", () => {
  it("are valid under JSON Schema 2020-12, with formats", () => {
    const { checked, errors } = exampleErrors(bundle);
    expect(errors).toEqual([]);
    expect(checked).toBeGreaterThan(listOperations(bundle).length);
  });

  it.each([
    ["an invalid date-time", "2022-04-14T09:35:47Z", "2022-04-14 09:35:47", "created_at must match format"],
    ["text for a number", '"client_port":8080', '"client_port":"8080"', "client_port must be integer"],
    ["a parameter beyond its maximum", '"Ten":{"value":10}', '"Ten":{"value":1001}', "Ten:  must be <= "],
  ])("fail the check with %s", (_, from, to, error) => {
    const document = JSON.parse(plant(JSON.stringify(bundle), from, to)) as OpenApiDocument;
    expect(exampleErrors(document).errors.join("\n")).toContain(error);
  });

  it("are named after an operation in requests and successful responses", () => {
    const operations = listOperations(bundle);
    const prefixes = operations.map(({ operationId }) => operationId.charAt(0).toUpperCase() + operationId.slice(1));
    for (const { operationId, requestBody, responses } of operations) {
      for (const [part, body] of [["Request", requestBody] as const, ...Object.entries(responses)]) {
        const suffix = part === "Request" ? "Request" : "Response";
        const examples = Object.keys(jsonContent(bundle, body)?.examples ?? {});
        if (body?.content) expect(examples, `${operationId} ${part}`).not.toEqual([]);
        for (const example of examples) {
          expect(example).toMatch(new RegExp(`${suffix}$`));
          if (part === "Request" || part < "300")
            expect(
              prefixes.some((prefix) => example.startsWith(prefix)),
              example,
            ).toBe(true);
        }
      }
    }
  });
});

type Item = Record<string, Json>;

/** Returns every object with an `id` in any example, by that id. */
function byId(document: OpenApiDocument): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  const collect = (node: Json | undefined) => {
    if (typeof node !== "object" || node === null) return;
    if (!Array.isArray(node) && typeof node["id"] === "string")
      found.set(node["id"], [...(found.get(node["id"]) ?? []), node]);
    Object.values(node).forEach(collect);
  };
  for (const example of Object.values(document.components?.["examples"] ?? {}))
    collect((example as { value: Json }).value);
  return found;
}

/** Returns where the examples contradict each other: totals, counts, quotas, tags in use, times, names of services. */
function contradictions(document: OpenApiDocument): string[] {
  const examples = Object.entries((document.components?.["examples"] ?? {}) as Record<string, { value: Item }>);
  const listed = (name: string, list: string) => examples.find(([key]) => key === name)?.[1].value[list] as Item[];
  const services = listed("ListEndpointServiceResponse", "endpoint_services");
  const endpoints = listed("ListEndpointsResponse", "endpoints");
  const publicServices = listed("ListServicePublicDetailsResponse", "endpoint_services");
  const names = new Map([...services, ...publicServices].map(({ id, service_name }) => [id, service_name]));
  const problems: string[] = [];
  const compare = (what: string, actual: unknown, expected: unknown) => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b) problems.push(`${what} is ${a}, not ${b}`);
  };
  for (const [name, { value }] of examples) {
    const items = Object.values(value).find((member) => Array.isArray(member));
    if ("total_count" in value && items) compare(`total_count of ${name}`, value["total_count"], items.length);
  }
  for (const { id, connection_count } of services) {
    const connected = (item: Item) => ["creating", "accepted"].includes(String(item["status"]));
    const users = endpoints.filter((item) => item["endpoint_service_id"] === id && connected(item));
    compare(`connection_count of ${id}`, connection_count, users.length);
  }
  const quotas = (listed("ListQuotaDetailsAllResponse", "quotas") as unknown as { resources: Item[] }).resources;
  for (const { type, used } of quotas)
    compare(`used of ${type}`, used, (type === "endpoint" ? endpoints : services).length);
  const tags = services.flatMap((service) => (service["tags"] ?? []) as Item[]);
  const inUse = tags.map(({ key, value }) => ({ key, values: [value] }));
  compare("tags in use", listed("ListQueryProjectResourceTagsResponse", "tags"), inUse);
  for (const [id, items] of byId(document)) {
    for (const { created_at, updated_at, endpoint_service_id, endpoint_service_name } of items) {
      if (created_at && updated_at && created_at > updated_at) problems.push(`${id} was changed before it was created`);
      const name = names.get(endpoint_service_id as string);
      if (endpoint_service_id) compare(`endpoint_service_name of ${id}`, endpoint_service_name, name);
    }
    const changing =
      /^(status|updated_at|description|whitelist|enable_whitelist|routetables|policy_statement|tags|ip)$/;
    for (const field of new Set(items.flatMap(Object.keys).filter((name) => !changing.test(name)))) {
      const values = new Set(items.filter((item) => field in item).map((item) => JSON.stringify(item[field])));
      if (values.size > 1) problems.push(`${field} of ${id} is both ${[...values].join(" and ")}`);
    }
  }
  return problems;
}

describe("sample data", () => {
  it("agree across all examples", () => {
    expect(contradictions(bundle)).toEqual([]);
  });

  it.each([
    ["ListEndpointsResponse", '"total_count":3', '"total_count":2', "total_count of ListEndpointsResponse is 2, not 3"],
    ["ListEndpointServiceResponse", '"connection_count":1', '"connection_count":2', "connection_count of 4189d3c2-"],
    ["ListQuotaDetailsAllResponse", '"used":3', '"used":2', "used of endpoint is 2, not 3"],
    ["ListQueryProjectResourceTagsResponse", '"production"', '"test"', "tags in use"],
    ["ListServiceDetailsResponse", "2022-04-14T09:36:47Z", "2022-04-14T09:34:47Z", "was changed before it was created"],
    ["ListEndpointInfoDetailsResponse", '"test123"', '"test124"', 'is "test124", not "test123"'],
    ["ListServiceDetailsResponse", '"VM"', '"LB"', "server_type of 4189d3c2-"],
  ])("fail the check when %s has %s changed to %s", (name, from, to, problem) => {
    const document = structuredClone(bundle);
    const examples = document.components?.["examples"] as Record<string, unknown>;
    examples[name] = JSON.parse(plant(JSON.stringify(examples[name]), from, to));
    expect(contradictions(document).join("\n")).toContain(problem);
  });

  it("use only the ids that spec/README.md lists", () => {
    const readme = readFile("spec/README.md");
    const ids = JSON.stringify(bundle).match(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{32}\b/g) ?? [];
    expect(ids).not.toEqual([]);
    expect(ids.filter((id) => !readme.includes(id))).toEqual([]);
  });
});
