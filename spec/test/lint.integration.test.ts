import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isScalar, parse, parseDocument, visit } from "yaml";
import { plant } from "../../scripts/testing/bundle.ts";
import { ROOT } from "../../scripts/core/artifact.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-"));
  for (const name of [
    "redocly.yaml",
    ".redocly.lint-ignore.yaml",
    "spec/openapi.yaml",
    "spec/paths",
    "spec/components",
  ]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, "spec", file);
  writeFileSync(path, plant(readFileSync(path, "utf8"), from, to));
}

/** What the lint finds in the description in the folder: rules, and where they are broken. */
function problems(): { ruleId: string; location: { pointer: string }[] }[] {
  const command = join(ROOT, "spec/node_modules/@redocly/cli/bin/cli.js");
  const { stdout } = spawnSync(process.execPath, [command, "lint", "vpcep@v1", "--format=json"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  const found = JSON.parse(stdout) as {
    problems: { ruleId: string; location: { pointer: string }[]; ignored?: boolean }[];
  };
  return found.problems.filter(({ ignored }) => !ignored);
}

/** Names of the rules that the description in the folder breaks. */
function lint(): string[] {
  return [...new Set(problems().map(({ ruleId }) => ruleId))].sort();
}

const SERVICE = "paths/vpc-endpoint-services/endpoint-service.yaml";
const SCHEMA = "components/schemas/EndpointService.yaml";

const FAULTS = [
  [
    "an operationId with an underscore",
    SERVICE,
    "operationId: listServiceDetails",
    "operationId: list_service_details",
    "rule/operation-id-is-camel-case",
  ],
  [
    "an operationId that no URL takes",
    SERVICE,
    "operationId: listServiceDetails",
    "operationId: list service details",
    "operation-operationId-url-safe",
  ],
  [
    "a component that nothing uses",
    "openapi.yaml",
    "  securitySchemes:",
    "  schemas:\n    Unused:\n      type: object\n  securitySchemes:",
    "no-unused-components",
  ],
  [
    "an operationId given twice",
    SERVICE,
    "operationId: listServiceDetails",
    "operationId: updateEndpointService",
    "operation-operationId-unique",
  ],
  ["an operation without operationId", SERVICE, /^ {2}operationId: listServiceDetails\n/m, "", "operation-operationId"],
  ["an operation without summary", SERVICE, /^ {2}summary: Show .*\n/m, "", "rule/operation-has-summary"],
  ["an operation without description", SERVICE, /^ {2}description: \|\n( {4}.*\n|\n)+/m, "", "operation-description"],
  ["a tag that is not defined", SERVICE, "    - VPC Endpoint Services", "    - Services", "operation-tag-defined"],
  [
    "a second tag",
    SERVICE,
    "    - VPC Endpoint Services",
    "    - VPC Endpoint Services\n    - Tags",
    "operation-singular-tag",
  ],
  [
    "a body without examples",
    SERVICE,
    /^ {10}examples:\n {12}List.*\n.*\n.*\n.*\n/m,
    "",
    "rule/body-has-named-examples",
  ],
  [
    "a body with a lone example",
    "components/responses/NotFound.yaml",
    "    examples:",
    "    example: {}\n    examples:",
    "rule/no-lone-example",
  ],
  [
    "a schema written into a body",
    SERVICE,
    "$ref: ../../components/schemas/EndpointService.yaml",
    "type: object",
    "rule/body-schema-is-a-reference",
  ],
  ["a property without description", SCHEMA, /^ {4}description: Unique ID.*\n/m, "", "rule/property-has-description"],
  [
    "a lone example on a property",
    SCHEMA,
    "    examples:\n      - 4189",
    "    example: x\n    examples:\n      - 4189",
    "rule/schema-keywords",
  ],
  [
    "a property that is nullable",
    SCHEMA,
    "    deprecated: true",
    "    deprecated: true\n    nullable: true",
    "rule/schema-keywords",
  ],
  [
    "a keyword new in 2020-12",
    SCHEMA,
    /^type: object/m,
    "type: object\nunevaluatedProperties: false",
    "rule/schema-keywords",
  ],
  ["$defs", SCHEMA, /^type: object/m, "type: object\n$defs: {}", "rule/schema-keywords"],
  [
    "a parameter without description",
    "components/parameters/VpcEndpointId.yaml",
    /^description: .*\n/m,
    "",
    "parameter-description",
  ],
  [
    "a parameter without examples",
    "components/parameters/ProjectId.yaml",
    /^examples:\n( .*\n)+/m,
    "",
    "rule/parameter-has-named-examples",
  ],
  [
    "a parameter with a lone example",
    "components/parameters/ProjectId.yaml",
    "examples:",
    "example: x\nexamples:",
    "rule/no-lone-example-on-a-parameter",
  ],
  [
    "a tag without description",
    "openapi.yaml",
    /^ {4}description: How many endpoint services.*\n/m,
    "",
    "tag-description",
  ],
  [
    "an example that its schema refuses",
    "components/examples/ListServiceDetailsResponse.yaml",
    "client_port: 8080",
    'client_port: "8080"',
    "no-invalid-media-type-examples",
  ],
  ["a reference to nothing", SERVICE, "EndpointService.yaml", "EndpointServices.yaml", "no-unresolved-refs"],
  [
    "two paths that look alike",
    "openapi.yaml",
    "vpc-endpoints/{vpc_endpoint_id}/policy:",
    "{vpc_endpoint_id}/policy:",
    "no-ambiguous-paths",
  ],
  ["a licence without identifier", "openapi.yaml", /^ {4}identifier: .*\n/m, "", "info-license-strict"],
] as const;

const RULES = (
  parse(readFileSync(join(ROOT, "redocly.yaml"), "utf8")) as {
    oas3_1Rules: Record<string, { assertions: { disallowed: string[] } }>;
  }
).oas3_1Rules;

describe("the lint rules", () => {
  it("find nothing in the description", () => {
    expect(lint()).toEqual([]);
  });

  // The lint takes a second, so errors in different files, for different rules, are planted at once.
  const batches: (typeof FAULTS)[number][][] = [];
  for (const fault of FAULTS) {
    const free = batches.find((batch) => batch.every(([, file, , , rule]) => file !== fault[1] && rule !== fault[4]));
    if (free) free.push(fault);
    else batches.push([fault]);
  }
  const caught = new Map<(typeof FAULTS)[number][], string[]>();

  it.each(FAULTS)("catch %s", (name, _file, _from, _to, rule) => {
    const batch = batches.find((faults) => faults.some(([other]) => other === name)) ?? [];
    if (!caught.has(batch)) {
      for (const [, file, from, to] of batch) edit(file, from, to);
      caught.set(batch, lint());
    }
    expect(caught.get(batch)).toContain(rule);
  });

  it("catch two components of one name", () => {
    cpSync(join(folder, "spec", SCHEMA), join(folder, "spec/components/EndpointService.yaml"));
    edit("components/EndpointService.yaml", /\$ref: /g, "$ref: schemas/");
    edit(SERVICE, "schemas/EndpointService.yaml", "EndpointService.yaml");
    edit("components/schemas/EndpointServiceList.yaml", "EndpointServiceListItem.yaml", "EndpointService.yaml");
    expect(lint()).toContain("component-name-unique");
  });

  it("catch every keyword that is not to be used", () => {
    const keywords = RULES["rule/schema-keywords"]?.assertions.disallowed ?? [];
    // Of several problems in one place the lint shows one, so the values are such that nothing else is wrong with them.
    const values = {
      $anchor: "here",
      $dynamicAnchor: "here",
      $dynamicRef: '"#here"',
      maxContains: "1",
      minContains: "1",
      prefixItems: "[]",
    };
    const lines = keywords.map((keyword) => `${keyword}: ${{ ...values }[keyword] ?? "{}"}`);
    edit(SCHEMA, /^type: object/m, ["type: object", ...lines].join("\n"));
    const caught = problems()
      .filter(({ ruleId }) => ruleId === "rule/schema-keywords")
      .map(({ location }) => location[0]?.pointer);
    expect(caught.sort()).toEqual(keywords.map((keyword) => `#/${keyword}`).sort());
  });

  it("are each shown to catch a fault", () => {
    const shown = new Set<string>(["component-name-unique", ...FAULTS.map(([, , , , rule]) => rule)]);
    expect(Object.keys(RULES).filter((rule) => !shown.has(rule))).toEqual([]);
  });
});

/** Files under spec/ that no reference leads to from openapi.yaml. */
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
  });

  it("are caught when nothing refers to one", () => {
    writeFileSync(join(folder, "spec/components/schemas/Orphan.yaml"), "type: object\n");
    expect(unreferenced()).toEqual(["components/schemas/Orphan.yaml"]);
  });

  it("have names that are unique across the folders of components", () => {
    const names = globSync("components/*/*.yaml", { cwd: join(folder, "spec") }).map((file) => file.split("/").at(-1));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^([A-Z][a-z0-9]*)+\.yaml$/.test(name ?? ""))).toEqual([]);
  });

  it("of a path stand in the folder of its tag", () => {
    for (const file of globSync("paths/*/*.yaml", { cwd: join(folder, "spec") })) {
      const item = parse(readFileSync(join(folder, "spec", file), "utf8")) as Record<string, { tags?: string[] }>;
      const tags = Object.values(item).flatMap(({ tags: list = [] }) => list);
      expect(new Set(tags.map((tag) => tag.toLowerCase().replaceAll(" ", "-")))).toEqual(new Set([file.split("/")[1]]));
    }
  });
});

it("bundles to the committed document, byte by byte, and a change of one file shows in it", () => {
  const bundle = () => {
    const command = join(ROOT, "spec/node_modules/@redocly/cli/bin/cli.js");
    const args = [command, "bundle", "vpcep@v1", "--output=out.yaml"];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const { status } = spawnSync(process.execPath, args, { cwd: folder, env });
    expect(status).toBe(0);
    return readFileSync(join(folder, "out.yaml"), "utf8");
  };
  const committed = readFileSync(join(ROOT, "spec/dist/openapi.yaml"), "utf8");
  expect(bundle()).toBe(committed);
  edit("components/parameters/ProjectId.yaml", "maxLength: 64", "maxLength: 65");
  expect(bundle()).not.toBe(committed);
});
