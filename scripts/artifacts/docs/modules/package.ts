import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Module } from "./model.ts";

/** A module that a package exports. */
export interface Entry {
  /** As it is imported. */
  specifier: string;
  file: ts.SourceFile;
}

interface Manifest {
  name: string;
  exports: Record<string, { default?: string } | string | null>;
}

/** Reads the modules in `exports` of a package, and its code without the generated files, as if there were none. */
export function readPackage(folder: string): { entries: Entry[]; program: ts.Program } {
  const { name, exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const program = programOf(folder);
  const entries = Object.entries(exports).flatMap(([path, target]) => {
    const built = typeof target === "object" ? target?.default : undefined;
    const source = join(folder, (built ?? "").replace("dist", "src").replace(/js$/, "ts"));
    const file = program.getSourceFile(source);
    return built && file ? [{ specifier: name + path.slice(1), file }] : [];
  });
  return { entries, program };
}

function programOf(folder: string): ts.Program {
  const config = join(folder, "tsconfig.build.json");
  const parsed = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
  );
  if (!parsed) throw new Error(`${config} cannot be read`);
  const host = ts.createCompilerHost(parsed.options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => !isGenerated(file) && fileExists(file);
  host.readFile = (file) => (isGenerated(file) ? undefined : readFile(file));
  const rootNames = parsed.fileNames.filter((file) => !isGenerated(file));
  return ts.createProgram({ rootNames, options: parsed.options, host });
}

function isGenerated(file: string): boolean {
  return file.includes("/generated/");
}

/** Names the generated files that a module exports whole, each with the name of the object that it is exported as, if any. */
export function generatedExports({ statements }: ts.SourceFile): Module["generated"] {
  return statements.filter(ts.isExportDeclaration).flatMap(({ moduleSpecifier, exportClause }) => {
    const file = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
    const artifact = file.match(/\/generated\/([\w-]+)\.ts$/)?.[1];
    if (!artifact || (exportClause && ts.isNamedExports(exportClause))) return [];
    return [{ artifact, ...(exportClause && { as: exportClause.name.text }) }];
  });
}
