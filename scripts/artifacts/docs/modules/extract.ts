// The only file that imports TypeDoc. `node extract.ts NAME…` writes what the doc comments of packages say about their public
// modules to a file that the site is rendered from, so that rendering it needs no compiler.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  Application,
  Converter,
  Reflection,
  ReflectionKind,
  ReflectionType,
  type Comment,
  type CommentDisplayPart,
  type DeclarationReflection,
  type ParameterReflection,
  type ReferenceReflection,
  type SignatureReflection,
  type SomeType,
  type TypeParameterReflection,
} from "typedoc";
import ts from "typescript";
import { ROOT } from "../../../core/artifact.ts";
import { inReadingOrder, MODULES, undescribed, type Export, type Member, type Module } from "./model.ts";
import { generatedExports, readPackage, type Entry } from "./package.ts";

/** Line length from which a signature is broken into lines. */
const LONG = 76;

const KINDS: Partial<Record<ReflectionKind, Export["kind"]>> = {
  [ReflectionKind.Class]: "class",
  [ReflectionKind.Function]: "function",
  [ReflectionKind.Interface]: "interface",
  [ReflectionKind.TypeAlias]: "type",
  [ReflectionKind.Variable]: "const",
};

const WORDS = Object.values(KINDS).join(", ");

/** Types as they are written in the code: those that TypeDoc shows have lost some of their names. */
const declaredTypes = new Map<Reflection, string>();
/** Exports of generated files, of which only the names are known. */
const unread = new Set<Reflection>();
const printer = ts.createPrinter({ removeComments: true });

/**
 * Reads the modules in `exports` of a package. Generated files are not read, so that the result does not depend on the description;
 * it names those that a module exports whole.
 *
 * @throws {Error} Where something that they export has no description, or a link in a comment leads nowhere.
 */
export async function readModules(folder: string): Promise<Module[]> {
  const { entries, program } = readPackage(folder);
  const app = await Application.bootstrap({
    alwaysCreateEntryPointModule: true,
    excludeExternals: true,
    excludeInternal: true,
    preservedTypeAnnotationTags: ["@throws"],
    sort: ["kind", "source-order"],
    kindSortOrder: ["Function", "Class", "Property", "Method", "Interface", "TypeAlias", "Variable"],
    sourceLinkTemplate: "{path}",
    disableGit: true,
    readme: "none",
    validation: { notExported: false, invalidLink: true },
  });
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, one) => {
    const symbol = context.getSymbolFromReflection(one);
    if (symbol && !symbol.declarations) unread.add(one);
    noteType(one, symbol?.declarations?.[0]);
  });
  app.converter.on(Converter.EVENT_CREATE_PARAMETER, (_, one, node) => noteType(one, node));
  app.converter.on(Converter.EVENT_CREATE_SIGNATURE, (_, one, node) => noteType(one, node));

  // What several modules export belongs to the first one here: `.` is the last.
  const sources = entries.map(({ specifier, file }) => ({ displayName: specifier, program, sourceFile: file }));
  const project = app.converter.convert(sources.toReversed());
  app.validate(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error(`${folder}: see above`);
  const found = project.getReflectionsByKind(ReflectionKind.Module) as DeclarationReflection[];
  const modules = entries.map((entry) => {
    const module = found.find((one) => one.sources?.some(({ fullFileName }) => fullFileName === entry.file.fileName));
    return describeModule(module as DeclarationReflection, entry);
  });
  const bare = modules.flatMap((module) => undescribed(module).map((one) => `${module.specifier}: ${one}`));
  if (bare.length > 0) throw new Error(`no description in a doc comment:\n${bare.join("\n")}`);
  return modules;
}

function noteType(reflection: Reflection, node: ts.Node | undefined): void {
  const type = (node as { type?: ts.Node } | undefined)?.type;
  if (!type) return;
  declaredTypes.set(reflection, printer.printNode(ts.EmitHint.Unspecified, type, type.getSourceFile()));
}

function describeModule(module: DeclarationReflection, { specifier, file }: Entry): Module {
  const children = module.children ?? [];
  const own = children.filter((child) => !child.isReference() && !unread.has(child));
  // A class that a function makes is a constant and a type of one name.
  const constants = new Set(own.filter(({ kind }) => KINDS[kind] === "const").map(({ name }) => name));
  return {
    title: module.name,
    specifier,
    text: markdownOf(module.comment?.summary),
    generated: generatedExports(file),
    exports: inReadingOrder(
      own.filter(({ kind, name }) => KINDS[kind] !== "type" || !constants.has(name)).map(describeExport),
    ),
    alsoExported: children.filter(isReference).flatMap((child) => {
      const target = child.tryGetTargetReflectionDeep();
      return target && !unread.has(target) ? [child.name] : [];
    }),
  };
}

const isReference = (one: DeclarationReflection): one is ReferenceReflection => one.isReference();

