// Publishes to a registry server, installs from it with every package manager, and publishes a second release.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../core/artifact.ts";
import { serveFolder } from "../tasks/serve.ts";
import { launchBrowser } from "../testing/browser.ts";
import { bundle, plant, readFile } from "../testing/bundle.ts";
import { CACHED, cloneRepository } from "../testing/clone.ts";
import { send } from "../testing/http.ts";
import { startRegistry, type Registry } from "../testing/registry.ts";
import { readPackages } from "./packages.ts";
import { readTarball } from "./tarball.ts";
import "../testing/shared-tarballs.ts";

const exec = promisify(execFile);
const published = readPackages(ROOT).filter((each) => !each.private);
const names = published.map(({ name }) => name).sort();
const [{ version = "" } = {}] = published;
/** Version that `pnpm release:version` sets for the pending changesets and one more. */
const next = "0.2.0";

let scratch: string;
let registry: Registry;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "registry-"));
  registry = await startRegistry(scratch);
  mkdirSync(join(scratch, "packages"));
  for (const tarball of Object.values(inject("tarballs")))
    cpSync(tarball, join(scratch, "packages", basename(tarball)));
});
afterAll(async () => {
  await registry.stop();
  rmSync(scratch, { recursive: true });
});

/** Runs a command of a user of the registry; returns what it printed. */
async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const env = { ...registry.env, HUAWEICLOUD_SDK_TOKEN: "any" };
  return (await exec(command, args, { cwd, env, maxBuffer: 2 ** 26 })).stdout.trim();
}

/** Runs a command of a maintainer in a checkout. */
async function maintain(cwd: string, command: string, ...args: string[]): Promise<string> {
  return (await exec(command, args, { cwd, env: { ...process.env, ...CACHED }, maxBuffer: 2 ** 26 })).stdout;
}

/** Returns the versions and the tags of a package. */
async function view(name: string): Promise<unknown> {
  const [found] = JSON.parse(await run(scratch, "npm", "view", name, "versions", "dist-tags", "--json")) as unknown[];
  return found;
}

/** Runs the line of the workflow that publishes, without the signature that only a workflow can have. */
const publish = (tarballs: string) =>
  `npm run --silent release:publish -- --tarballs ${tarballs} --no-provenance`.split(" ");

describe("a release", () => {
  it("goes on where it was interrupted, and skips what is published", async () => {
    const tarballs = join(scratch, "packages");
    const [command = "", ...args] = publish(tarballs);
    const child = spawn(command, args, {
      cwd: ROOT,
      env: registry.env,
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await once(child, "exit");

    const again = (await run(ROOT, command, ...args)).split("\n");
    expect(again[0]).toBe(`${names[0]}@${version} was published before: skipped`);
    expect(again.at(-1)).toBe(`${names.at(-1)}@${version} is published as latest`);
  });

  it.each(names)("of %s has the files of its tarball, and the tag latest", async (name) => {
    expect(await view(name)).toMatchObject({ versions: [version], "dist-tags": { latest: version } });
    const folder = mkdtempSync(join(scratch, "packed-"));
    const file = await run(folder, "npm", "pack", "--silent", name);
    expect(readTarball(join(folder, file))).toEqual(readTarball(inject("tarballs")[name] ?? ""));
  });

  it("is not published when the registry does not respond, or without tarballs", async () => {
    const script = join(ROOT, "scripts/release/publish.ts");
    const env = { ...registry.env, NPM_CONFIG_REGISTRY: "http://127.0.0.1:9/", NPM_CONFIG_FETCH_RETRIES: "0" };
    const failing = (tarballs: string) => exec(process.execPath, [script, "--tarballs", tarballs], { env });
    await expect(failing(join(scratch, "packages"))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("ECONNREFUSED"),
    });
    await expect(failing(join(scratch, "home"))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has no tarballs; run "pnpm release:pack"'),
    });
  });
});

/** The README's first call, which the mock receives where it sets `VPCEP_BASE_URL`. */
function firstCall(): string {
  return readFile("README.md").match(/```ts\n([^]*?)```/)?.[1] ?? "";
}

describe.each([
  { manager: "npm", add: ["install", "--no-audit", "--no-fund"], execute: ["npx", "--no-install"] },
  { manager: "pnpm", add: ["add"], execute: ["pnpm", "exec"] },
  { manager: "yarn", add: ["add"], execute: ["yarn", "run"] },
  { manager: "bun", add: ["add"], execute: ["bun", "x"] },
])("installed from the registry with $manager", ({ manager, add, execute: [command = "", ...args] }) => {
  let folder: string;
  beforeAll(async () => {
    folder = join(scratch, manager);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), `{ "name": "user", "private": true, "type": "module" }`);
    // Tells yarn that the folder is a project.
    if (manager === "yarn") writeFileSync(join(folder, "yarn.lock"), "");
    await run(folder, manager, ...add, ...names);
    writeFileSync(join(folder, "first-call.ts"), firstCall());
  });
  const evaluate = (code: string) => run(folder, process.execPath, "--input-type=module", "--eval", code);

  it("the description's README runs", async () => {
    const paths = Object.keys(bundle.paths ?? {}).length;
    const text = readFile("spec/dist/openapi.yaml");
    expect(await evaluate(readFile("spec/README.md").match(/```js\n([^]*?)```/)?.[1] ?? "")).toBe(
      `${bundle.info.title} ${paths} ${text.length}`,
    );
  });

  it("the description is imported, and found as a file", async () => {
    const code = `
      import description from "@vpcep/spec";
      import json from "@vpcep/spec/openapi.json" with { type: "json" };
      import { readFileSync } from "node:fs";
      console.log(description.info.version, json === description, readFileSync(new URL(import.meta.resolve("@vpcep/spec/openapi.yaml")), "utf8").length);
    `;
    expect(await evaluate(code)).toBe(`${bundle.info.version} true ${readFile("spec/dist/openapi.yaml").length}`);
  });

  it("the README's first call of the client works with the mock", async () => {
    const output = await run(folder, command, ...args, "vpcep-mock", "--", process.execPath, "first-call.ts");
    expect(output).toMatch(/^available \[/m);
  });

  it("the types fit the README, and the description itself", async () => {
    const json = readFileSync(join(folder, "node_modules/@vpcep/spec/dist/openapi.json"), "utf8");
    const lines = [
      `import spec, { type Spec } from "@vpcep/spec";`,
      `export const title: string = spec.info.title;`,
      `// @ts-expect-error The title is a text.`,
      `export const wrong: number = spec.info.title;`,
      `export const whole: Spec = ${json};`,
    ];
    writeFileSync(join(folder, "description.ts"), lines.join("\n"));
    const types = ["--typeRoots", join(ROOT, "scripts/node_modules/@types"), "--types", "node"];
    const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", ...types];
    const tsc = join(ROOT, "node_modules/.bin/tsc");
    expect(await run(folder, tsc, ...options, "--target", "es2024", "first-call.ts", "description.ts")).toBe("");
  });

  it("the docs are served by any server of files", async () => {
    const site = await serveFolder(join(folder, "node_modules/@vpcep/docs/dist"), "127.0.0.1", 0);
    try {
      const { status, body } = await send(site.url, "GET");
      expect(status).toBe(200);
      expect(body).toMatch(new RegExp(`<title>.*${bundle.info.title}`));
    } finally {
      site.close();
    }
  });
});

