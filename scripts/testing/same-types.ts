// Compares generated types with those that another generator, hey-api's, makes of the same document.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import ts from "typescript";
import type { OpenApiDocument } from "../core/document.ts";

/** TypeScript of two types that must be the same, by a name for both. */
export type TypePairs = Record<string, [ours: string, theirs: string]>;

/**
 * Returns the places where two types of a pair are not identical, and those where one is `any`.
 *
 * @param imports TypeScript that imports what `ours` names. In `theirs`, `others` is the module of the second generator.
 */
export async function differentTypes(document: OpenApiDocument, imports: string, pairs: TypePairs): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "types-"));
  try {
    // It makes tuples of lists whose length is fixed.
    const input = JSON.parse(
      JSON.stringify(document, (key, value) => (/^(min|max)Items$/.test(key) ? undefined : value)),
    );
    const plugins = ["@hey-api/typescript" as const];
    await createClient({ input, output: { path: folder }, plugins, logs: { level: "silent", file: false } });
    const members = (index: 0 | 1) =>
      Object.entries(pairs).map(([name, pair]) => `  ${JSON.stringify(name)}: ${pair[index]};\n`);
    const text = [
      // The libraries of a browser take long to read.
      "declare global { interface Blob { size: number } interface File extends Blob { name: string } type BodyInit = '' }",
      `${imports}\nimport type * as others from "./types.gen.ts";`,
      `export interface Ours {\n${members(0).join("")}}`,
      `export interface Theirs {\n${members(1).join("")}}\n`,
    ];
    writeFileSync(join(folder, "entry.ts"), text.join("\n"));
    return compare(join(folder, "entry.ts"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compare(entry: string): string[] {
  const program = ts.createProgram([entry], {
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2020,
    lib: ["lib.es2020.d.ts"],
    types: [],
  });
  const checker = program.getTypeChecker();
  const compared = new Map<ts.Type, Set<ts.Type>>();

  /** Types that lead back to themselves are the same unless something else in them differs. */
  const differences = (ours: ts.Type, theirs: ts.Type, place: string): string[] => {
    if ((ours.flags | theirs.flags) & ts.TypeFlags.Any) return [`${place} is any`];
    if (ours === theirs || compared.get(ours)?.has(theirs)) return [];
    const differ = [`${place} is ${checker.typeToString(ours)}, not ${checker.typeToString(theirs)}`];
    if (ours.isUnion() || theirs.isUnion()) {
      const [left = [], right = []] = [ours, theirs].map((type) => (type.isUnion() ? type.types : [type]));
      const isIn = (list: ts.Type[], type: ts.Type) => list.some((one) => !differences(type, one, place).length);
      return left.length === right.length && left.every((type) => isIn(right, type)) ? [] : differ;
    }
    if (!(ours.flags & theirs.flags & ts.TypeFlags.Object)) {
      return ours.flags === theirs.flags && checker.typeToString(ours) === checker.typeToString(theirs) ? [] : differ;
    }
    compared.set(ours, (compared.get(ours) ?? new Set()).add(theirs));
    const found = inObjects(ours, theirs, place, differ);
    if (found.length) compared.get(ours)?.delete(theirs);
    return found;
  };

  const inObjects = (ours: ts.Type, theirs: ts.Type, place: string, differ: string[]): string[] => {
    if (checker.isArrayType(ours) && checker.isArrayType(theirs)) {
      const [left, right] = [ours, theirs].map((type) => checker.getTypeArguments(type as ts.TypeReference)[0]);
      return differences(left as ts.Type, right as ts.Type, `${place}[]`);
    }
    const [left, right] = [ours, theirs].map((type) => checker.getIndexTypeOfType(type, ts.IndexKind.String));
    if (!left !== !right) return differ;
    const names = new Set([ours, theirs].flatMap((type) => checker.getPropertiesOfType(type).map(({ name }) => name)));
    return [...(left && right ? differences(left, right, `${place}[string]`) : [])].concat(
      ...[...names].map((name) => {
        const [own, other] = [ours, theirs].map((type) => checker.getPropertyOfType(type, name));
        const here = `${place}.${name}`;
        if (!own || !other) return [`${here} is ${own ? "not described" : "missing"}`];
        if ((own.flags ^ other.flags) & ts.SymbolFlags.Optional) return [`${here} is optional on one side only`];
        return differences(checker.getTypeOfSymbol(own), checker.getTypeOfSymbol(other), here);
      }),
    );
  };

  const module = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.SourceFile) as ts.Symbol;
  const [ours, theirs] = checker.getExportsOfModule(module).map((symbol) => checker.getDeclaredTypeOfSymbol(symbol));
  return inObjects(ours as ts.Type, theirs as ts.Type, "", []).map((problem) => problem.replace(/^\./, ""));
}
