import { join } from "node:path";
import ts from "typescript-5";
import { describe, expect, it } from "vitest";
import { listOperations, resolve, type Schema } from "../../../scripts/core/document.ts";
import { callParameters, pascalCase } from "../../../scripts/core/typescript.ts";
import { bundle } from "../../../scripts/testing/bundle.ts";

const FILE = join(import.meta.dirname, "hover.ts");

/** An expression at whose end somebody points, and what the editor has to show there. */
interface Place {
  name: string;
  code: string;
  schema?: Schema | undefined;
  text?: string | undefined;
}

const operations: Place[] = listOperations(bundle).map(({ operationId, object }) => ({
  name: operationId,
  code: `functions.${operationId}`,
  text: object.summary,
}));
const parameters: Place[] = listOperations(bundle).flatMap((operation) =>
  callParameters(operation).map(({ field, parameter }) => ({
    name: `${operation.operationId}, ${field}`,
    code: `(null! as functions.${pascalCase(operation.operationId)}Params).${field}`,
    schema: parameter.schema as Schema,
    text: parameter.description,
  })),
);
const fields: Place[] = Object.entries((bundle.components?.["schemas"] ?? {}) as Record<string, Schema>).flatMap(
  ([name, { properties = {} }]) =>
    Object.entries(properties).map(([property, schema]) => ({
      name: `${name}.${property}`,
      code: `(null! as components["schemas"]["${name}"]).${property}`,
      schema: schema as Schema,
      text: (schema as Schema).description,
    })),
);
const places = [...operations, ...parameters, ...fields];

const prelude =
  'import type { components } from "@vpcep/client";\nimport * as functions from "@vpcep/client/operations";\n';
const ends: number[] = [];
const source = places.reduce((text, { code }) => {
  ends.push(text.length + code.length - 1);
  return `${text}${code};\n`;
}, prelude);

const service = ts.createLanguageService({
  getCompilationSettings: () => ({
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  }),
  getScriptFileNames: () => [FILE],
  getScriptVersion: () => "1",
  getScriptSnapshot: (file) => {
    const text = file === FILE ? source : ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => import.meta.dirname,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
});

/** Returns what an editor shows at a place, with runs of blanks as one. */
function shown(index: number): string {
  const info = service.getQuickInfoAtPosition(FILE, ends[index] as number);
  const tags = (info?.tags ?? []).map((tag) => ts.displayPartsToString(tag.text));
  return squeeze([ts.displayPartsToString(info?.documentation), ...tags].join(" "));
}
const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

/** Returns the known values of a schema or of its items, and the numbers that bound it. */
function facts(schema: Schema = {}): string[] {
  const target = resolve<Schema>(bundle, schema);
  const items = resolve<Schema>(bundle, (target.items ?? {}) as Schema);
  const bounds = [target.minimum, target.maximum, target.minLength, target.maxLength, target.minItems, target.maxItems];
  const values = [...(target.enum ?? []), ...(items.enum ?? [])].map((value) => `\`${value}\``);
  return [...values, ...bounds.filter((bound) => bound !== undefined).map(String)];
}

describe("an editor shows the text, the known values and the bounds", () => {
  it.each(places.map((place, index) => ({ ...place, index })))("of $name", ({ index, text, schema }) => {
    const found = shown(index);
    expect(found).not.toBe("");
    expect(found).toContain(squeeze((text ?? "").split("\n")[0] ?? ""));
    expect(facts(schema).filter((fact) => !found.replaceAll(",", "").includes(fact))).toEqual([]);
  });
});
