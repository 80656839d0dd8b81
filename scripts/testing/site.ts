import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of a folder, by its path in it. */
export function readFolder(folder: string): Record<string, string> {
  const paths = globSync("**", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length + 1), readFileSync(file, "utf8")];
    }),
  );
}
