import { readFileSync } from "node:fs";

/** A style or script of the pages, which are written by hand. */
export function handwritten(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
