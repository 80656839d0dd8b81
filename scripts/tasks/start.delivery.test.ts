// `pnpm start` and `pnpm dev`, in a clone of the repository, so that a change of its files disturbs nobody.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MOCK_ADDRESS_FILE } from "../artifacts/docs/addresses.ts";
import { plant } from "../testing/bundle.ts";
import { CACHED, cloneRepository } from "../testing/clone.ts";
import { send } from "../testing/http.ts";

let clone: string;
beforeAll(() => {
  clone = cloneRepository();
}, 180_000);
afterAll(() => rmSync(clone, { recursive: true }));

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

/** Starts it in the clone, which is built from the cache of this repository. */
function start(env: Record<string, string> = {}, args: string[] = []) {
  const child = spawn(process.execPath, ["scripts/tasks/start.ts", ...args], {
    cwd: clone,
    env: { ...process.env, PORT: "0", ...CACHED, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const state = { output: "", child, exit: once(child, "exit") as Promise<[number | null, string | null]> };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (state.output += chunk));
  return state;
}

async function started(args: string[] = []) {
  const state = start({}, args);
  await expect.poll(() => state.output, { timeout: 120_000 }).toMatch(/Ctrl-C stops both\.|start: /);
  const [, docs = "", mock = ""] = state.output.match(/Docs {2}(\S+)\n {2}Mock {2}(\S+) /) ?? [];
  return { ...state, docs, mock, output: () => state.output };
}

describe("pnpm start", { timeout: 180_000 }, () => {
  it.each(["SIGINT", "SIGTERM"] as const)("serves docs and mock on one origin until %s", async (signal) => {
    const { docs, mock, child, exit } = await started();
    expect((await send(docs, "GET")).body).toContain("<title>");
    expect((await send(docs + MOCK_ADDRESS_FILE, "GET")).body).toContain(`"${mock}"`);
    expect(JSON.parse((await send(`${mock}/__mock/health`, "GET")).body)).toMatchObject({ stateful: true });
    expect(new URL(mock).origin).toBe(new URL(docs).origin);
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
    await expect(send(docs, "GET")).rejects.toThrow("ECONNREFUSED");
  });

  it("prints first requests that work when they are pasted", async () => {
    const { output } = await started();
    const [, commands = ""] = output().match(/in another terminal:\n\n([^]*?)\n\nCtrl-C/) ?? [];
    const [curl = "", typescript = ""] = commands.split(/\n\nWith the client.*\n\n/);
    const paste = (text: string) => spawnSync("sh", ["-c", text], { cwd: clone, encoding: "utf8" });
    expect(JSON.parse(paste(`${curl} --silent --fail`).stdout)).toEqual(expect.any(Object));
    expect(paste(typescript)).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("{") });
  });

  it.each<[string, (taken: string) => Record<string, string>, (taken: string) => string]>([
    ["the port is taken", (PORT) => ({ PORT }), (port) => `start: port ${port} is taken; choose another with PORT`],
    ["the port is not valid", () => ({ PORT: "x" }), () => 'start: PORT must be a number from 0 to 65535, not "x"'],
    ["the build fails", () => ({ TURBO_CONCURRENCY: "x" }), () => "start: the build failed"],
  ])("exits with 1 when %s", async (_, env, message) => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const port = String((server.address() as AddressInfo).port);
    const state = start(env(port));
    expect(await state.exit).toEqual([1, null]);
    expect(state.output).toContain(message(port));
    server.close();
  });
});

/** Saves a file as many editors do: a file beside it takes its name. Waits until a build can have begun. */
async function saveByRename(file: string, text: string): Promise<void> {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
  await setTimeout(500);
}

describe("pnpm dev", { timeout: 180_000 }, () => {
  it("brings a saved change of the description to the open page and to the mock", async () => {
    const { docs, mock, output } = await started(["--watch"]);
    const events = await fetch(`${docs}__dev/events`);
    const reader = events.body!.getReader();
    const first = reader.read();
    expect((await send(docs, "GET")).body).toContain('src="/__dev/reload.js"');
    const file = join(clone, "spec/openapi.yaml");
    const text = readFileSync(file, "utf8");
    for (const saves of [1, 2, 3]) await saveByRename(file, `${text}# ${saves}\n`);
    await saveByRename(file, plant(text, /^ {2}title: .*/m, "  title: An API of another name"));
    await expect.poll(output, { timeout: 120_000 }).toContain("docs and mock built");
    expect(Buffer.from((await first).value ?? "").toString()).toContain("changed");
    await reader.cancel();
    await expect
      .poll(async () => (await send(docs, "GET")).body, { timeout: 60_000 })
      .toContain("An API of another name");
    await expect
      .poll(async () => (await send(`${mock}/__mock/health`, "GET")).body, { timeout: 60_000 })
      .toContain("An API of another name");
    const example = "spec/components/examples/ListQuotaDetailsAllResponse.yaml";
    await saveByRename(
      join(clone, example),
      plant(readFileSync(join(clone, example), "utf8"), /quota: \d+/, "quota: many"),
    );
    await expect.poll(output, { timeout: 60_000 }).toContain(`dev: ${example}: building docs and mock`);
    await expect.poll(output, { timeout: 60_000 }).toMatch(new RegExp(`dev: ${example}#/value/\\S+/quota: .*integer`));
    writeFileSync(file, "openapi: [");
    await expect.poll(output, { timeout: 60_000 }).toContain("the build failed; correct it and save again");
    expect((await send(docs, "GET")).status).toBe(200);
  });
});
