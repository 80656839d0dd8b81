import { readFileSync } from "node:fs";

/** Returns the text of a file, without the byte order mark that editors on Windows write before JSON. */
export function readFileText(file: string): string {
  return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
}
