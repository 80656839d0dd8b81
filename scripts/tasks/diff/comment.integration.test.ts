import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { comment } from "./comment.ts";
import { BUNDLE, ROOT } from "../../core/artifact.ts";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { bundle } from "../../testing/bundle.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "comment-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on the bundle and a revision of it. */
function run(change: (document: OpenApiDocument) => void) {
  const [revised, out] = [join(folder, "revision.yaml"), join(folder, "comment.md")];
  const document = structuredClone(bundle);
  change(document);
  writeFileSync(revised, stringify(document, { aliasDuplicateObjects: false }));
  const command = [join(ROOT, "scripts/tasks/diff/comment.ts"), "--base", BUNDLE, "--revision", revised, "--out", out];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stderr, text: readFileSync(out, "utf8") };
}

it("says in one line that nothing changed", () => {
  expect(run(() => undefined)).toEqual({ status: 0, stderr: "", text: "### The API stays as it is\n" });
});

it("says what is gone, why it cannot go with this version, and fails", () => {
  const [first] = listOperations(bundle);
  if (!first) throw new Error("no operation");
  const { status, stderr, text } = run((document) => delete document.paths?.[first.path]?.[first.method.toLowerCase()]);
  expect(status).toBe(1);
  expect(stderr).toContain("info.version stayed");
  expect(text).toMatch(/^### What changes in the API, .*\n\n:x: \*\*info\.version stayed/);
  expect(text).toContain(`\n\`\`\`diff\n- ${first.operationId}\n\`\`\`\n`);
  expect(text).toContain("\n| major | ");
});

const report = {
  infoVersions: { base: "1.0.0", revision: "1.1.0" },
  changes: [{ impact: "minor", path: "a|b", verdicts: [{ message: "One\nor two." }] }],
};

it("passes a change that the version matches, in a table that no text breaks", () => {
  const text = comment({ report, problem: undefined, lines: ["~ a: old → new"] });
  expect(text).toContain(":white_check_mark: The version matches the changes.");
  expect(text).toContain("\n! a: old → new\n");
  expect(text).toContain("\n| minor | One or two. | a\\|b |\n");
});

it("stays within what GitHub takes", () => {
  const changes = Array.from({ length: 5000 }, () => ({ ...report.changes[0]!, path: "p".repeat(500) }));
  const text = comment({
    report: { ...report, changes },
    problem: "No",
    lines: Array.from({ length: 5000 }, () => "+ a".repeat(100)),
  });
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain("… and 4850 more");
});
