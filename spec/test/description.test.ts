import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/core/artifact.ts";
import {
  jsonContent,
  listOperations,
  refName,
  resolve,
  type Json,
  type OpenApiDocument,
  type Schema,
} from "../../scripts/core/document.ts";
import { validators } from "../../scripts/testing/ajv.ts";
import { bundle, plant, readFile } from "../../scripts/testing/bundle.ts";

const operations = listOperations(bundle);

/** What Ajv finds in the examples of all bodies, parameters and properties of a document. */
function exampleProblems(document: OpenApiDocument): { checked: number; problems: string[] } {
  const validator = validators(document);
  const problems: string[] = [];
  let checked = 0;
  const check = (pointer: string, name: string, value: Json | undefined) => {
    checked++;
    const validate = validator(pointer);
    if (!validate(value))
      problems.push(`${name}: ${validate.errors?.map((e) => `${e.instancePath} ${e.message}`).join("; ")}`);
  };
  for (const operation of listOperations(document)) {
    const bodies = [["body", operation.requestBody] as const, ...Object.entries(operation.responses)];
    for (const [part, body] of bodies) {
      const content = jsonContent(document, body);
      const schema = refName(content?.schema);
      for (const [name, example] of Object.entries(content?.examples ?? {})) {
        check(`/components/schemas/${schema}`, `${operation.operationId} ${part} ${name}`, example.value);
      }
    }
    for (const parameter of operation.parameters) {
      const component = Object.entries(document.components?.["parameters"] ?? {}).find(
        ([, value]) => value === parameter,
      )?.[0];
      const own = operation.object.parameters?.findIndex((item) => item === parameter) ?? -1;
      const path = operation.pointer.replace(/\/[a-z]+$/, "");
      const shared = (document.paths?.[operation.path]?.parameters ?? []).findIndex((item) => item === parameter);
      const place = component
        ? `/components/parameters/${component}`
        : own >= 0
          ? `${operation.pointer}/parameters/${own}`
          : `${path}/parameters/${shared}`;
      for (const [name, example] of Object.entries(parameter.examples ?? {})) {
        check(
          `${place}/schema`,
          `${operation.operationId} ${parameter.name} ${name}`,
          resolve(document, example).value,
        );
      }
    }
  }
  for (const [name, schema] of Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>)) {
    for (const [property, { examples = [] }] of Object.entries(schema.properties ?? {})) {
      for (const example of examples)
        check(`/components/schemas/${name}/properties/${property}`, `${name}.${property}`, example);
    }
  }
  return { checked, problems };
}

describe("the examples", () => {
  it("are valid under JSON Schema 2020-12, with formats", () => {
    const { checked, problems } = exampleProblems(bundle);
    expect(problems).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });

  it.each([
    ["a time that is none", "2022-04-14T09:35:47Z", "2022-04-14 09:35:47", "created_at must match format"],
    ["a port that does not exist", '"client_port":8080', '"client_port":80800', "client_port must be <= 65535"],
    ["text for a number", '"client_port":8080', '"client_port":"8080"', "client_port must be integer"],
    [
      "a value outside of its closed set",
      '"server_type":"VM"',
      '"server_type":"BOX"',
      "server_type must be equal to one of the allowed values",
    ],
  ])("are caught with %s", (_, from, to, problem) => {
    const document = JSON.parse(plant(JSON.stringify(bundle), from, to)) as OpenApiDocument;
    expect(exampleProblems(document).problems.join("\n")).toContain(problem);
  });

  it("are there for every body, named after their operation or, where shared, their component", () => {
    for (const { operationId, requestBody, responses } of operations) {
      const prefix = operationId.charAt(0).toUpperCase() + operationId.slice(1);
      const own = new RegExp(`^${prefix}\\w*(Request|Response)$`);
      const request = jsonContent(bundle, requestBody);
      if (requestBody) expect(Object.keys(request?.examples ?? {}), operationId).not.toEqual([]);
      for (const name of Object.keys(request?.examples ?? {})) expect(name).toMatch(own);
      for (const [status, response] of Object.entries(responses)) {
        const content = jsonContent(bundle, response);
        if (content) expect(Object.keys(content.examples), `${operationId} ${status}`).not.toEqual([]);
        for (const name of Object.keys(content?.examples ?? {}))
          expect(name).toMatch(status < "300" ? own : /Response$/);
      }
    }
  });
});

