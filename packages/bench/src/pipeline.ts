// Measures how build times grow with the description: bundling, each generator, and the whole build, for this description and for
// synthesised ones, made of copies of its paths under other addresses and names.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { artifacts } from "../../../scripts/artifacts/index.ts";
import { BUNDLE, ROOT } from "../../../scripts/core/artifact.ts";
import { listOperations, readDocument } from "../../../scripts/core/document.ts";
import { plant } from "../../../scripts/testing/bundle.ts";
import { synthesise } from "../lib/synthesise.ts";

const SIZES = [100, 300, 1000];
/** Steps whose time is, for the most part, that of a tool of someone else's. */
const TOOLS = new Map([
  ["spec/dist/openapi.yaml", "Redocly CLI"],
  ["packages/client/src/generated/schema.ts", "openapi-typescript"],
  ["packages/client/src/generated/validate", "Ajv"],
  ["packages/docs/dist", "Redocly CLI"],
  ["packages/client/dist", "tsc"],
]);
const ENV = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

const original = readDocument(BUNDLE);
const own = listOperations(original).length;

async function seconds(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

/** A checkout without history, with its dependencies installed from the local store. */
function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), "pipeline-"));
  const files = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  execFileSync("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: folder, stdio: "ignore" });
  return folder;
}

const rows = new Map<string, number[]>();
const note = (name: string, value: number) => rows.set(name, [...(rows.get(name) ?? []), value]);
const step = (path: string) => (TOOLS.has(path) ? `${path} (${TOOLS.get(path)})` : path);

console.error("preparing a scratch checkout …");
const folder = checkout();
const spec = join(folder, "spec/openapi.yaml");
const build = (...args: string[]) =>
  execFileSync(process.execPath, [join(folder, "node_modules/turbo/bin/turbo"), "run", "build", ...args], {
    cwd: folder,
    env: ENV,
    stdio: "ignore",
  });

try {
  for (const size of [own, ...SIZES]) {
    console.error(`${size} operations …`);
    const document = size === own ? original : synthesise(original, size);
    if (listOperations(document).length !== size)
      throw new Error(`synthesised ${listOperations(document).length} operations, not ${size}`);
    writeFileSync(spec, stringify(document, { aliasDuplicateObjects: false }));
    const run = (name: string, ...args: string[]) =>
      execFileSync(process.execPath, [join(folder, name), ...args], { cwd: folder, env: ENV, stdio: "ignore" });
    note(
      step("spec/dist/openapi.yaml"),
      await seconds(() => run("spec/node_modules/@redocly/cli/bin/cli.js", "bundle", "vpcep@v1", "--output=out.yaml")),
    );
    for (const artifact of artifacts) note(step(artifact.path), await seconds(() => artifact.render(document)));
    note("build, cold", await seconds(() => build("--force")));
    note(
      step("packages/client/dist"),
      await seconds(() =>
        run("packages/client/node_modules/typescript/bin/tsc", "--project", "packages/client/tsconfig.build.json"),
      ),
    );
    note("build, again", await seconds(() => build()));
    note("build, nothing changed", await seconds(() => build()));
    writeFileSync(
      spec,
      plant(readFileSync(spec, "utf8"), "Unique ID of the endpoint service.", "ID of the endpoint service."),
    );
    note("build, one schema changed", await seconds(() => build()));
  }
} finally {
  rmSync(folder, { recursive: true });
}

const heads = [own, ...SIZES].map((size) => `${size} ops`);
console.log(`\n| step, seconds | ${heads.join(" | ")} | time × per operations × |`);
console.log(`| --- |${" ---: |".repeat(heads.length + 1)}`);
const factor = (SIZES.at(-1) ?? own) / own;
for (const [name, values] of rows) {
  const growth = (values.at(-1) ?? 0) / (values[0] ?? 1) / factor;
  console.log(`| ${name} | ${values.map((value) => value.toFixed(2)).join(" | ")} | ${growth.toFixed(2)} |`);
}
console.log(
  "\nThe last column is 1 where the time grows in proportion to the operations, and less where a fixed cost dominates.",
);
const steps = [...rows].filter(([name]) => !name.startsWith("build, "));
const [slowest = ""] = steps.sort(([, a], [, b]) => (b.at(-1) ?? 0) - (a.at(-1) ?? 0))[0] ?? [];
console.log(`Of the steps, ${slowest} takes longest at ${heads.at(-1)}.`);
