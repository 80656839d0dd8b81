import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../../../scripts/testing/browser.ts";
import "../../../scripts/testing/shared-tarballs.ts";
import { bundledSize } from "./support/bundle-size.ts";
import { imported, installTarballs, program, required, run, type Installed } from "./support/installed.ts";
import { serve, type ScriptedServer } from "./support/server.ts";
import { checkDeclarations } from "./support/typescript.ts";
import { COMPAT, WORKS_WITH } from "./support/works-with.ts";

const { "@vpcep/client": client = "", "@vpcep/mock": mock = "" } = inject("tarballs");

let user: Installed;
let server: ScriptedServer;
beforeAll(async () => {
  user = await installTarballs(client, mock);
  linkTools(join(user.folder, "node_modules"));
  server = await serve([{ body: { total_count: 3 } }]);
});
afterAll(async () => {
  await server.close();
  user.remove();
});

/** Makes the tools importable for the user's files, as if they were installed beside the client. */
function linkTools(target: string): void {
  for (const name of ["@types/jest", "esbuild", "jest", "ts-jest", "typescript", "vite", "vitest", "webpack"]) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    if (!existsSync(join(target, name))) symlinkSync(join(COMPAT, "node_modules", name), join(target, name));
  }
}

const tool = (name: string, file: string) => join(COMPAT, "node_modules", name, file);
/** The entry point of a tool's command. */
const command = (name: string) => {
  const { bin } = createRequire(import.meta.url)(tool(name, "package.json")) as {
    bin: string | Record<string, string>;
  };
  return tool(name, typeof bin === "string" ? bin : (Object.values(bin)[0] ?? ""));
};
const execute = async (file: string, ...args: string[]) => {
  const { stdout, stderr } = await run(file, args, { cwd: user.folder, env: { ...process.env, NODE_PATH: "" } });
  return stdout + stderr;
};
const node = (...args: string[]) => execute(process.execPath, ...args);
const module = () => user.write("call.mjs", program(imported, server.url));
const common = () => user.write("call.cjs", program(required, server.url));
const bundle = async () => (await bundledSize(`${program(imported, server.url)} await called;`, user.folder)).text;

/** A test of a user, for a runner whose `it` and `expect` are Jest's; `load` writes a statement that gets names from a module. */
const test = (load: (names: string, module: string) => string) => `
  ${load("{ createClient, tokenAuth, VpcepNotFoundError }", "@vpcep/client")}
  ${load("{ listEndpoints }", "@vpcep/client/operations")}
  ${load("{ startMock }", "@vpcep/mock")}
  it("lists", async () => {
    const mock = await startMock();
    const client = createClient({ baseUrl: mock.url, projectId: "6e9dfd51d1124e8d8498dce894923a0d", auth: tokenAuth("t") });
    expect((await listEndpoints(client, {})).endpoints?.length).toBeGreaterThan(0);
    await expect(listEndpoints(client, {}, { headers: { Prefer: "code=404" } })).rejects.toThrow(VpcepNotFoundError);
    await mock.stop();
  }, 60_000);`;
const statement = (names: string, name: string) => `import ${names} from "${name}";`;

/** Writes a folder with a test in it, and options for the runner. */
const testFolder = (file: string, text: string, manifest = "{}") => {
  user.write(join(dirname(file), "package.json"), manifest);
  return dirname(user.write(file, text));
};

/** Builds the program with a bundler, by a script, and runs the bundle. */
const bundled = async (script: string) => {
  module();
  await node(user.write("build.mjs", script));
  return node(join(user.folder, "bundled/out.mjs"));
};

/** Tests of the rows of the table; each resolves with the output of its program. */
const CHECKS: Record<keyof typeof WORKS_WITH, (name: string) => Promise<string>> = {
  Node: async (name) =>
    (await execute(tool(name, "bin/node"), module())) + (await execute(tool(name, "bin/node"), common())),
  Bun: async (name) => {
    const bun = tool(name, "bin/bun");
    return (await execute(bun, "run", module())) + (await execute(bun, "run", common()));
  },
  Deno: (name) => execute(tool(name, "deno"), "run", "--allow-net", "--allow-env", module()),
  workerd: async (name) => {
    user.write("worker.js", `export default { async test() { ${await bundle()} } };`);
    const config = user.write(
      "config.capnp",
      `using Workerd = import "/workerd/workerd.capnp";
       const config :Workerd.Config = (services = [
         (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")],
           compatibilityDate = "2026-01-01", globalOutbound = "loopback")),
         (name = "loopback", network = (allow = ["local", "private", "public"])),
       ]);`,
    );
    return execute(tool(name, "bin/workerd"), "test", config);
  },
  Chromium: async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const logged = page.waitForEvent("console");
      // On this origin, cryptography is there as on https pages.
      await page.goto(server.url);
      await page.addScriptTag({ content: await bundle(), type: "module" });
      return (await logged).text();
    } finally {
      await browser.close();
    }
  },
  TypeScript: (name) => checkDeclarations(user, tool(name, "bin/tsc"), Number(name.replace("typescript-", ""))),
  Jest: (name) => {
    const text = test((names, from) => `const ${names} = ${required(from)};`);
    return node(command(name), "--projects", testFolder(`${name}/list.test.js`, text));
  },
  "ts-jest": () => {
    const folder = testFolder("ts-jest/list.test.ts", test(statement), '{ "jest": { "preset": "ts-jest" } }');
    user.write(
      "ts-jest/tsconfig.json",
      '{ "compilerOptions": { "module": "commonjs", "strict": true, "esModuleInterop": true } }',
    );
    return node(command("jest"), "--projects", folder);
  },
  Vitest: (name) => {
    const text = `import { expect, it } from "vitest"; ${test(statement)}`;
    return node(command(name), "run", "--root", testFolder("vitest/list.test.ts", text));
  },
  "node:test": (name) => {
    const text = `import { it } from "node:test"; ${program(imported, server.url)} it("lists", () => called);`;
    return execute(tool(name, "bin/node"), "--test", user.write("list.test.mjs", text));
  },
  esbuild: () =>
    bundled(`import { build } from "esbuild";
      await build({ entryPoints: ["call.mjs"], bundle: true, minify: true, format: "esm", outfile: "bundled/out.mjs" });`),
  Vite: () =>
    bundled(`import { build } from "vite";
      await build({ logLevel: "warn", build: { outDir: "bundled", emptyOutDir: true, target: "es2022",
        lib: { entry: "call.mjs", formats: ["es"], fileName: () => "out.mjs" } } });`),
  webpack: () =>
    bundled(`import webpack from "webpack";
      const config = { mode: "production", entry: "./call.mjs", target: "es2022", experiments: { outputModule: true },
        output: { path: process.cwd() + "/bundled", filename: "out.mjs", module: true, chunkFormat: "module" } };
      await new Promise((resolve, reject) => webpack(config, (error, stats) =>
        error || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve()));`),
};

describe.each(Object.entries(WORKS_WITH))("the packed client in %s", (row, [packages]) => {
  it.each(packages)("makes a call (%s)", { timeout: 120_000 }, async (name) => {
    const printed = await CHECKS[row as keyof typeof WORKS_WITH](name);
    expect(printed).toMatch(/total 3|1 passed|pass 1|declarations are right/);
  });
});
