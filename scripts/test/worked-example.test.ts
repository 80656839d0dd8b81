// Follows the worked example of CONTRIBUTING.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { artifacts } from "../artifacts.ts";
import { rate } from "../diff.ts";
import { BUNDLE, ROOT } from "../lib/artifact.ts";
import { changes } from "../lib/changes.ts";
import { bundle, readFile } from "../testing/bundle.ts";

const example = readFile("CONTRIBUTING.md").match(/### A worked example\n[^]*?(?=\n### )/)?.[0] ?? "";
const block = (language: string) => (example.match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``))?.[1] ?? "").replace(/^ {3}/gm, "");

interface Quota {
  quota: number;
  reserved?: number;
}

const revised = structuredClone(bundle);
const { schemas, examples } = revised.components as unknown as { schemas: Record<string, { properties: object }>; examples: Record<string, { value: { quotas: { resources: Quota[] } } }> };
Object.assign(schemas["Quota"]?.properties ?? {}, parse(block("yaml")));
for (const quota of examples["ListQuotaDetailsAllResponse"]?.value.quotas.resources ?? []) quota.reserved = 1;

it("the worked example lists the artifacts that move, and no other", { timeout: 120_000 }, async () => {
  const moved: string[] = [];
  for (const { path, render } of artifacts) {
    if (JSON.stringify(await render(revised)) !== JSON.stringify(await render(bundle))) moved.push(path);
  }
  const listed = [...example.matchAll(/^ {3}\| `([^`]+)` \|/gm)].map(([, path = ""]) => path);
  expect(listed.filter((path) => join(ROOT, path) !== BUNDLE).sort()).toEqual(moved.sort());
  expect(listed).toHaveLength(moved.length + 1);
});

it("the worked example says what pnpm diff says", () => {
  const folder = mkdtempSync(join(tmpdir(), "worked-example-"));
  try {
    const file = join(folder, "openapi.yaml");
    writeFileSync(file, stringify(revised, { aliasDuplicateObjects: false }));
    const version = (text: string) => text.replace(/\d+\.\d+\.\d+/g, "X");
    const said = [...changes(bundle, revised), `diff: ${rate(BUNDLE, file).problem}`].join("\n");
    expect(version(block("text").trim())).toBe(version(said));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
