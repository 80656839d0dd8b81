import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { worksWithTable } from "./support/works-with.ts";

it("the README shows the run-times and tools that the package is tested with", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  expect(readme.match(/^## Works with\n[^]*?(^\|[^]*?)\n\n/m)?.[1]).toBe(worksWithTable());
});
