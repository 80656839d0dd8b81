import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isScalar, parse, parseDocument, visit } from "yaml";
import { ROOT } from "../../scripts/core/artifact.ts";
import { plant } from "../../scripts/testing/bundle.ts";

const FILES = ["redocly.yaml", ".redocly.lint-ignore.yaml", "spec/openapi.yaml", "spec/paths", "spec/components"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-"));
  for (const name of FILES) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, "spec", file);
  writeFileSync(path, plant(readFileSync(path, "utf8"), from, to));
}

/** Returns the rules that the spec in the folder breaks, each with the place. */
function lint(): { ruleId: string; pointer: string }[] {
  const command = join(ROOT, "spec/node_modules/@redocly/cli/bin/cli.js");
  const { stdout } = spawnSync(process.execPath, [command, "lint", "vpcep@v1", "--format=json", "--max-problems=500"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  type Problem = { ruleId: string; location: { pointer: string }[]; ignored?: boolean };
  return (JSON.parse(stdout) as { problems: Problem[] }).problems
    .filter(({ ignored }) => !ignored)
    .map(({ ruleId, location }) => ({ ruleId, pointer: location[0]?.pointer ?? "" }));
}

const RULES = (
  parse(readFileSync(join(ROOT, "redocly.yaml"), "utf8")) as {
    oas3_1Rules: Record<string, { assertions: { disallowed: string[] } }>;
  }
).oas3_1Rules;

const SERVICE = "paths/vpc-endpoint-services/endpoint-service.yaml";
const QUOTAS = "paths/resource-quotas/quotas.yaml";
const SCHEMA = "components/schemas/EndpointService.yaml";

/** An edit that breaks each rule. */
const FAULTS: [rule: string, file: string, from: string | RegExp, to: string][] = [
  ["rule/operation-id-is-camel-case", SERVICE, "operationId: listServiceDetails", "operationId: list service details"],
  ["operation-operationId-url-safe", "paths/versions/versions.yaml", "listVersionDetails\n", "list version details\n"],
  ["operation-operationId-unique", QUOTAS, "operationId: listQuotaDetails", "operationId: listEndpoints"],
  ["operation-operationId", "paths/versions/version.yaml", /^ {2}operationId: .*\n/m, ""],
  ["rule/operation-has-summary", SERVICE, /^ {2}summary: Show .*\n/m, ""],
  ["operation-description", SERVICE, /^ {2}description: \|\n( {4}.*\n|\n)+/m, ""],
  ["operation-tag-defined", SERVICE, "    - VPC Endpoint Services", "    - Services"],
  ["operation-singular-tag", QUOTAS, "    - Resource Quotas", "    - Resource Quotas\n    - Tags"],
  ["rule/body-has-named-examples", SERVICE, /^ {10}examples:\n {12}List.*\n.*\n.*\n.*\n/m, ""],
  ["rule/no-lone-example", "components/responses/NotFound.yaml", "    examples:", "    example: {}\n    examples:"],
  ["rule/body-schema-is-a-reference", QUOTAS, "$ref: ../../components/schemas/QuotaList.yaml", "type: object"],
  ["rule/property-has-description", SCHEMA, /^ {4}description: Unique ID.*\n/m, ""],
  ["rule/schema-keywords", SCHEMA, "    deprecated: true", "    deprecated: true\n    nullable: true"],
  ["parameter-description", "components/parameters/VpcEndpointId.yaml", /^description: .*\n/m, ""],
  ["rule/parameter-has-named-examples", "components/parameters/Limit.yaml", /^examples:\n( .*\n)+/m, ""],
  ["rule/no-lone-example-on-a-parameter", "components/parameters/Offset.yaml", "examples:", "example: x\nexamples:"],
  ["tag-description", "openapi.yaml", /^ {4}description: How many endpoint services.*\n/m, ""],
  ["info-license-strict", "openapi.yaml", /^ {4}identifier: .*\n/m, ""],
  [
    "no-unused-components",
    "openapi.yaml",
    "  securitySchemes:",
    "  schemas:\n    Unused:\n      type: object\n  securitySchemes:",
  ],
  [
    "no-invalid-media-type-examples",
    "components/examples/ListServiceDetailsResponse.yaml",
    "client_port: 8080",
    'client_port: "8080"',
  ],
  ["no-ambiguous-paths", "openapi.yaml", "vpc-endpoints/{vpc_endpoint_id}/policy:", "{vpc_endpoint_id}/policy:"],
];

describe("the lint rules", () => {
  it("find nothing in the spec", () => {
    expect(lint()).toEqual([]);
  });

  it("find an edit against each of them", () => {
    for (const [, file, from, to] of FAULTS) edit(file, from, to);
    // A second component of the name EndpointService, which the list uses.
    cpSync(join(folder, "spec", SCHEMA), join(folder, "spec/components/EndpointService.yaml"));
    edit("components/EndpointService.yaml", /\$ref: /g, "$ref: schemas/");
    edit("components/schemas/EndpointServiceList.yaml", "EndpointServiceListItem.yaml", "../EndpointService.yaml");
    const found = new Set(lint().map(({ ruleId }) => ruleId));
    const wanted = [...FAULTS.map(([rule]) => rule), ...Object.keys(RULES)];
    expect(wanted.filter((rule) => !found.has(rule))).toEqual([]);
  });

  it("find every keyword that is not to be used", () => {
    const keywords = RULES["rule/schema-keywords"]?.assertions.disallowed ?? [];
    // The lint reports one problem in a place, so nothing else may be wrong with the values.
    const values: Record<string, string> = {
      $anchor: "here",
      $dynamicAnchor: "here",
      $dynamicRef: '"#here"',
      maxContains: "1",
      minContains: "1",
      prefixItems: "[]",
    };
    const lines = keywords.map((keyword) => `${keyword}: ${values[keyword] ?? "{}"}`);
    edit(SCHEMA, /^type: object/m, ["type: object", ...lines].join("\n"));
    const found = lint().filter(({ ruleId }) => ruleId === "rule/schema-keywords");
    expect(found.map(({ pointer }) => pointer).sort()).toEqual(keywords.map((keyword) => `#/${keyword}`).sort());
  });
});

/** Returns the files under spec/ that no reference leads to from openapi.yaml, which Redocly does not report. */
function unreferenced(): string[] {
  const spec = join(folder, "spec");
  const reached = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    visit(parseDocument(readFileSync(file, "utf8")), {
      Pair(_, { key, value }) {
        if (isScalar(key) && key.value === "$ref" && isScalar(value))
          follow(resolve(dirname(file), String(value.value)));
      },
    });
  };
  follow(join(spec, "openapi.yaml"));
  return globSync("**/*.*", { cwd: spec }).filter((file) => !reached.has(join(spec, file)));
}

describe("the files", () => {
  it("are each reached from openapi.yaml", () => {
    expect(unreferenced()).toEqual([]);
    writeFileSync(join(folder, "spec/components/schemas/Orphan.yaml"), "type: object\n");
    expect(unreferenced()).toEqual(["components/schemas/Orphan.yaml"]);
  });

  it("of components have unique names in camel case", () => {
    const names = globSync("components/*/*.yaml", { cwd: join(folder, "spec") }).map((file) => file.split("/").at(-1));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^([A-Z][a-z0-9]*)+\.yaml$/.test(name ?? ""))).toEqual([]);
  });

  it("of paths are in the folder of their tag", () => {
    for (const file of globSync("paths/*/*.yaml", { cwd: join(folder, "spec") })) {
      const item = parse(readFileSync(join(folder, "spec", file), "utf8")) as Record<string, { tags?: string[] }>;
      const tags = Object.values(item).flatMap(({ tags: list = [] }) => list);
      expect(new Set(tags.map((tag) => tag.toLowerCase().replaceAll(" ", "-")))).toEqual(new Set([file.split("/")[1]]));
    }
  });
});