function describeExport(child: DeclarationReflection): Export {
  const { name, kind, signatures, children = [] } = child;
  const comment = signatures?.[0]?.comment ?? child.comment;
  const what = KINDS[kind];
  if (!what || (signatures?.length ?? 0) > 1 || child.indexSignatures)
    throw new Error(
      `${name}: overloads, index signatures, and what is declared by other words than ${WORDS} are not supported`,
    );
  return {
    name,
    kind: what,
    signature: declarationOf(child),
    text: markdownOf(comment?.summary),
    parameters: (signatures?.[0]?.parameters ?? []).map(describeMember),
    ...(signatures?.[0] && { returns: returnsOf(signatures[0]) }),
    throws: tagsOf(comment, "@throws"),
    examples: tagsOf(comment, "@example"),
    members: children.filter((member) => isOwn(member)).map(describeMember),
  };
}

/** Tells the members that people use, but for those of another class or interface that is described. */
function isOwn({ kind, flags, inheritedFrom, overwrites }: DeclarationReflection): boolean {
  return kind !== ReflectionKind.Constructor && !flags.isStatic && !(inheritedFrom ?? overwrites)?.reflection;
}

function describeMember(member: DeclarationReflection | ParameterReflection): Member {
  const signature = member.isDeclaration() ? member.signatures?.[0] : undefined;
  const name = `${member.flags.isRest ? "..." : ""}${member.name}${isOptional(member) ? "?" : ""}`;
  return {
    name,
    type: signature ? callText(signature, " => ") : typeText(member),
    text: markdownOf((signature?.comment ?? member.comment)?.summary),
  };
}

function isOptional(one: DeclarationReflection | ParameterReflection): boolean {
  return one.flags.isOptional || (one.isParameter() && one.defaultValue !== undefined);
}

function declarationOf(child: DeclarationReflection): string {
  const { name, kind, signatures, extendedTypes, typeParameters } = child;
  const word = KINDS[kind] as string;
  const own = `${word} ${name}${generics(typeParameters)}`;
  if (signatures?.[0]) return own + callText(signatures[0], ": ", LONG - own.length);
  if (word === "type") return `${own} = ${declaredTypes.get(child) ?? child.type}`;
  if (word === "const") return `${own}: ${typeText(child)}`;
  const parents = extendedTypes?.length ? `extends ${extendedTypes.join(", ")}` : "";
  return `${own}${own.length + parents.length < LONG ? " " : "\n  "}${parents}`.trim();
}

function callText(signature: SignatureReflection, arrow: string, room = Infinity): string {
  const parameters = (signature.parameters ?? []).map(describeMember).map(({ name, type }) => `${name}: ${type}`);
  const types = generics(signature.typeParameters);
  const end = `${arrow}${typeText(signature)}`;
  const line = `${types}(${parameters.join(", ")})${end}`;
  return line.length < room ? line : `${types}(\n${parameters.map((one) => `  ${one},\n`).join("")})${end}`;
}

function generics(parameters: readonly TypeParameterReflection[] | undefined): string {
  const names = parameters?.map(({ name, type }) => (type ? `${name} extends ${type}` : name));
  return names?.length ? `<${names.join(", ")}>` : "";
}

/** Writes the type of something; that an optional one may be undefined is said by its name. */
function typeText(one: DeclarationReflection | ParameterReflection | SignatureReflection): string {
  const text = declaredTypes.get(one)?.replace(/\s+/g, " ") ?? inferredText(one.type);
  if (one.isSignature() || !isOptional(one)) return text;
  return text.replace(/ \| undefined$/, "").replace(/^\((\(.*\) => .*)\)$/, "$1");
}

function inferredText(type: SomeType | undefined): string {
  if (!type) throw new Error("accessors are not supported");
  const [signature] = (type instanceof ReflectionType && type.declaration.signatures) || [];
  return `${signature?.kindOf(ReflectionKind.ConstructorSignature) ? "new " : ""}${type}`;
}

function tagsOf(comment: Comment | undefined, tag: `@${string}`): string[] {
  return (comment?.getTags(tag) ?? []).map(({ content, typeAnnotation = "" }) => {
    const name = typeAnnotation.replace(/^\{(.*)\}$/, "`$1`: ");
    return name + markdownOf(content);
  });
}

function returnsOf(signature: SignatureReflection): Omit<Member, "name"> {
  return { type: typeText(signature), text: tagsOf(signature.comment, "@returns").join("\n\n") };
}

/** Returns the Markdown of a comment; a link to something that is described is its name in a code span, which the site links. */
function markdownOf(parts: readonly CommentDisplayPart[] = []): string {
  return parts
    .map((part) => {
      if (part.kind !== "inline-tag") return part.text;
      return `\`${part.target instanceof Reflection ? part.target.name : part.text}\``;
    })
    .join("")
    .trim();
}

if (import.meta.main) {
  const modules: Module[] = [];
  for (const name of process.argv.slice(2)) modules.push(...(await readModules(join(ROOT, "packages", name))));
  mkdirSync(dirname(MODULES), { recursive: true });
  writeFileSync(MODULES, `${JSON.stringify(modules, null, 2)}\n`);
}
