import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { artifacts } from "../../artifacts/index.ts";
import { contracts, type Contract, type Files } from "../../artifacts/checks.ts";
import { BUNDLE, ROOT } from "../../core/artifact.ts";
import { readDocument, type OpenApiDocument } from "../../core/document.ts";
import { readFolder } from "../../testing/site.ts";
import { artifactFaults } from "./artifacts.ts";
import { descriptionFaults } from "./description.ts";
import type { Fault } from "./fault.ts";

/** What came of a fault. */
export interface Result {
  /** Contracts that found something wrong. */
  caughtBy: string[];
  /** Contracts that found nothing, although what they look at would have come out otherwise. */
  silent: string[];
}

const bundle = readDocument(BUNDLE);
const original = new Map(contracts.map(({ path }) => [path, readArtifact(path)]));

function readArtifact(path: string): Files {
  const place = join(ROOT, path);
  if (!existsSync(place)) throw new Error(`${path} is missing; build it`);
  return statSync(place).isDirectory() ? readFolder(place) : { "": readFileSync(place, "utf8") };
}

/** Every fault there is to plant. */
export function allFaults(): Fault[] {
  const planted = [...original].flatMap(([path, files]) =>
    Object.entries(files)
      .filter(([file]) => contracts.some((contract) => contract.path === path && contract.concerns(file)))
      .flatMap(([file, text]) => artifactFaults(path, file, text)),
  );
  return [...descriptionFaults(bundle), ...planted];
}

/** A contract that finds something without a fault would catch everything. */
export async function expectAgreement(): Promise<void> {
  for (const { name, path, check } of contracts) {
    const problems = await check(bundle, original.get(path) ?? {});
    if (problems.length) throw new Error(`${name}: ${problems[0]}; build again, then plant faults`);
  }
}

/** Plants a fault, and runs the contracts that concern it. */
export async function tryFault(fault: Fault): Promise<Result> {
  return fault.path === undefined ? tryDescription(fault) : tryArtifact(fault);
}

/**
 * A fault in the description stands for an artifact that has drifted from it. Each contract has to catch it, but for those
 * of artifacts that come out the same with it: what they do not show cannot be wrong in them.
 */
async function tryDescription(fault: Fault): Promise<Result> {
  const document = JSON.parse(fault.plant() ?? "") as OpenApiDocument;
  const result: Result = { caughtBy: [], silent: [] };
  const render = rendering(document);
  for (const contract of contracts) {
    const before = original.get(contract.path) ?? {};
    if (await finds(contract, document, before)) result.caughtBy.push(contract.name);
    else if (!looksTheSame(contract, document) && (await comesOutOtherwise(contract, render, before)))
      result.silent.push(contract.name);
  }
  return result;
}

async function tryArtifact(fault: Fault): Promise<Result> {
  const { path = "", file = "" } = fault;
  const { [file]: _, ...others } = original.get(path) ?? {};
  const text = fault.plant();
  const files: Files = text === undefined ? others : { ...others, [file]: text };
  const concerned = contracts.filter((contract) => contract.path === path && contract.concerns(file));
  const caughtBy: string[] = [];
  for (const contract of concerned) if (await finds(contract, bundle, files)) caughtBy.push(contract.name);
  return { caughtBy, silent: caughtBy.length ? [] : concerned.map(({ name }) => name) };
}

async function finds({ check }: Contract, document: OpenApiDocument, files: Files): Promise<boolean> {
  try {
    return (await check(document, files)).length > 0;
  } catch {
    return true;
  }
}

/** Renders artifacts of a document, each once; nothing where the generator refuses the document, so that the build fails. */
function rendering(document: OpenApiDocument): (contract: Contract) => Promise<Files | undefined> {
  const known = new Map<string, Promise<Files | undefined>>();
  return ({ path }) => {
    const artifact = artifacts.find((one) => one.path === path);
    const make = async (): Promise<Files> => {
      const rendered = await artifact?.render(structuredClone(document));
      return typeof rendered === "string" ? { "": rendered } : (rendered ?? {});
    };
    const files = known.get(path) ?? make().catch(() => undefined);
    known.set(path, files);
    return files;
  };
}

/** What the generators that take longest look at, or more of it; where it is the same, they need not run. */
const SEEN: Record<string, (document: OpenApiDocument) => unknown> = {
  types: ({ info, paths, components: { securitySchemes: _, examples: __, ...components } = {} }) => [
    info.title,
    info.version,
    decisive(paths),
    decisive(components),
  ],
  validators: ({ info, paths, components = {} }) => [
    info.title,
    info.version,
    decisive(paths, true),
    decisive([components["schemas"], components["responses"]], true),
  ],
};

/** A node without extensions, named examples, tags and security; and where no comments are made of it, without texts. */
function decisive(node: unknown, isWithoutTexts = false): string {
  return JSON.stringify(node, (key, value: unknown) => {
    const isList = Array.isArray(value);
    if (key.startsWith("x-") || (isList && /^(tags|security)$/.test(key))) return undefined;
    // As the name of a property it would hold a schema.
    if (
      key === "examples" &&
      (isList ? isWithoutTexts : /"\$ref":"#\/components\/examples|"value":/.test(JSON.stringify(value)))
    )
      return undefined;
    return isWithoutTexts && typeof value === "string" && /^(description|summary)$/.test(key) ? undefined : value;
  });
}

function looksTheSame({ name }: Contract, document: OpenApiDocument): boolean {
  const [seen, before] = [document, bundle].map((one) => JSON.stringify(SEEN[name]?.(one)));
  return seen !== undefined && seen === before;
}

async function comesOutOtherwise(
  contract: Contract,
  render: ReturnType<typeof rendering>,
  before: Files,
): Promise<boolean> {
  const after = await render(contract);
  if (!after) return false;
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter(contract.concerns));
  // The order of lines says nothing.
  const lines = (text: string | undefined) => text?.split("\n").sort().join("\n");
  return [...names].some((file) => before[file] !== after[file] && lines(before[file]) !== lines(after[file]));
}

/** The lines that a missed fault adds and takes away. */
export function difference({ path, file = "", plant }: Fault): string {
  const pretty = (text: string) => JSON.stringify(JSON.parse(text), null, 2);
  const [before, after] = [path ? original.get(path)?.[file] : JSON.stringify(bundle), plant()].map((text = "{}") =>
    (path ? text : pretty(text)).split("\n"),
  );
  const [old = [], now = []] = [before, after];
  const start = old.findIndex((line, index) => line !== now[index]);
  let end = 1;
  while (old.at(-end) === now.at(-end) && end < Math.min(old.length, now.length) - start) end++;
  const part = (list: string[], mark: string) =>
    list
      .slice(start, list.length - end + 1)
      .slice(0, 5)
      .map((line) => `    ${mark} ${line.slice(0, 150)}`);
  return [...part(old, "-"), ...part(now, "+")].join("\n");
}
