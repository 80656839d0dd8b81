import { describe, expect, it } from "vitest";
import {
  escapePointer,
  jsonContent,
  listOperations,
  resolve,
  type OpenApiDocument,
  type Schema,
} from "../../scripts/core/document.ts";
import { bundle, plant, readFile } from "../../scripts/testing/bundle.ts";

const operations = listOperations(bundle);
const schemas = (bundle.components?.["schemas"] ?? {}) as Record<string, Schema>;

const PLACES: Record<string, RegExp> = {
  operation: /^\/paths\/[^/]+\/[a-z]+$/,
  parameter: /\/parameters\/[^/]+$/,
  schema: /\/schemas\//,
  "security scheme": /\/securitySchemes\/[^/]+$/,
};

/** Returns where the table of vendor extensions in CONTRIBUTING.md differs from the extensions in a document. */
function tableDifferences(document: OpenApiDocument, contributing: string): string[] {
  const used = new Map<string, Set<string>>();
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (!key.startsWith("x-")) visit(child, `${pointer}/${escapePointer(key)}`);
      else {
        const place = Object.keys(PLACES).find((name) => PLACES[name]?.test(pointer)) ?? pointer;
        used.set(key, (used.get(key) ?? new Set()).add(place));
      }
    }
  };
  visit(document, "");
  const rows = new Map(
    [...contributing.matchAll(/^\| `(x-[\w-]+)` \|(.*?)\|/gm)].map(([, name = "", place = ""]) => [name, place]),
  );
  const named = (place: string) =>
    Object.keys(PLACES)
      .filter((name) => new RegExp(`\\b${name}\\b`).test(place))
      .sort();
  return [
    ...[...used.keys()].filter((name) => !rows.has(name)).map((name) => `${name} is not in the table`),
    ...[...rows].flatMap(([name, place]) => {
      const places = [...(used.get(name) ?? [])].sort().join(", ");
      return places === named(place).join(", ") ? [] : [`${name} is used in: ${places}`];
    }),
  ];
}

