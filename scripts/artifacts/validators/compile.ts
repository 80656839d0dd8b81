// The only file that imports Ajv's compiler.
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";
import { fastFormats } from "ajv-formats/dist/formats.js";
import { DocumentError, type OpenApiDocument, type Schema } from "../../core/document.ts";

/** Compiles the schemas of one document with one Ajv instance, so that each component is compiled once. */
export interface Compiler {
  /** Returns the code of a module that checks the given schemas, and the name of the function for each of them. */
  module(schemas: { schema: Schema; pointer: string }[]): { code: string; names: string[] };
  /** Returns the other modules that the modules so far import, by their paths. */
  others(): Map<string, string>;
}

type Compiled = Required<Pick<ValidateFunction, "source">> & ValidateFunction;

export function compiler(document: OpenApiDocument): Compiler {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    // Each component is a function of its own, which all that refer to it share.
    inlineRefs: false,
    formats: formats(),
    code: { source: true, esm: true },
  });
  const schemas = (document.components?.["schemas"] ?? {}) as Record<string, Schema>;
  // Keywords that cost every function some bytes, and that few documents use.
  const text = JSON.stringify(document);
  ajv.opts.unevaluated = /"unevaluated(Properties|Items)":/.test(text);
  ajv.opts.dynamicRef = text.includes('"$dynamicRef":');
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(bare(schema) as Schema, `schema:${name}`);

  const compile = (schema: Schema, pointer: string): Compiled => {
    const plain = bare(schema) as Schema;
    try {
      const known = Object.keys(plain).length === 1 && plain.$ref ? ajv.getSchema(plain.$ref) : undefined;
      return (known ?? ajv.compile(plain)) as Compiled;
    } catch (error) {
      throw new DocumentError(pointer, `cannot be compiled: ${(error as Error).message}`);
    }
  };
  const component = (name: string) => compile({ $ref: `#/components/schemas/${name}` }, `/components/schemas/${name}`);
  const nameOf = new Map(Object.keys(schemas).map((name) => [component(name), name]));
  /** Paths of the modules that others import. */
  const asked = new Set<string>();

  const write = (checks: Compiled[], own?: string): string => {
    const lines = new Map<string, string>();
    const add = (check: Compiled): void => {
      const { validateName, validateCode, scopeValues, evaluated } = check.source;
      const id = `${validateName}`;
      const home = nameOf.get(check);
      if (lines.has(id)) return;
      if (home !== undefined && home !== own) {
        asked.add(`schemas/${home}`);
        lines.set(id, `import { ${id} } from "./${own ? "" : "schemas/"}${home}.ts";`);
        return;
      }
      lines.set(id, "");
      const code = shorten(`${validateCode}`);
      for (const value of Object.values(scopeValues).flatMap((names) => [...(names ?? [])])) {
        const { ref, code: constant } = value.value ?? {};
        if (lines.has(`${value}`) || !new RegExp(`\\b${value}\\b`).test(code)) continue;
        if (constant) lines.set(`${value}`, `const ${value} = ${helper(`${constant}`)};`);
        else if (typeof ref === "function") add(ref as Compiled);
        else {
          // A schema that refers back to one whose code is being written.
          const { validate } = ref as { validate: Compiled };
          add(validate);
          lines.set(`${value}`, `const ${value} = { validate: ${validate.source.validateName} };`);
        }
      }
      lines.delete(id);
      lines.set(id, `export ${code}${evaluated && ajv.opts.unevaluated ? `${id}.evaluated = ${evaluated};` : ""}`);
    };
    checks.forEach(add);
    const code = [...lines.values()];
    if (code.some((line) => /\bisEqual\b/.test(line))) {
      asked.add("is-equal");
      code.unshift(`import { isEqual } from "./${own ? "../" : ""}is-equal.ts";`);
    }
    return code.sort((a, b) => Number(b.startsWith("import")) - Number(a.startsWith("import"))).join("\n");
  };

  return {
    module(list) {
      const checks = list.map(({ schema, pointer }) => compile(schema, pointer));
      return { code: write(checks), names: checks.map(({ source }) => `${source.validateName}`) };
    },
    others() {
      const modules = new Map<string, string>();
      // Grows while a module imports others that none before it did.
      for (const path of asked) {
        const name = path.replace("schemas/", "");
        modules.set(path, path === "is-equal" ? IS_EQUAL : write([component(name)], name));
      }
      return modules;
    },
  };
}

/** Replaces Ajv's own function, which is a package. */
const IS_EQUAL = `export function isEqual(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}`;

const ANNOTATIONS = new Set(
  "$comment title description default deprecated readOnly writeOnly example examples externalDocs xml discriminator".split(
    " ",
  ),
);

/** Returns a schema without annotations, and with references to components as Ajv knows them. */
function bare(node: unknown, isTable = false): unknown {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => isTable || !(ANNOTATIONS.has(key) || key.startsWith("x-")));
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (isTable) return [key, bare(value)];
      if (key === "$ref")
        return [
          key,
          String(value)
            .replace(/^#\/components\/schemas\/([^/]+)/, "schema:$1#")
            .replace(/#$/, ""),
        ];
      if (key === "enum" || key === "const") return [key, value];
      return [key, bare(value, /^(properties|patternProperties|dependentSchemas|\$defs)$/.test(key))];
    }),
  );
}

/** Returns the formats that are regular expressions, which the code can carry; others add nothing to their type. */
function formats(): Record<string, RegExp | true> {
  const pattern = (format: unknown) =>
    [format, (format as { validate?: unknown }).validate].find((item) => item instanceof RegExp) ?? true;
  return Object.fromEntries(
    Object.entries(fastFormats).map(([name, format]) => [name, pattern(format) as RegExp | true]),
  );
}

/** Returns the replacement of a module of Ajv. */
function helper(code: string): string {
  if (code === 'require("ajv/dist/runtime/ucs2length").default') return "(text) => [...text].length";
  if (code === 'require("ajv/dist/runtime/equal").default') return "isEqual";
  if (code.startsWith("require(")) throw new Error(`Ajv's code needs ${code}, which has no replacement here`);
  return code;
}

/** Removes code whose result is not used. */
function shorten(code: string): string {
  return code.replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, "");
}
