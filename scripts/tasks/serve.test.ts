import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { send } from "../testing/http.ts";
import { serveFolder, type StaticServer } from "./serve.ts";

let scratch: string;
let folder: string;
let server: StaticServer;
beforeEach(async () => {
  scratch = mkdtempSync(join(tmpdir(), "serve-"));
  folder = join(scratch, "site");
  mkdirSync(join(folder, "part"), { recursive: true });
  writeFileSync(join(scratch, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "first");
  writeFileSync(join(folder, "part/index.html"), "part");
  writeFileSync(join(folder, "a.css"), "a{}");
  server = await serveFolder(folder, "127.0.0.1", 0);
});
afterEach(() => {
  server.close();
  rmSync(scratch, { recursive: true });
});

const get = async (path: string) => {
  const { status, body, headers } = await send(server.url + path, "GET");
  return [status, body, headers["content-type"]];
};

it.each<[string, unknown[]]>([
  ["", [200, "first", "text/html; charset=utf-8"]],
  ["part/", [200, "part", "text/html; charset=utf-8"]],
  ["part/index", [200, "part", "text/html; charset=utf-8"]],
  ["a.css?v=1", [200, "a{}", "text/css; charset=utf-8"]],
  ["part", [308, "", undefined]],
  ["none", [404, "", "text/html; charset=utf-8"]],
  ["%E0%A4%A", [404, "", "text/html; charset=utf-8"]],
  ["..%2fsecret.txt", [404, "", "text/html; charset=utf-8"]],
  ["/", [200, "first", "text/html; charset=utf-8"]],
])("serves /%s", async (path, response) => {
  expect(await get(path)).toEqual(response);
});

it("serves all of a file that has grown", async () => {
  await get("");
  writeFileSync(join(folder, "index.html"), "a longer second");
  expect(await get("")).toEqual([200, "a longer second", "text/html; charset=utf-8"]);
});

it("serves 404.html for a file that is gone, and goes on", async () => {
  await get("a.css");
  rmSync(join(folder, "a.css"));
  writeFileSync(join(folder, "404.html"), "none");
  expect(await get("a.css")).toEqual([404, "none", "text/html; charset=utf-8"]);
  expect(await get("")).toContain("first");
});

it("waits for the folder while a build replaces it", async () => {
  renameSync(folder, `${folder}.old`);
  const response = get("");
  await delay(50);
  renameSync(`${folder}.old`, folder);
  expect(await response).toContain("first");
});
