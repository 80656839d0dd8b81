import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";

const run = promisify(execFile);
const INSTALL = ["install", "--frozen-lockfile", "--ignore-scripts", "--prefer-offline"];
const TOKEN = "a-token-of-this-test";
const SLICE = ["@vpcep/spec", "@vpcep/client"];
const BUILT = ["spec/dist/openapi.json", "packages/client/dist/index.js"];

let scratch: string;
let server: ChildProcess;
let url: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "remote-cache-"));
  const home = join(scratch, "server");
  cpSync(join(ROOT, "scripts/release/remote-cache"), home, { recursive: true });
  await run("pnpm", INSTALL, { cwd: home });
  server = spawn(process.execPath, ["node_modules/turborepo-remote-cache/dist/cli.js"], {
    cwd: home,
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      TURBO_TOKEN: TOKEN,
      STORAGE_PATH: join(scratch, "artifacts"),
      STORAGE_PATH_USE_TMP_FOLDER: "false",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  url = await new Promise((resolve, reject) => {
    let output = "";
    server.once("exit", (code) => reject(new Error(`the cache server ended with ${code}: ${output}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      const ready = output.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
      if (ready) resolve(ready);
    });
  });
}, 180_000);
afterAll(async () => {
  server.removeAllListeners("exit").kill("SIGKILL");
  await once(server, "exit");
  rmSync(scratch, { recursive: true });
});

/** A checkout without anything built, and with no cache of its own. */
async function checkout(name: string): Promise<string> {
  const folder = join(scratch, name);
  const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    maxBuffer: 2 ** 24,
  });
  for (const file of stdout
    .split("\0")
    .filter((path) => path && !path.startsWith("spec/dist/") && existsSync(join(ROOT, path)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  // Turbo looks for files as git does, and would otherwise find those of a repository around this one.
  await run("git", ["init", "--quiet"], { cwd: folder });
  await run("pnpm", INSTALL, { cwd: folder });
  return folder;
}

/** Builds packages of a checkout; returns turbo's summary. */
async function build(cwd: string, names: string[], token = TOKEN): Promise<string> {
  const env = {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_API: url,
    TURBO_TOKEN: token,
    TURBO_TEAM: "team_vpcep",
    TURBO_CACHE: "remote:rw",
  };
  const { stdout, stderr } = await run(
    process.execPath,
    [join(ROOT, "node_modules/turbo/bin/turbo"), "run", "build", ...names.map((name) => `--filter=${name}`)],
    { cwd, env },
  );
  return stdout + stderr;
}

it(
  "a second checkout builds nothing, and has everything; with another token, it builds for itself",
  { timeout: 180_000 },
  async () => {
    const [first, second] = [await checkout("first"), await checkout("second")];
    const total = (await build(first, SLICE)).match(/Cached: +0 cached, (\d+) total/)?.[1];
    expect(Number(total)).toBeGreaterThan(2);
    expect(await build(second, SLICE)).toMatch(new RegExp(`Cached: +${total} cached, ${total} total`));
    for (const file of BUILT)
      expect(readFileSync(join(second, file), "utf8")).toBe(readFileSync(join(first, file), "utf8"));
    expect(await build(second, SLICE.slice(0, 1), "another-token")).toMatch(/Cached: +0 cached/);
  },
);
