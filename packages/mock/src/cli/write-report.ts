import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a report, and creates its folder. @throws {Error} Where it cannot be written. */
export function writeReport(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new Error(`cannot write the report ${file}: ${(error as Error).message}`, { cause: error });
  }
}