describe("vendor extensions", () => {
  it("are those of the table in CONTRIBUTING.md, in the places that it names", () => {
    expect(tableDifferences(bundle, readFile("CONTRIBUTING.md"))).toEqual([]);
  });

  it.each([
    ["a missing row", /^\| `x-waiters` .*\n/m, "", "x-waiters is not in the table"],
    ["an unused extension", "| `x-waiters` |", "| `x-waits` |", "x-waits is used in: "],
    ["another place", "| `x-waiters` | operation", "| `x-waiters` | schema", "x-waiters is used in: operation"],
  ])("fail the check with %s", (_, from, to, difference) => {
    expect(tableDifferences(bundle, plant(readFile("CONTRIBUTING.md"), from, to)).join("\n")).toContain(difference);
  });

  it("describe life cycles whose states are the enum, and whose transitions name operations", () => {
    const ids = operations.map(({ operationId }) => operationId);
    for (const [name, schema] of Object.entries(schemas).filter(([, { "x-lifecycle": lifecycle }]) => lifecycle)) {
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

describe("error codes", () => {
  type Entry = { code: string; status: number; action?: string; otherStatuses?: number[] };
  const catalog = schemas["ErrorCode"]!["x-error-catalog"] as Entry[];
  const byCode = new Map(catalog.map((entry) => [entry.code, entry]));
  const statuses = (code = "") => [byCode.get(code)?.status, ...(byCode.get(code)?.otherStatuses ?? [])];
  /** Statuses for which the catalogue has a code of the service or of the gateway; examples of others use the nearest code. */
  const documented = (form: string, status: number) =>
    catalog.some(({ code }) => code.split(".")[0] === form && statuses(code).includes(status));

  /** Returns the examples of error responses whose code does not fit the operation or the status. */
  function misfits(document: OpenApiDocument): string[] {
    return listOperations(document).flatMap(({ operationId, object, responses }) =>
      Object.entries(responses).flatMap(([status, response]) =>
        Object.entries(jsonContent(document, response)?.examples ?? {}).flatMap(([name, { value }]) => {
          const { error, error_code } = value as { error?: { code: string }; error_code?: string };
          const code = error?.code ?? error_code ?? "";
          if (!code || status < "400" || !documented(code.split(".")[0]!, Number(status))) return [];
          const own = ["EndPoint.0002", ...((object["x-error-codes"] ?? []) as string[])];
          const fits = status !== "400" || error_code || own.includes(code);
          return fits && statuses(code).includes(Number(status)) ? [] : [`${operationId} ${status} ${name}: ${code}`];
        }),
      ),
    );
  }

  it("say what to do", () => {
    expect(catalog.filter(({ action }) => !action).map(({ code }) => code)).toEqual([]);
  });

  it("occur once in the catalogue", () => {
    expect(byCode.size).toBe(catalog.length);
  });

  it("of operations are in the catalogue", () => {
    const codes = operations.flatMap(({ object }) => (object["x-error-codes"] ?? []) as string[]);
    expect(codes.filter((code) => !byCode.has(code))).toEqual([]);
  });

  it("of values that are not valid have status 400, and an operation lists them", () => {
    const listed = operations.flatMap(({ object }) => (object["x-error-codes"] ?? []) as string[]);
    const violations = [...JSON.stringify(bundle).matchAll(/"x-violation-codes":(\{.*?\})/g)];
    const codes = violations.flatMap(([, value = ""]) => Object.values(JSON.parse(value) as Record<string, string>));
    expect(codes).toContain("EndPoint.0006");
    expect(codes.filter((code) => !listed.includes(code) || byCode.get(code)?.status !== 400)).toEqual([]);
  });

  it("in examples fit the operation and the status", () => {
    expect(misfits(bundle)).toEqual([]);
  });

  it.each([
    ["another operation", "EndPoint.2048", "EndPoint.3062", "updateEndpointPolicy 400 UpdateEndpointPolicyBadRequest"],
    ["another status", "EndPoint.0004", "EndPoint.0003", "listServiceDetails 403 ForbiddenResponse: EndPoint.0003"],
  ])("fail the check with the code of %s", (_, from, to, misfit) => {
    const document = JSON.parse(
      plant(JSON.stringify(bundle), `{"code":"${from}","message"`, `{"code":"${to}","message"`),
    );
    expect(misfits(document as OpenApiDocument).join("\n")).toContain(misfit);
  });

  it("of a 400 response have an example that belongs to the operation alone", () => {
    for (const { operationId, responses } of operations.filter((operation) => operation.responses["400"])) {
      const names = Object.keys(jsonContent(bundle, responses["400"])?.examples ?? {});
      const prefix = operationId.charAt(0).toUpperCase() + operationId.slice(1);
      expect(names[0], operationId).toMatch(new RegExp(`^${prefix}.*Response$`));
    }
  });
});

describe.each(operations.filter(({ object }) => object["x-long-running"]))(
  "x-long-running of $operationId",
  ({ object }) => {
    it("names an operation that has the waiter and the parameters", () => {
      type LongRunning = { poll: string; waiter: string; parameters: Record<string, string> };
      const { poll, waiter, parameters } = object["x-long-running"] as LongRunning;
      const polled = operations.find(({ operationId }) => operationId === poll);
      expect(polled?.object["x-waiters"]).toHaveProperty(waiter);
      expect(polled?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(parameters)));
    });
  },
);

describe.each(operations.filter(({ object }) => object["x-waiters"]))("x-waiters of $operationId", ({ object }) => {
  it("name states of one enum", () => {
    type Waiters = Record<string, { success: string[]; failure: string[] }>;
    for (const { success, failure } of Object.values(object["x-waiters"] as Waiters)) {
      const states = [...success, ...failure];
      expect(Object.values(schemas).some((schema) => states.every((state) => schema.enum?.includes(state)))).toBe(true);
    }
  });
});

describe.each(operations.filter(({ object }) => object["x-pagination"]))(
  "x-pagination of $operationId",
  (operation) => {
    it("names its parameters, its items and its total", () => {
      const { object, parameters, requestBody, responses } = operation;
      const { offsetParam, limitParam, ...pagination } = object["x-pagination"] as Record<string, string>;
      const properties = (body: typeof requestBody) =>
        resolve<Schema>(bundle, jsonContent(bundle, body)?.schema ?? {}).properties ?? {};
      const response = properties(responses["200"] as typeof requestBody);
      const type = (pointer = "") => resolve<Schema>(bundle, response[pointer.slice(1)] ?? {}).type;
      expect([type(pagination["items"]), type(pagination["total"])]).toEqual(["array", "integer"]);
      const names =
        pagination["in"] === "body" ? Object.keys(properties(requestBody)) : parameters.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([offsetParam, limitParam]));
    });
  },
);
