import { globSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { plant } from "../../../scripts/testing/bundle.ts";
import "../../../scripts/testing/shared-tarballs.ts";
import { bundledSize } from "./support/bundle-size.ts";
import { imported, installTarballs, program, required, run, type Installed } from "./support/installed.ts";
import { serve, type ScriptedServer } from "./support/server.ts";

const require = createRequire(import.meta.url);
const PACKAGE = join(import.meta.dirname, "..");
const TARBALL = inject("tarballs")["@vpcep/client"] ?? "";

let user: Installed;
let folder: string;
let server: ScriptedServer;
beforeAll(async () => {
  user = await installTarballs(TARBALL);
  folder = user.folder;
  server = await serve([{ body: { total_count: 3 } }]);
});
afterAll(async () => {
  await server.close();
  user.remove();
});

describe("the package, installed", () => {
  it("is few packages and little of them", () => {
    const packages = globSync(["node_modules/*/package.json", "node_modules/@*/*/package.json"], { cwd: folder });
    const files = globSync("node_modules/**/*", { cwd: folder }).map((file) => statSync(join(folder, file)));
    const bytes = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
    console.log(`installed: ${packages.length} packages, ${bytes} bytes`);
    expect(packages.length).toBeLessThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(3_000_000);
  });

  it("depends on openapi-fetch alone, and has neither sources nor tests", () => {
    const installed = join(folder, "node_modules/@vpcep/client");
    const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<
      string,
      object
    >;
    expect(dependencies).toEqual({ "openapi-fetch": "0.17.0" });
    expect(existsSync(join(installed, "README.md"))).toBe(true);
    expect(globSync("{src,test}", { cwd: installed })).toEqual([]);
  });

  it("works from a module and from require", async () => {
    const module = user.write("use.mjs", program(imported, server.url));
    const common = user.write("use.cjs", program(required, server.url));
    for (const file of [module, common]) expect((await run(process.execPath, [file])).stdout).toBe("total 3\n");
  });

  it("is bundled for a browser, and the bundle runs without anything of Node's", async () => {
    const { text } = await bundledSize(program(imported, server.url), folder);
    expect(text).not.toMatch(/from"node:|require\(/);
    const withoutNode = user.write(
      "bundle.mjs",
      `const { fetch, console: { log } } = globalThis; globalThis.process.getBuiltinModule = undefined;\n${text}`,
    );
    expect((await run(process.execPath, [withoutNode])).stdout).toBe("total 3\n");
  });
});

describe("the declarations", () => {
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const usage = readFileSync(join(PACKAGE, "test/usage.ts"), "utf8");
  const check = (name: string, text: string) => {
    user.write(name, text);
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--ignoreConfig",
      "--types",
      "",
    ];
    return run(process.execPath, [tsc, ...options, name], { cwd: folder }).then(
      () => "",
      (error: { stdout: string }) => error.stdout,
    );
  };

  it("are right for what imports the package", async () => {
    expect(await check("usage.mts", usage)).toBe("");
  });

  it("refuse an option of a wrong type", async () => {
    expect(await check("wrong.mts", plant(usage, 'region: "cn-north-4"', "region: 4"))).toMatch(/error TS(2322|2820)/);
  });
});

it("makes the compiler do little for a call by name", async () => {
  const program = `
    import { createClient, tokenAuth } from "@vpcep/client";
    import { listEndpoints } from "@vpcep/client/operations";
    const client = createClient({ region: "cn-north-4", projectId: "p", auth: tokenAuth("t") });
    export const total: number | undefined = (await listEndpoints(client, { limit: 50 })).total_count;`;
  user.write("one.mts", program);
  const tsc = join(dirname(require.resolve("typescript-5/package.json")), "bin/tsc");
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
    "--extendedDiagnostics",
  ];
  const { stdout } = await run(process.execPath, [tsc, ...options, "one.mts"], { cwd: folder });
  const instantiations = Number(stdout.match(/Instantiations:\s+(\d+)/)?.[1]);
  console.log(`type-checking one call by name: ${instantiations} of 3000 instantiations`);
  expect(instantiations).toBeGreaterThan(0);
  expect(instantiations).toBeLessThanOrEqual(3000);
});

describe("the linters of packages", () => {
  const bin = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

  it("publint finds nothing, and would find a file that is not there", async () => {
    const { publint } = await import("publint");
    const lint = async (pkgDir: string) => (await publint({ pkgDir, pack: false, strict: true })).messages;
    const installed = join(folder, "node_modules/@vpcep/client");
    expect(await lint(installed)).toEqual([]);
    const manifest = join(installed, "package.json");
    const good = readFileSync(manifest, "utf8");
    writeFileSync(manifest, plant(good, "./dist/auth/index.js", "./dist/gone.js"));
    expect((await lint(installed)).map(({ code }) => code)).toContain("FILE_DOES_NOT_EXIST");
    writeFileSync(manifest, good);
  });

  it("attw finds nothing, whatever resolves the package, and would find declarations that are missing", async () => {
    const attw = (file: string) =>
      run(process.execPath, [bin("@arethetypeswrong/cli", "dist/index.js"), file, "--no-emoji", "--profile", "strict"]);
    expect((await attw(TARBALL)).stdout).toContain("No problems found");
    await run("tar", ["-xzf", TARBALL], { cwd: folder });
    rmSync(join(folder, "package/dist/cjs/auth/index.d.ts"));
    await run("tar", ["-czf", "planted.tgz", "package"], { cwd: folder });
    await expect(attw(join(folder, "planted.tgz"))).rejects.toMatchObject({
      stdout: expect.stringContaining("@vpcep/client/auth"),
    });
  });
});
