import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compare, write, type Artifact, type Rendered } from "./artifact.ts";
import type { OpenApiDocument } from "./document.ts";

const document: OpenApiDocument = { openapi: "3.1.0", info: { title: "Empty", version: "1.0.0" } };
const rendering = (rendered: Rendered): Artifact => ({ name: "folder", path: "folder", render: () => rendered });

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "artifact-"));
});
afterEach(() => rmSync(out, { recursive: true }));

it("writes a folder that compares as equal, in place of the one before it", async () => {
  await write(rendering({ "old.txt": "old", "b/c.txt": "c" }), document, out);
  await write(rendering({ "new.txt": "new", "b/c.txt": "c" }), document, out);
  expect(readdirSync(out)).toEqual(["folder"]);
  expect(readdirSync(join(out, "folder"), { recursive: true }).sort()).toEqual(["b", "b/c.txt", "new.txt"]);
  expect(await compare(rendering({ "new.txt": "new", "b/c.txt": "c" }), document, out)).toBeUndefined();
});

it("leaves a folder alone that is up to date", async () => {
  await write(rendering({ "a.txt": "a" }), document, out);
  const { ino } = statSync(join(out, "folder"));
  await write(rendering({ "a.txt": "a" }), document, out);
  expect(statSync(join(out, "folder")).ino).toBe(ino);
});

it("keeps the old folder whole where a new one cannot be written", async () => {
  await write(rendering({ "a.txt": "old" }), document, out);
  await expect(write(rendering({ "a.txt": "new", "a.txt/b": "" }), document, out)).rejects.toThrow();
  expect(readFileSync(join(out, "folder/a.txt"), "utf8")).toBe("old");
  expect(readdirSync(out)).toEqual(["folder"]);
});

it.each([
  ["a file that is missing", { "a.txt": "a", "b.txt": "b" }, "folder/b.txt is missing"],
  ["a file that differs", { "a.txt": "a\nb" }, "folder/a.txt differs from what the spec renders to, from line 2"],
  ["a file that is not rendered", {}, "folder/a.txt is not rendered from the spec"],
])("reports %s", async (_, rendered, problem) => {
  mkdirSync(join(out, "folder"));
  writeFileSync(join(out, "folder/a.txt"), "a");
  expect(await compare(rendering(rendered as Rendered), document, out)).toContain(problem);
  expect(existsSync(join(out, "folder/a.txt"))).toBe(true);
});
