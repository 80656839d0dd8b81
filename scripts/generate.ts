// `node scripts/generate.ts client|docs|mock|spec [--check] [--spec FILE] [--out DIR]`: writes the generated files of a package, or
// compares them with `--check`.
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { artifacts } from "./artifacts/index.ts";
import { BUNDLE, BUNDLE_JSON, compare, ROOT, write } from "./core/artifact.ts";
import { DocumentError, readDocument } from "./core/document.ts";

/** Name of the package that a generated file belongs to. */
const packageOf = (path: string) => path.replace(/^packages\//, "").split("/")[0] as string;

// Loads what the last run has compiled.
enableCompileCache(join(ROOT, "node_modules/.cache/node"));

let file = "";
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: "string" },
      out: { type: "string", default: ROOT },
      check: { type: "boolean", default: false },
    },
  });
  const packages = [...new Set(artifacts.map(({ path }) => packageOf(path)))].sort();
  const [name = "", ...rest] = positionals;
  if (!packages.includes(name) || rest.length > 0) {
    throw new Error(`expected the name of one package (${packages.join(", ")}), got "${positionals.join(" ")}"`);
  }
  file = values.spec ?? (name === "spec" ? BUNDLE : BUNDLE_JSON);
  const document = readDocument(file);
  const problems: string[] = [];
  for (const artifact of artifacts.filter(({ path }) => packageOf(path) === name)) {
    if (values.check) {
      const problem = await compare(artifact, document, values.out);
      if (problem) problems.push(problem);
    } else {
      await write(artifact, document, values.out);
      console.log(`${artifact.path} written`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\nerror: "));
} catch (error) {
  console.error(`error: ${error instanceof DocumentError ? file : ""}${(error as Error).message}`);
  process.exitCode = 1;
}
