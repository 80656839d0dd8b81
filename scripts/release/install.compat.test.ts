import { execFile, execFileSync, spawn } from "node:child_process";
import { readFileSync, rmSync, mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { serveFolder } from "../tasks/serve.ts";
import { bundle, plant, readFile } from "../testing/bundle.ts";
import { send } from "../testing/http.ts";
import "../testing/shared-tarballs.ts";

const run = promisify(execFile);

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "install-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** The README's first call, sent to the mock instead of a region. */
function readmeCall(url: string): string {
  const code = readFile("README.md").match(/```ts\n([^]*?)```/)?.[1] ?? "";
  return plant(code, /region: "[^"]+",.*/, `baseUrl: ${JSON.stringify(url)},`);
}

describe.each([
  {
    manager: "npm",
    install: ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"],
    start: ["npx", "--no-install", "vpcep-mock"],
  },
  { manager: "pnpm", install: ["add", "--ignore-scripts", "--prefer-offline"], start: ["pnpm", "exec", "vpcep-mock"] },
])("in an empty folder, with $manager", ({ manager, install, start: [command = "", ...args] }) => {
  let folder: string;
  let url: string;
  let stop: () => void;
  beforeAll(async () => {
    folder = join(scratch, manager);
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
    await run(manager, [...install, ...Object.values(inject("tarballs"))], { cwd: folder });
    // The managers start the mock as a child of their own: a group of processes, that all end together.
    // An npx around the tests names its own packages in the environment, and another npx would ask for those.
    const { npm_config_package: _, ...env } = process.env;
    const child = spawn(command, [...args, "--port", "0"], {
      cwd: folder,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    stop = () => void (child.pid && child.exitCode === null && process.kill(-child.pid));
    url = await new Promise((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`${command} ended with ${code}`)));
      child.stdout.on("data", (chunk: Buffer) => {
        const ready = String(chunk).match(/ready on (http:\/\/\S+)/)?.[1];
        if (ready) resolve(ready);
      });
    });
  });
  afterAll(() => stop());

  it("the description's README runs", async () => {
    const code = readFile("spec/README.md").match(/```js\n([^]*?)```/)?.[1] ?? "";
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder });
    expect(stdout.trim()).toBe(
      `${bundle.info.title} ${Object.keys(bundle.paths ?? {}).length} ${readFile("spec/dist/openapi.yaml").length}`,
    );
  });

  it("the description is imported, and found as a file", async () => {
    const code = `
      import description from "@vpcep/spec";
      import json from "@vpcep/spec/openapi.json" with { type: "json" };
      import { readFileSync } from "node:fs";
      console.log(description.info.version, json === description, readFileSync(new URL(import.meta.resolve("@vpcep/spec/openapi.yaml")), "utf8").length);
    `;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder });
    expect(stdout.trim()).toBe(`${bundle.info.version} true ${readFile("spec/dist/openapi.yaml").length}`);
  });

  it("the README's first call of the client works with the mock", async () => {
    writeFileSync(join(folder, "call.ts"), readmeCall(url));
    const { stdout } = await run(process.execPath, ["call.ts"], {
      cwd: folder,
      env: { ...process.env, HUAWEICLOUD_SDK_TOKEN: "any" },
    });
    expect(stdout).toMatch(/^available \[/);
  });

  it("the types fit the README, and the description itself", () => {
    writeFileSync(join(folder, "call.ts"), readmeCall(url));
    const json = readFileSync(join(folder, "node_modules/@vpcep/spec/dist/openapi.json"), "utf8");
    const imports = `import spec, { type Spec } from "@vpcep/spec";\n`;
    writeFileSync(
      join(folder, "description.ts"),
      `${imports}export const title: string = spec.info.title;\nexport const whole: Spec = ${json};\n`,
    );
    const tsc = (file: string) => {
      const types = ["--typeRoots", join(ROOT, "scripts/node_modules/@types"), "--types", "node"];
      return execFileSync(
        join(ROOT, "node_modules/.bin/tsc"),
        [
          "--noEmit",
          "--strict",
          "--exactOptionalPropertyTypes",
          "--module",
          "nodenext",
          "--target",
          "es2024",
          ...types,
          file,
        ],
        { cwd: folder, encoding: "utf8" },
      );
    };
    expect(tsc("call.ts")).toBe("");
    expect(tsc("description.ts")).toBe("");
    writeFileSync(join(folder, "wrong.ts"), `${imports}export const title: number = spec.info.title;\n`);
    expect(() => tsc("wrong.ts")).toThrow();
  });

  it("the docs are served by any server of files", async () => {
    const site = await serveFolder(join(folder, "node_modules/@vpcep/docs/dist"), "127.0.0.1", 0);
    try {
      const { status, body } = await send(site.url, "GET");
      expect(status).toBe(200);
      expect(body).toContain(`<title>${bundle.info.title}`);
    } finally {
      site.close();
    }
  });
});
