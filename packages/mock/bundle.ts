// Bundles the mock and everything it needs into `dist`, which is emptied first: one package to fetch, and half of the modules to
// load. What depends on the description is left to `prepare.ts`.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

/** Modules that Prism loads for features that the mock does not have, and their replacements. */
const REPLACED: Record<string, string> = {
  // Only for schemas with x-faker, which the document does not use.
  "@faker-js/faker": "exports.faker = {};",
  "@stoplight/http-spec/postman/operation": "",
  "http-proxy-agent": "",
  "https-proxy-agent": "",
  // Prism sends callbacks with it.
  "node-fetch": "module.exports = exports.default = (...args) => fetch(...args);",
};

/** Places in packages that are changed; the build fails where one is not there any more. */
const PATCHES: { file: RegExp; from: string; to: string }[] = [
  {
    // Node prints a deprecation warning for this function.
    file: /json-schema-ref-parser\/lib\/util\/url\.js$/,
    from: 'require("url").resolve',
    to: "(from, to) => new URL(to || from, new URL(from, 'file:')).href",
  },
  {
    // Compares each item with each other: not for a list that `maxItems` refuses anyway.
    file: /ajv\/dist\/vocabularies\/validation\/uniqueItems\.js$/,
    from: 'const i = gen.let("i", (0, codegen_1._) `${data}.length`);',
    to: "const most = typeof parentSchema.maxItems === 'number' ? parentSchema.maxItems : Infinity; const i = gen.let('i', (0, codegen_1._) `${data}.length > ${most} ? 0 : ${data}.length`);",
  },
  {
    // Ajv collects all errors of a value; Prism renders each of them.
    file: /prism-http\/dist\/validator\/validators\/utils\.js$/,
    from: "(0, exports.convertAjvErrors)(errors,",
    to: "(0, exports.convertAjvErrors)(errors.slice(0, 50),",
  },
];

const replace: Plugin = {
  name: "replace",
  setup({ onLoad, onResolve, resolve: find }) {
    const names = Object.keys(REPLACED).map((name) => name.replace(/[/-]/g, "\\$&"));
    onResolve({ filter: new RegExp(`^(${names.join("|")})$`) }, ({ path }) => ({ path, namespace: "replaced" }));
    onLoad({ filter: /.*/, namespace: "replaced" }, ({ path }) => ({ contents: REPLACED[path] ?? "", loader: "js" }));
    // The bundler cannot follow the modules of its UMD build.
    onResolve({ filter: /^jsonc-parser$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === "resolved") return undefined;
      const found = await find(path, { kind, resolveDir, pluginData: "resolved" });
      return { path: found.path.replace("/lib/umd/", "/lib/esm/") };
    });
    for (const { file, from, to } of PATCHES) {
      onLoad({ filter: file }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
        return { contents: text.replace(from, () => to), loader: "js" };
      });
    }
  },
};

rmSync(join(import.meta.dirname, "dist"), { recursive: true, force: true });

// One bundle for `import` and for `require`: Jest runs CommonJS by default.
const { metafile } = await build({
  stdin: {
    contents: `export { run } from "./src/cli/main.ts";
      export { startMock } from "./src/index.ts";
      export { prepare } from "./src/prism/prepared.ts";`,
    resolveDir: import.meta.dirname,
  },
  absWorkingDir: import.meta.dirname,
  outfile: "dist/cjs/index.js",
  bundle: true,
  minify: true,
  // Node prints the line of an error that nobody catches.
  lineLimit: 160,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  mainFields: ["main", "module"],
  metafile: true,
  // Stack traces name the files in `src` with `node --enable-source-maps`.
  sourcemap: true,
  define: { "import.meta.dirname": "__dirname" },
  plugins: [replace],
});
leaveOutDependencies("cjs/index.js.map");
write("cjs/package.json", '{ "type": "commonjs" }');
write("index.js", 'export { startMock } from "./cjs/index.js";');
write("cli.js", 'export { run } from "./cjs/index.js";');
write("THIRD-PARTY-LICENSES.txt", licences(metafile));

/** Empties the sources of dependencies in a source map: they are ten times as large as our own. */
function leaveOutDependencies(name: string): void {
  const map = JSON.parse(readFileSync(join(import.meta.dirname, "dist", name), "utf8")) as {
    sources: string[];
    sourcesContent: string[];
  };
  map.sourcesContent = map.sourcesContent.map((text, index) =>
    map.sources[index]?.includes("node_modules/") ? "" : text,
  );
  write(name, JSON.stringify(map));
}

function write(name: string, text: string): void {
  writeFileSync(join(import.meta.dirname, "dist", name), text);
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  licenses?: { type: string }[];
}

/** Returns the licence of every package in the bundle. */
function licences({ outputs }: Metafile): string {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file),
  );
  const texts = new Map<string, string>();
  for (const file of used.filter((input) => input.includes("node_modules/"))) {
    const folder = packageFolder(resolve(import.meta.dirname, dirname(file)));
    const { name, version, license, licenses } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as Manifest;
    // Older packages have a list.
    const terms = license ?? licenses?.map(({ type }) => type).join(" or ");
    if (!terms) throw new Error(`${folder} names no licence`);
    const text = readdirSync(folder)
      .filter((entry) => /^(licen[cs]e|copying|notice)/i.test(entry))
      .sort()
      .map((entry) => readFileSync(join(folder, entry), "utf8").trim());
    texts.set(`${name} ${version}`, [`${name} ${version}`, `License: ${terms}`, ...text].join("\n\n"));
  }
  return `${[...texts]
    .sort()
    .map(([, text]) => text)
    .join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** Returns the folder of the package that a file belongs to. */
function packageFolder(folder: string): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && "version" in (JSON.parse(readFileSync(manifest, "utf8")) as object)) return folder;
  return packageFolder(dirname(folder));
}
