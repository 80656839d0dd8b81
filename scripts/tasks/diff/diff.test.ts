import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../core/document.ts";
import { addRelease } from "./changelog.ts";
import { changes, line } from "./changes.ts";
import { comment } from "./comment.ts";
import { rate } from "./diff.ts";
import { EDITS, HARBOUR, NO_CHANGE, type Loose } from "./edits.ts";
import { requiredVersion, versionProblem } from "./version.ts";

const base = HARBOUR as unknown as OpenApiDocument;

function edited(edit: (document: Loose) => unknown): OpenApiDocument {
  const document = structuredClone(base);
  edit(document);
  return document;
}

const ORDER = ["major", "minor", "patch"];

describe("an edit is rated as callers of the client and of the API feel it", () => {
  it.each(EDITS)("%s", (_, edit, client, wire, text) => {
    const found = changes(base, edited(edit));
    const worst = ORDER[Math.min(ORDER.indexOf(client), ORDER.indexOf(wire))];
    expect([found[0]?.impact, found.map(line).join("\n")]).toEqual([worst, expect.stringContaining(text)]);
  });

  it.each(NO_CHANGE)("%s is no change", (_, edit) => {
    expect(changes(base, edited(edit))).toEqual([]);
  });

  it("reports once what several operations share", () => {
    const found = changes(
      base,
      edited((d) => d.security.pop()),
    );
    expect(found.map(line)).toContain("`listBoats`, `addBoat`: authentication by Pass removed");
  });
});

describe("the version", () => {
  const change = (impact: "major" | "minor" | "patch") => [{ impact, subjects: ["a"], text: "b" }];

  it.each([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["0.2.3", "major", "0.3.0"],
    ["0.2.3", "minor", "0.3.0"],
    ["0.2.3", "patch", "0.2.4"],
  ] as const)("%s is followed, after a %s change, by %s", (version, impact, next) => {
    expect(requiredVersion(version, change(impact))?.version).toBe(next);
    expect(versionProblem(version, next, change(impact))).toBeUndefined();
    expect(versionProblem(version, version, change(impact))).toContain(`info.version stayed ${version}`);
  });

  it("may be raised further than needed, and stay without a change", () => {
    expect(versionProblem("1.2.3", "2.0.0", change("patch"))).toBeUndefined();
    expect(versionProblem("1.2.3", "1.2.3", [])).toBeUndefined();
    expect(versionProblem("1.2.3", "1.2.4", change("minor"))).toBe(
      "info.version was raised from 1.2.3 to 1.2.4 only, but these changes require a minor bump (1.3.0).",
    );
  });
});

describe("the changelog", () => {
  const found = changes(
    base,
    edited((d) => delete d.paths["/boats"].post),
  );

  it("gets the entry of a release with its date, and keeps the others", () => {
    const before = "# Changes\n\n## 0.2.0 (2026-01-02)\n\nSecond.\n\n## 0.1.0\n\nFirst.\n";
    const once = addRelease(before, { revision: "0.3.0", changes: found }, "2026-03-04");
    expect(once).toBe(
      before.replace("## 0.2.0", "## 0.3.0 (2026-03-04)\n\n### Breaking\n\n- `addBoat`: operation removed\n\n## 0.2.0"),
    );
    expect(addRelease(once, { revision: "0.3.0", changes: found }, "2026-03-04")).toBe(once);
  });

  it("is the comment of a pull request, with the verdict on the version", () => {
    const rating = { base: "1.0.0", revision: "1.0.0", changes: found, problem: "info.version stayed 1.0.0." };
    expect(comment(rating)).toContain(
      ":x: **info.version stayed 1.0.0.**\n\n#### Breaking\n\n- `addBoat`: operation removed",
    );
    expect(comment({ ...rating, problem: undefined })).toContain(":white_check_mark:");
    expect(comment({ ...rating, changes: [], problem: undefined })).toBe("### The API stays as it is\n");
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...found[0]!, text: `${index} ${"x".repeat(100)}` }));
    expect(comment({ ...rating, changes: many }).length).toBeLessThan(65_536);
  });
});

it("names a base that does not exist, and reads two files", () => {
  expect(() => rate("nowhere.yaml", "nowhere.yaml")).toThrow("nowhere.yaml does not exist");
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  const files = [base, edited((d) => delete d.paths["/boats"].post)].map((document, index) => {
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(document));
    return join(folder, `${index}.json`);
  });
  const rating = rate(files[0] ?? "", files[1] ?? "");
  rmSync(folder, { recursive: true });
  expect(rating.problem).toBe("info.version stayed 1.2.3, but these changes require a major bump (2.0.0).");
});