type Thing = Record<string, Json>;

/** What does not add up between the examples: totals, counts, quotas, tags in use, times, names of services. */
function miscounts(document: OpenApiDocument): string[] {
  const examples = Object.entries((document.components?.["examples"] ?? {}) as Record<string, { value: Thing }>);
  const shown = (name: string, list: string) => examples.find(([key]) => key === name)?.[1].value[list] as Thing[];
  const services = shown("ListEndpointServiceResponse", "endpoint_services");
  const endpoints = shown("ListEndpointsResponse", "endpoints");
  const names = new Map(
    [...services, ...shown("ListServicePublicDetailsResponse", "endpoint_services")].map((service) => [
      service["id"],
      service["service_name"],
    ]),
  );
  const problems: string[] = [];
  const same = (what: string, is: unknown, wanted: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(wanted))
      problems.push(`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
  };
  for (const [name, { value }] of examples) {
    const items = Object.values(value).find((member) => Array.isArray(member));
    if ("total_count" in value && items) same(`total_count of ${name}`, value["total_count"], items.length);
  }
  for (const { id, connection_count } of services) {
    const users = endpoints.filter(
      ({ endpoint_service_id, status }) =>
        endpoint_service_id === id && ["creating", "accepted"].includes(String(status)),
    );
    same(`connection_count of ${id}`, connection_count, users.length);
  }
  const quotas = (shown("ListQuotaDetailsAllResponse", "quotas") as unknown as { resources: Thing[] }).resources;
  for (const { type, used } of quotas)
    same(`used of ${type}`, used, (type === "endpoint" ? endpoints : services).length);
  const inUse = services
    .flatMap(({ tags = [] }) => tags as Thing[])
    .map(({ key, value }) => ({ key, values: [value] }));
  same("tags in use", shown("ListQueryProjectResourceTagsResponse", "tags"), inUse);
  for (const { id, created_at, updated_at, endpoint_service_id, endpoint_service_name } of [
    ...byId(document).values(),
  ].flat()) {
    if (created_at && updated_at && created_at > updated_at) problems.push(`${id} was changed before it was created`);
    const wanted = names.get(endpoint_service_id as string);
    if (endpoint_service_id && endpoint_service_name !== wanted)
      problems.push(`${id} leads to ${endpoint_service_name}, not ${wanted}`);
  }
  return problems;
}

/** Every object with an `id` in any example, by that id. */
function byId(document = bundle): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
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

describe("the example world", () => {
  it("tells of each id the same things everywhere", () => {
    const changing = [
      "status",
      "updated_at",
      "description",
      "whitelist",
      "enable_whitelist",
      "routetables",
      "policy_statement",
      "tags",
      "ip",
    ];
    for (const [id, objects] of byId()) {
      for (const field of new Set(objects.flatMap(Object.keys))) {
        if (changing.includes(field)) continue;
        const values = new Set(
          objects
            .map((object) => object[field])
            .filter((value) => value !== undefined)
            .map((value) => JSON.stringify(value)),
        );
        expect([...values], `${field} of ${id}`).toHaveLength(1);
      }
    }
  });

  it("lists its ids in spec/README.md", () => {
    const readme = readFile("spec/README.md");
    const ids = [
      ...new Set(JSON.stringify(bundle).match(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{32}\b/g)),
    ];
    expect(ids.length).toBeGreaterThan(15);
    expect(ids.filter((id) => !readme.includes(id))).toEqual([]);
  });

  it("adds up", () => {
    expect(miscounts(bundle)).toEqual([]);
  });

  it.each([
    [
      "a total that is none",
      "ListEndpointsResponse",
      '"total_count":3',
      '"total_count":2',
      "total_count of ListEndpointsResponse is 2, not 3",
    ],
    [
      "a service in use by too many",
      "ListEndpointServiceResponse",
      '"connection_count":1',
      '"connection_count":2',
      "connection_count of 4189d3c2-8882-4871-a3c2-d380272eed88 is 2, not 1",
    ],
    ["a quota used by too few", "ListQuotaDetailsAllResponse", '"used":3', '"used":2', "used of endpoint is 2, not 3"],
    ["a tag that nothing carries", "ListQueryProjectResourceTagsResponse", '"production"', '"test"', "tags in use"],
    [
      "a change before the creation",
      "ListServiceDetailsResponse",
      "2022-04-14T09:36:47Z",
      "2022-04-14T09:34:47Z",
      "4189d3c2-8882-4871-a3c2-d380272eed88 was changed before it was created",
    ],
    [
      "another name of the service",
      "ListEndpointInfoDetailsResponse",
      '"test123"',
      '"test124"',
      "530d6f2f-d115-4df2-8c36-32d19f3c0bbc leads to test124, not test123",
    ],
  ])("is caught with %s", (_, name, from, to, problem) => {
    const document = structuredClone(bundle);
    const examples = document.components?.["examples"] as Record<string, unknown>;
    examples[name] = JSON.parse(plant(JSON.stringify(examples[name]), from, to));
    expect(miscounts(document).join("\n")).toContain(problem);
  });

  it("has a service that waits for approval, and a gateway endpoint beside the interface ones", () => {
    const objects = [...byId().values()].flat();
    expect(objects.some((object) => object["approval_enabled"] === true)).toBe(true);
    expect(objects.some((object) => object["status"] === "pendingAcceptance")).toBe(true);
    expect(new Set(objects.map((object) => object["service_type"]))).toEqual(
      new Set(["gateway", "interface", undefined]),
    );
  });
});

describe("the schemas", () => {
  const silent = (document: OpenApiDocument) =>
    Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>).flatMap(([name, schema]) => [
      ...(schema.description ? [] : [name]),
      ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
        property.description ? [] : [`${name}.${key}`],
      ),
    ]);

  it("say each, and each of their properties, what they mean", () => {
    expect(silent(bundle)).toEqual([]);
  });

  it("are caught where one does not", () => {
    const document = structuredClone(bundle);
    const schemas = document.components?.["schemas"] as Record<string, Schema>;
    delete schemas["PortMapping"]?.description;
    delete schemas["Tag"]?.properties?.["key"]?.description;
    expect(silent(document).sort()).toEqual(["PortMapping", "Tag.key"]);
  });
});

describe("the ledger of operations", () => {
  const problems = (ledger: string) => {
    const [head, ...rows] = ledger
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect(head).toEqual(["operationId", "method", "path", "source", "checked"]);
    const listed = rows.map(([id, method, path]) => `${id} ${method} ${path}`);
    const described = operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`);
    const bad = rows.filter(([, , , source, checked]) => !source || !/^\d{4}-\d\d-\d\d$/.test(checked ?? ""));
    return [
      ...listed.filter((row) => !described.includes(row)).map((row) => `not described: ${row}`),
      ...described.filter((row) => !listed.includes(row)).map((row) => `not in the ledger: ${row}`),
      ...bad.map(([id]) => `no source or date: ${id}`),
    ];
  };
  const ledger = readFile("spec/upstream.csv");

  it("has the 33 operations of the description, and the description those of the ledger", () => {
    expect(operations).toHaveLength(33);
    expect(new Set(operations.map(({ path }) => path)).size).toBe(26);
    expect(problems(ledger)).toEqual([]);
  });

  it.each([
    ["a row that is gone", /^deleteEndpoint,.*\n/m, "", "not in the ledger: deleteEndpoint DELETE"],
    [
      "another path",
      "/v1/{project_id}/quotas",
      "/v1/{project_id}/quota",
      "not described: listQuotaDetails GET /v1/{project_id}/quota",
    ],
    ["a row without a date", /(?<=^createEndpoint,.*),\d+-\d+-\d+$/m, ",", "no source or date: createEndpoint"],
  ])("is caught with %s", (_, from, to, problem) => {
    expect(problems(plant(ledger, from, to)).join("\n")).toContain(problem);
  });
});

