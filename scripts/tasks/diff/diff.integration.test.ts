import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { rate } from "./diff.ts";
import { ROOT } from "../../core/artifact.ts";
import { changes } from "./changes.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import { bundle } from "../../testing/bundle.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "diff-"));
  writeFileSync(join(folder, "base.yaml"), stringify(bundle, { aliasDuplicateObjects: false }));
});
afterAll(() => rmSync(folder, { recursive: true }));

// The edits below reach deep into plain data.
type Loose = Record<string, any>;

function revise(change: (document: Loose) => unknown, version = bundle.info.version): OpenApiDocument {
  const document = structuredClone(bundle) as unknown as Loose;
  change(document);
  document["info"].version = version;
  writeFileSync(join(folder, "revision.yaml"), stringify(document, { aliasDuplicateObjects: false }));
  return document as unknown as OpenApiDocument;
}

const SERVICES = "/v1/{project_id}/vpc-endpoint-services";
const details = (document: Loose) => document["paths"][`${SERVICES}/{vpc_endpoint_service_id}`];
const schema = (document: Loose, name: string) => document["components"].schemas[name];

describe("a change is rated, and wants a version", () => {
  it.each<[string, (document: Loose) => unknown, string, string]>([
    ["an operation that is gone", (d) => delete details(d).delete, "major", "- deleteEndpointService"],
    [
      "a parameter that is gone",
      (d) => d["paths"][SERVICES].get.parameters.splice(0, 1),
      "major",
      "- listEndpointService.query.endpoint_service_name",
    ],
    [
      "a parameter that became required",
      (d) => (d["paths"][SERVICES].get.parameters.find((p: Loose) => p["name"] === "net_type").required = true),
      "major",
      "~ listEndpointService.query.net_type: optional",
    ],
    [
      "a field of an answer that is gone",
      (d) => delete schema(d, "EndpointService").properties.status,
      "major",
      "- listServiceDetails.200.status",
    ],
    [
      "a field of an answer of another type",
      (d) => (schema(d, "EndpointService").properties.approval_enabled.type = "string"),
      "major",
      "~ listServiceDetails.200.approval_enabled",
    ],
    [
      "a field of a request that became required",
      (d) => schema(d, "EndpointServiceCreate").required.push("description"),
      "major",
      "~ createEndpointService.body.description: optional",
    ],
    [
      "a bound of a request that became narrower",
      (d) => (schema(d, "TagCreate").properties.key.maxLength = 36),
      "major",
      "~ createEndpointService.body.tags[].key",
    ],
    ["a status that is gone", (d) => delete details(d).get.responses["404"], "major", "- listServiceDetails.404"],
    [
      "a new operation",
      (d) => (details(d).patch = { ...details(d).get, operationId: "patchService" }),
      "minor",
      "+ patchService (PATCH",
    ],
    [
      "a new optional parameter",
      (d) => d["paths"][SERVICES].get.parameters.push({ name: "extra", in: "query", schema: { type: "string" } }),
      "minor",
      "+ listEndpointService.query.extra (optional",
    ],
    [
      "a new optional field of a request",
      (d) => (schema(d, "EndpointServiceCreate").properties.extra = { type: "string" }),
      "minor",
      "+ createEndpointService.body.extra",
    ],
    [
      "a new field of an answer",
      (d) => (schema(d, "EndpointService").properties.extra = { type: "string" }),
      "minor",
      "+ listServiceDetails.200.extra",
    ],
    [
      "an operation under another name",
      (d) => (details(d).get.operationId = "showService"),
      "major",
      "- listServiceDetails\n",
    ],
    [
      "an operation under another path",
      (d) => Object.assign(d["paths"], { "/v9": { get: details(d).get } }) && delete details(d).get,
      "major",
      "~ listServiceDetails: GET /v1/",
    ],
    ["a credential that is no longer taken", (d) => d["security"].pop(), "major", 'security [["Token"]]'],
    [
      "a value of a request's closed set that is gone",
      (d) => schema(d, "EndpointServiceServerType").enum.pop(),
      "major",
      "~ createEndpointService.body.server_type",
    ],
    [
      "a new value in a closed set of answers",
      (d) => schema(d, "EndpointStatus").enum.push("paused"),
      "major",
      "~ listEndpointInfoDetails.200.status",
    ],
    [
      "a pattern where there was none",
      (d) => (schema(d, "EndpointServiceCreate").properties.vpc_id.pattern = "^a$"),
      "major",
      "~ createEndpointService.body.vpc_id",
    ],
    [
      "a body that became required",
      (d) => (d["paths"][`${SERVICES}/{vpc_endpoint_service_id}/name`].put.requestBody.required = true),
      "major",
      "~ updateEndpointServiceName.body: optional",
    ],
    [
      "an answer of another media type",
      (d) => (details(d).get.responses["200"].content = { "text/plain": {} }),
      "major",
      "~ listServiceDetails.200: required, application/json",
    ],
    [
      "a body that takes no other fields",
      (d) => (schema(d, "EndpointServiceCreate").additionalProperties = false),
      "major",
      "no other fields",
    ],
    ["a server that is gone", (d) => d["servers"].pop(), "major", "- servers https://vpcep.{region}.myhuaweicloud.eu"],
    [
      "a new server",
      (d) => d["servers"].push({ url: "https://vpcep.example" }),
      "minor",
      "+ servers https://vpcep.example",
    ],
    [
      "a new status",
      (d) => (details(d).get.responses["429"] = { description: "Too many." }),
      "minor",
      "+ listServiceDetails.429 (no body)",
    ],
    [
      "a bound that became wider",
      (d) => (schema(d, "TagCreate").properties.key.maxLength = 1000),
      "patch",
      "~ createEndpointService.body.tags[].key",
    ],
    [
      "another default",
      (d) => (schema(d, "EndpointServiceCreate").properties.approval_enabled.default = false),
      "patch",
      "default true → optional",
    ],
    ["an operation that is to go", (d) => (details(d).get.deprecated = true), "patch", "deprecated"],
    [
      "a region that is new",
      (d) => d["servers"][0].variables.region.enum.push("mars-1"),
      "patch",
      "+ servers https://vpcep.{region}.myhuaweicloud.com region mars-1",
    ],
  ])("%s", (_, change, impact, entry) => {
    const revision = revise(change);
    const { report, problem } = rate(join(folder, "base.yaml"), join(folder, "revision.yaml"));
    expect(report.bump).toBe(impact);
    expect(problem).toContain(`info.version stayed ${bundle.info.version}`);
    expect(changes(bundle, revision).join("\n")).toContain(entry);
    const [major = 0, minor = 0, patch = 0] = bundle.info.version.split(".").map(Number);
    // Below 1.0, what breaks raises the second number.
    const raised =
      impact === "major" && major > 0
        ? `${major + 1}.0.0`
        : impact === "patch"
          ? `${major}.${minor}.${patch + 1}`
          : `${major}.${minor + 1}.0`;
    revise(change, raised);
    expect(rate(join(folder, "base.yaml"), join(folder, "revision.yaml")).problem).toBeUndefined();
  });

  it("is not asked for where nothing changed, or only words did", () => {
    revise(() => undefined);
    expect(rate(join(folder, "base.yaml"), join(folder, "revision.yaml"))).toMatchObject({
      problem: undefined,
      report: { changes: [] },
    });
    const reworded = revise((d) => (schema(d, "EndpointService").description = "In other words."));
    expect(changes(bundle, reworded)).toEqual([]);
    expect(rate(join(folder, "base.yaml"), join(folder, "revision.yaml")).report.bump ?? "patch").toBe("patch");
  });

  it("is asked for where only an extension changed that callers see", () => {
    const revision = revise((d) => details(d).get["x-error-codes"].pop());
    const { lines, problem } = rate(join(folder, "base.yaml"), join(folder, "revision.yaml"));
    expect(lines).toEqual(changes(bundle, revision));
    expect(lines).toEqual([expect.stringMatching(/^- listServiceDetails\.code\.EndPoint\.\d+$/)]);
    expect(problem).toBe(`info.version stayed ${bundle.info.version}, and the changelog is not empty`);
  });

  it("does not pass below 1.0 with the last number alone", () => {
    revise(
      (d) => delete details(d).delete,
      bundle.info.version.replace(/\d+$/, (patch) => String(Number(patch) + 1)),
    );
    expect(rate(join(folder, "base.yaml"), join(folder, "revision.yaml")).problem).toContain("require a minor bump");
  });
});

describe("the command", () => {
  const diff = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, "scripts/tasks/diff/diff.ts"), ...args], { encoding: "utf8" });

  it("passes the description against the last release", () => {
    const { status, stderr } = diff();
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("fails on a breaking change, with a table, the changelog and the reason", () => {
    revise((d) => delete details(d).delete);
    const { status, stdout, stderr } = diff(
      "--base",
      join(folder, "base.yaml"),
      "--revision",
      join(folder, "revision.yaml"),
    );
    expect(status).toBe(1);
    expect(stdout).toContain("| major |");
    expect(stdout).toContain("\n- deleteEndpointService\n");
    expect(stderr).toMatch(/^diff: info\.version stayed/);
  });

  it("names a base that does not exist", () => {
    expect(diff("--base", "nowhere.yaml").stderr).toContain("nowhere.yaml does not exist");
  });
});
