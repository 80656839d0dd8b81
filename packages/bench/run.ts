// `pnpm bench NAME` runs src/NAME.ts.
import { globSync } from "node:fs";
import { basename, join } from "node:path";

const names = globSync(join(import.meta.dirname, "src/*.ts")).map((file) => basename(file, ".ts"));
const [name = ""] = process.argv.slice(2);
if (names.includes(name)) {
  await import(`./src/${name}.ts`);
} else {
  console.error(
    `bench: ${name ? `no benchmark is called "${name}"` : "give the name of a benchmark"}; there are ${names.sort().join(", ")}`,
  );
  process.exitCode = 1;
}
