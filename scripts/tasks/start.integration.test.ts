// `pnpm start` in a copy of the repository whose build is done already, so that it does not disturb the tests beside this one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../core/artifact.ts";
import { MOCK_ADDRESS_FILE } from "../artifacts/docs/addresses.ts";
import { send } from "../testing/http.ts";

let copy: string;
const turbo = (code: number) =>
  writeFileSync(
    join(copy, "node_modules/turbo/bin/turbo"),
    `console.log("built", process.argv.slice(2).join(" "), process.env.TURBO_TELEMETRY_DISABLED); process.exit(${code});`,
  );
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "start-"));
  cpSync(join(ROOT, "scripts"), join(copy, "scripts"), {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  for (const path of ["scripts/node_modules", "spec", "packages"]) symlinkSync(join(ROOT, path), join(copy, path));
  mkdirSync(join(copy, "node_modules/turbo/bin"), { recursive: true });
  turbo(0);
});
afterAll(() => rmSync(copy, { recursive: true }));

/** Starts it; gives what it prints, and the addresses once they are there. */
function start(ports: Record<string, string>) {
  const child = spawn(process.execPath, [join(copy, "scripts/tasks/start.ts")], {
    env: { ...process.env, DOCS_PORT: "0", MOCK_PORT: "0", ...ports },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const state = { output: "", child, exit: once(child, "exit") as Promise<[number | null, string | null]> };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (state.output += chunk));
  return state;
}

describe("pnpm start", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "builds, serves docs and mock, prints a request to try, and stops all of it on %s",
    async (signal) => {
      const state = start({});
      await expect.poll(() => state.output).toContain("Ctrl-C stops both.");
      expect(state.output).toMatch(/^built run build 1\n/);
      const [, docs = "", mock = "", headers = "", url = ""] =
        state.output.match(/Docs {2}(\S+)\n {2}Mock {2}(\S+)\n {2}Try {3}curl ((?:-H '[^']+' )*)'?(\S+?)'?\n/) ?? [];
      expect((await send(docs, "GET")).body).toContain("<title>");
      expect((await send(docs + MOCK_ADDRESS_FILE, "GET")).body).toContain(mock);
      expect(url).toMatch(new RegExp(`^${mock}/`));
      const given = Object.fromEntries(
        [...headers.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = "", value = ""]) => [name, value]),
      );
      expect((await send(url, "GET", given)).status).toBe(200);
      state.child.kill(signal);
      expect(await state.exit).toEqual([0, null]);
      for (const address of [docs, mock]) await expect(send(address, "GET")).rejects.toThrow("ECONNREFUSED");
    },
  );

  describe("ends with 1, and says why in words, where", () => {
    let taken: Server;
    beforeAll(async () => {
      taken = createServer().listen(0, "127.0.0.1");
      await once(taken, "listening");
    });
    afterAll(() => void taken.close());
    const port = () => String((taken.address() as AddressInfo).port);

    it.each<[string, () => Record<string, string>, () => string]>([
      [
        "the port of the docs is taken",
        () => ({ DOCS_PORT: port() }),
        () => `start: port ${port()} is taken; choose another with DOCS_PORT`,
      ],
      ["the port of the mock is taken", () => ({ MOCK_PORT: port() }), () => "MOCK_PORT sets its port"],
      [
        "a port is none",
        () => ({ MOCK_PORT: "x" }),
        () => `start: MOCK_PORT must be a number from 0 to 65535, not "x"`,
      ],
    ])("%s", async (_, ports, message) => {
      const state = start(ports());
      expect(await state.exit).toEqual([1, null]);
      expect(state.output).toContain(message());
    });

    it("the build fails", async () => {
      turbo(1);
      const state = start({});
      expect(await state.exit).toEqual([1, null]);
      expect(state.output).toContain("start: the build failed");
      turbo(0);
    });
  });
});