/** Where the packages read the extensions of the description, whose names stand there in quotes. */
const READERS: Record<string, string[]> = {
  client: [
    "scripts/artifacts/{types,operations,pagination,waiters,errors,error-codes,client-options,validators}/render.ts",
    "scripts/core/typescript.ts",
  ],
  docs: ["scripts/artifacts/docs/{pages,components,exports,redoc}/*.ts", "scripts/artifacts/docs/model.ts"],
  mock: ["packages/mock/src/**/*.ts"],
};

const PLACES: Record<string, RegExp> = {
  operation: /^\/paths\/[^/]+\/[a-z]+$/,
  parameter: /\/parameters\/[^/]+$/,
  schema: /\/schemas\//,
  "security scheme": /\/securitySchemes\/[^/]+$/,
};

/** What the table of vendor extensions in CONTRIBUTING.md says that is not so. */
function tableProblems(document: OpenApiDocument, contributing: string): string[] {
  const places = new Map<string, Set<string>>();
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (!key.startsWith("x-")) {
        visit(child, `${pointer}/${key.replaceAll("/", "~1")}`);
        continue;
      }
      const place = Object.keys(PLACES).find((name) => PLACES[name]?.test(pointer)) ?? pointer;
      places.set(key, (places.get(key) ?? new Set()).add(place));
    }
  };
  visit(document, "");
  const sources = Object.entries(READERS).map(([name, patterns]) => {
    const files = globSync(patterns, { cwd: ROOT });
    return [name, files.map(readFile).join("\n")] as const;
  });
  const rows = new Map(
    [...contributing.matchAll(/^\| `(x-[\w-]+)` \|(.*?)\|.*\|([^|]+)\|$/gm)].map(
      ([, name = "", where = "", who = ""]) => [name, { where, who }],
    ),
  );
  const missing = [...places.keys()].filter((name) => !rows.has(name)).map((name) => `${name} is not in the table`);
  const wrong = [...rows].flatMap(([name, { where, who }]) => {
    const used = [...(places.get(name) ?? [])];
    const readers = sources.filter(([, text]) => text.includes(`"${name}"`)).map(([reader]) => reader);
    return [
      ...(used.length ? [] : [`${name} is not in the description`]),
      ...(Object.keys(PLACES).every((place) => new RegExp(`\\b${place}\\b`).test(where) === used.includes(place))
        ? []
        : [`${name} is in: ${used.join(", ")}`]),
      ...(who.trim() === readers.join(", ") ? [] : [`${name} is read by: ${readers.join(", ")}`]),
    ];
  });
  return [...missing, ...wrong];
}

