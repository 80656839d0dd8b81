// Checks the mock's document and prepares its operations with the bundle that `bundle.ts` made, so that a start need not. Files
// that are up to date are left alone: `pnpm dev` reloads the mock when one changes.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Prepared from "./src/prism/prepared.ts";

const DIST = join(import.meta.dirname, "dist/cjs");

const { prepare } = createRequire(import.meta.url)(DIST) as typeof Prepared;
const document = readFileSync(join(import.meta.dirname, "generated/openapi.mock.json"), "utf8");
for (const [name, text] of Object.entries(await prepare(document))) {
  const file = join(DIST, name);
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