it("npx fetches the mock for one command", async () => {
  const folder = mkdtempSync(join(scratch, "npx-"));
  const call = join(scratch, "npm/first-call.ts");
  expect(await run(folder, "npx", "--yes", "@vpcep/mock", "--", process.execPath, call)).toMatch(/^available \[/m);
});

describe("a second release with a new field", () => {
  let clone: string;
  let site: string;
  beforeAll(async () => {
    clone = cloneRepository();
    const edit = (file: string, from: string | RegExp, to: string) =>
      writeFileSync(join(clone, file), plant(readFileSync(join(clone, file), "utf8"), from, to));
    const field = "  reserved:\n    type: integer\n    minimum: 0\n    description: How many are set aside.\n";
    edit("spec/components/schemas/Quota.yaml", /^properties:\n/m, `properties:\n${field}`);
    writeFileSync(
      join(clone, ".changeset/reserved.md"),
      `---\n"@vpcep/spec": minor\n---\n\n\`listQuotaDetails\` returns what is set aside.\n`,
    );
    await maintain(clone, "pnpm", "release:version");
    await maintain(clone, "pnpm", "release:pack");
    const [command = "", ...args] = publish(join(clone, "reports/packages"));
    await run(clone, command, ...args);

    // As the workflow for the docs does it.
    const docs = parse(readFile(".github/workflows/docs.yml")) as {
      jobs: { assemble: { steps: { name?: string; run?: string }[] } };
    };
    const fetching = docs.jobs.assemble.steps.find(({ name }) => name?.startsWith("Fetch every version"))?.run ?? "";
    site = join(scratch, "site");
    await run(clone, "bash", "-eo", "pipefail", "-c", fetching);
    await maintain(clone, "node", "scripts/release/site.ts", "--tarballs", "tarballs", "--out", site);
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  it("moves the tag latest, and keeps the first one", async () => {
    for (const name of names)
      expect(await view(name)).toMatchObject({ versions: [version, next], "dist-tags": { latest: next } });
  });

  it("has its changes in the changelog, and is the new base of the diff", async () => {
    const log = readFileSync(join(clone, "CHANGELOG.md"), "utf8");
    expect(log).toMatch(new RegExp(`## ${next}[^]*\`quotas\\.resources\\[\\]\\.reserved\` added[^]*## ${version}`));
    expect(await maintain(clone, "node", "scripts/tasks/diff/diff.ts")).not.toContain("reserved");
  });

  it("has the words of its changeset in its notes, and on the changelog's page with date and links", async () => {
    expect(readFileSync(join(clone, "reports/notes.md"), "utf8")).toContain(
      "`listQuotaDetails` returns what is set aside.",
    );
    const page = readFileSync(join(site, "latest/changelog.html"), "utf8");
    expect(page).toContain(
      '<a href="reference/listQuotaDetails.html"><code translate="no">listQuotaDetails</code></a> returns what is set aside.',
    );
    expect(page).toContain(`<time datetime="${new Date().toISOString().slice(0, 10)}">`);
  });

  it("has the new field after an update", async () => {
    await run(join(scratch, "npm"), "npm", "install", "--no-audit", "--no-fund", "@vpcep/client@latest");
    expect(readFileSync(join(scratch, "npm/node_modules/@vpcep/client/dist/generated/schema.d.ts"), "utf8")).toContain(
      "reserved?: number",
    );
  });

  it("has its docs beside those of the first one, and a picker that leads there", async () => {
    const server = await serveFolder(site, "127.0.0.1", 0);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${server.url}latest/reference/schemas/Quota.html`);
      expect(await page.locator("main").innerText()).toContain("reserved");
      await page.locator(".versions summary").click();
      const links = page.locator(".versions li a");
      await links.getByText(version, { exact: true }).click();
      expect(new URL(page.url()).pathname).toBe(`/${version}/reference/schemas/Quota.html`);
      expect(await page.locator("main").innerText()).not.toContain("reserved");
      await page.locator(".versions summary").click();
      await links.getByText(`${next} (latest)`).click();
      expect(new URL(page.url()).pathname).toBe(`/${next}/reference/schemas/Quota.html`);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
