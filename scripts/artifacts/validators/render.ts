// The only file that knows Ajv's compiler.
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { fastFormats } from "ajv-formats/dist/formats.js";
import { notice, type Artifact } from "../../core/artifact.ts";
import { jsonContent, listOperations, type OpenApiDocument, type Operation } from "../../core/document.ts";
import { identifier } from "../../core/typescript.ts";

/** Checks of the answers, compiled so that nothing of Ajv is needed to run them: a file for each operation, and their list. */
export const artifact: Artifact = {
  name: "validators",
  path: "packages/client/src/generated/validate",
  render(document) {
    const operations = listOperations(document);
    const ids = operations.map(({ operationId }) => identifier(operationId)).sort();
    const index = [
      `// ${notice(document)}\n`,
      'import type { ResponseValidator } from "../../helpers/validate-with.ts";',
      ...ids.map((id) => `import ${id} from "./${id}.ts";`),
      `\n/** The checks of all operations. */\nexport const validators: ResponseValidator[] = [${ids.join(", ")}];\n`,
    ].join("\n");
    const files = operations.map((operation) => [
      `${identifier(operation.operationId)}.ts`,
      renderValidator(document, operation),
    ]);
    return { "index.ts": index, ...Object.fromEntries(files) };
  },
};

function renderValidator(document: OpenApiDocument, { operationId, method, path, responses }: Operation): string {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: formats(), code: { source: true, esm: true } });
  ajv.addSchema({ $id: "document", components: { schemas: bare(document.components?.["schemas"] ?? {}, true) } });
  const names = new Map<string, string>();
  const statuses = Object.entries(responses).flatMap(([status, response]) => {
    const schema = jsonContent(document, response)?.schema;
    if (!schema) return [];
    const text = JSON.stringify(bare(schema)).replaceAll('"#/components/', '"document#/components/');
    const name = names.get(text) ?? `answer${names.size}`;
    if (!names.has(text)) ajv.addSchema(JSON.parse(text), name);
    names.set(text, name);
    return [`${JSON.stringify(status)}: ${name}`];
  });
  const exported = Object.fromEntries([...names.values()].map((name) => [name, name]));
  return [
    `// ${notice(document)}`,
    "// @ts-nocheck: written by a compiler of JSON Schema.\n",
    'import type { ResponseValidator } from "../../helpers/validate-with.ts";\n',
    names.size ? shorten(standalone.default(ajv, exported)) : "",
    "const validator: ResponseValidator = {",
    `  operationId: ${JSON.stringify(operationId)}, method: ${JSON.stringify(method)}, path: ${JSON.stringify(path)},`,
    `  statuses: { ${statuses.join(", ")} },`,
    "};\nexport default validator;\n",
  ].join("\n");
}

/** A schema, or a table of schemas, with nothing but what decides over a value. */
function bare(node: unknown, isTable = false): unknown {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(
    ([key]) => isTable || !/^(x-.*|description|title|examples?|default|deprecated|readOnly|writeOnly)$/.test(key),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      isTable || !/^(enum|const)$/.test(key) ? bare(value, !isTable && key === "properties") : value,
    ]),
  );
}

/** The formats that are regular expressions, which the compiled code can carry; others add nothing to their type. */
function formats(): Record<string, RegExp | true> {
  const pattern = (format: unknown) =>
    [format, (format as { validate?: unknown }).validate].find((item) => item instanceof RegExp) ?? true;
  return Object.fromEntries(
    Object.entries(fastFormats).map(([name, format]) => [name, pattern(format) as RegExp | true]),
  );
}

/** Takes out what nobody reads, and what keeps bundlers from dropping an unused check; puts in the one helper of Ajv. */
function shorten(code: string): string {
  const short = code
    .replace(/^"use strict";/, "")
    .replaceAll(/export const (answer\d+) = (\w+);/g, "const $1 = $2;")
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, "")
    .replaceAll(
      /const evaluated\d+ = validate\d+\.evaluated;if\(evaluated\d+\.dynamicProps\)\{[^}]*\}if\(evaluated\d+\.dynamicItems\)\{[^}]*\}/g,
      "",
    )
    .replaceAll(/validate\d+\.evaluated = \{.*?\};/g, "")
    .replaceAll(/, ?dynamicAnchors(=\{\})?/g, "")
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', "(text) => [...text].length")
    .replaceAll(/(?<=;|\})(?=function |const (?:schema|formats|pattern|func)\d+ = )/g, "\n");
  const used = short.split("\n").filter((line) => {
    const name = line.match(/^const (schema\d+) =/)?.[1];
    return !name || new RegExp(`\\b${name}\\b(?! =)`).test(short);
  });
  const needed = short.match(/require\([^)]*\)/)?.[0];
  if (needed) throw new Error(`the check cannot do without ${needed}`);
  return used.join("\n");
}
