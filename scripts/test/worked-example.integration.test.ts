// Follows "Add a field" of CONTRIBUTING.md.
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { artifacts } from "../artifacts/index.ts";
import { BUNDLE, ROOT } from "../core/artifact.ts";
import { changes, line } from "../tasks/diff/changes.ts";
import { versionProblem } from "../tasks/diff/version.ts";
import type { OpenApiDocument } from "../core/document.ts";
import { bundle, readFile } from "../testing/bundle.ts";

const example = readFile("CONTRIBUTING.md").match(/### Add a field\n[^]*?(?=\n### )/)?.[0] ?? "";
const block = (language: string) =>
  (example.match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``))?.[1] ?? "").replace(/^ {3}/gm, "");

interface Components {
  schemas: { Quota: { properties: Record<string, unknown> } };
  examples: { ListQuotaDetailsAllResponse: { value: { quotas: { resources: Record<string, unknown>[] } } } };
}

/** The description with the field of the example or without it, whichever it has now: who follows the example runs this, too. */
function described(withField: boolean): OpenApiDocument {
  const document = structuredClone(bundle);
  const { schemas, examples } = document.components as unknown as Components;
  const field = parse(block("yaml")) as Record<string, unknown>;
  for (const [name, schema] of Object.entries(field)) {
    delete schemas.Quota.properties[name];
    if (withField) schemas.Quota.properties[name] = schema;
    for (const quota of examples.ListQuotaDetailsAllResponse.value.quotas.resources) {
      delete quota[name];
      if (withField) quota[name] = 1;
    }
  }
  return document;
}

const [base, revised] = [described(false), described(true)];

it("the worked example lists the artifacts that move, and no other", { timeout: 120_000 }, async () => {
  const moved: string[] = [];
  for (const { path, render } of artifacts) {
    if (JSON.stringify(await render(revised)) !== JSON.stringify(await render(base))) moved.push(path);
  }
  const listed = [...example.matchAll(/^ {3}\| `([^`]+)` \|/gm)].map(([, path = ""]) => path);
  expect(listed.filter((path) => join(ROOT, path) !== BUNDLE).sort()).toEqual(moved.sort());
  expect(listed).toHaveLength(moved.length + 1);
});

it("the worked example prints what pnpm diff prints", () => {
  const found = changes(base, revised);
  const { version } = base.info;
  const printed = [
    ...found.map((change) => `${change.impact}  ${line(change)}`),
    `diff: ${versionProblem(version, version, found)}`,
  ].join("\n");
  const anyVersion = (text: string) => text.replace(/\d+\.\d+\.\d+/g, "X");
  expect(anyVersion(block("text").trim())).toBe(anyVersion(printed));
});