describe("the vendor extensions", () => {
  const catalog = (bundle.components!["schemas"]!["ErrorCode"] as Schema)["x-error-catalog"] as {
    code: string;
    status: number;
    meaning: string;
  }[];
  const ids = new Set(operations.map(({ operationId }) => operationId));

  it("are those of the table in CONTRIBUTING.md, in the places and for the readers that it names", () => {
    expect(tableProblems(bundle, readFile("CONTRIBUTING.md"))).toEqual([]);
  });

  it.each([
    ["a row that is gone", /^\| `x-waiters` .*\n/m, "", "x-waiters is not in the table"],
    ["an extension that nothing has", "| `x-waiters` |", "| `x-waits` |", "x-waits is not in the description"],
    ["another place", "| `x-waiters` | operation", "| `x-waiters` | schema", "x-waiters is in: operation"],
    [
      "a reader that does not read it",
      /(?<=^\| `x-waiters` .*)client, docs(?= \|$)/m,
      "docs, mock",
      "x-waiters is read by: client, docs",
    ],
  ])("are caught with %s", (_, from, to, problem) => {
    expect(tableProblems(bundle, plant(readFile("CONTRIBUTING.md"), from, to)).join("\n")).toContain(problem);
  });

  it("name error codes that the catalogue has, and no code twice", () => {
    const codes = catalog.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith("APIGW."))).toHaveLength(35);
    expect(codes.filter((code) => /^End[Pp]oint\./.test(code))).toHaveLength(156);
    expect(new Set(codes).size).toBe(191);
    for (const { operationId, object } of operations) {
      for (const code of (object["x-error-codes"] ?? []) as string[]) expect(codes, operationId).toContain(code);
    }
  });

  it("lead from a long-running operation to a waiter that exists", () => {
    const running = operations.filter(({ object }) => object["x-long-running"]);
    expect(running.length).toBeGreaterThan(3);
    for (const { operationId, object } of running) {
      const { poll, waiter, parameters } = object["x-long-running"] as {
        poll: string;
        waiter: string;
        parameters: Record<string, string>;
      };
      const polled = operations.find((operation) => operation.operationId === poll);
      expect((polled?.object["x-waiters"] as object | undefined) ?? {}, operationId).toHaveProperty(waiter);
      const known = polled?.parameters.map(({ name }) => name) ?? [];
      expect(known, operationId).toEqual(expect.arrayContaining(Object.keys(parameters)));
    }
  });

  it("name states that the closed set of the polled field has", () => {
    for (const { operationId, object } of operations) {
      for (const [name, waiter] of Object.entries(
        (object["x-waiters"] ?? {}) as Record<string, { success: string[]; failure: string[] }>,
      )) {
        const states = [...waiter.success, ...waiter.failure];
        const sets = Object.values((bundle.components?.["schemas"] ?? {}) as Record<string, Schema>).map(
          (schema) => schema.enum ?? [],
        );
        expect(
          sets.some((set) => states.every((state) => set.includes(state))),
          `${operationId} ${name}`,
        ).toBe(true);
      }
    }
  });

  it("point a paginated operation to its parameters, items and total", () => {
    const paginated = operations.filter(({ object }) => object["x-pagination"]);
    expect(paginated).toHaveLength(6);
    for (const { operationId, object, parameters, requestBody, responses } of paginated) {
      const spec = object["x-pagination"] as Record<"in" | "offsetParam" | "limitParam" | "items" | "total", string>;
      const answer = resolve<Schema>(bundle, jsonContent(bundle, responses["200"])?.schema ?? {}).properties ?? {};
      expect(resolve<Schema>(bundle, answer[spec.items.slice(1)] ?? {}).type, operationId).toBe("array");
      expect(resolve<Schema>(bundle, answer[spec.total.slice(1)] ?? {}).type, operationId).toBe("integer");
      const body = resolve<Schema>(bundle, jsonContent(bundle, requestBody)?.schema ?? {}).properties ?? {};
      const names = spec.in === "body" ? Object.keys(body) : parameters.map(({ name }) => name);
      expect(names, operationId).toEqual(expect.arrayContaining([spec.offsetParam, spec.limitParam]));
    }
  });

  it("describe lifecycles whose states are the closed set, and whose steps name operations", () => {
    const machines = Object.entries((bundle.components?.["schemas"] ?? {}) as Record<string, Schema>).filter(
      ([, schema]) => schema["x-lifecycle"],
    );
    expect(machines).toHaveLength(2);
    for (const [name, schema] of machines) {
      const { initial, states, transitions } = schema["x-lifecycle"] as {
        initial: string;
        states: { name: string }[];
        transitions: { from: string; to: string; by?: string }[];
      };
      expect(states.map((state) => state.name).sort(), name).toEqual([...(schema.enum ?? [])].sort());
      expect(schema.enum, name).toContain(initial);
      for (const { from, to, by } of transitions) {
        expect([...(schema.enum ?? []), "none"], name).toContain(from);
        expect([...(schema.enum ?? []), "gone"], name).toContain(to);
        if (by) expect(ids, name).toContain(by);
      }
    }
  });
});

describe("numbers", () => {
  it("of 64 bits stay within what JavaScript holds", () => {
    const loose: string[] = [];
    let seen = 0;
    const visit = (node: unknown, place: string) => {
      if (typeof node !== "object" || node === null) return;
      const schema = node as Schema;
      if (schema["format"] === "int64") {
        seen++;
        if (schema["maximum"] !== Number.MAX_SAFE_INTEGER) loose.push(place);
      }
      for (const [key, child] of Object.entries(node)) visit(child, `${place}/${key}`);
    };
    visit(bundle.components, "");
    expect(loose).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  });
});
