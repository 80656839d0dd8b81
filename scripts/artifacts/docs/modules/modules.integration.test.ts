import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "node-html-parser";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../../../core/artifact.ts";
import { pascalCase } from "../../../core/typescript.ts";
import { bundle, plant } from "../../../testing/bundle.ts";
import { readSite } from "../model.ts";
import { pageFiles, pagesOf } from "../pages/all.ts";
import { readModules } from "./extract.ts";

const site = readSite(bundle);
const files = pageFiles(site, pagesOf(site));

/** Declarations of what programs may import from a package, by the name that they import. */
function declarations(name: string): [specifier: string, file: string][] {
  const folder = join(ROOT, "packages", name);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    exports: Record<string, { default: string } | string | null>;
  };
  return Object.entries(manifest.exports).flatMap(([path, target]) =>
    target && typeof target === "object" && !path.includes("*")
      ? [[manifest.name + path.slice(1), join(folder, target.default.replace(/js$/, "d.ts"))] as [string, string]]
      : [],
  );
}

// The types of the schema, which openapi-typescript makes, have pages in the reference of the API.
const all = [...declarations("client"), ...declarations("mock")].filter(([, file]) => !file.includes("/generated/"));
const program = ts.createProgram(
  all.map(([, file]) => file),
  { module: ts.ModuleKind.NodeNext, types: [], skipLibCheck: true },
);

/** Exports of a module that no page of the reference names. */
function missing(file: string, pages = files): string[] {
  const elements = site.modules.flatMap(({ address }) =>
    parse(pages[address] ?? "").querySelectorAll("main [id], main code"),
  );
  const named = new Set(elements.flatMap(({ id, text }) => [id, text]));
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.Node) as ts.Symbol;
  // The page says of one operation how the types of all are called.
  const types = site.operations.flatMap(({ operationId }) =>
    ["Params", "Data"].map((end) => pascalCase(operationId) + end),
  );
  const names = checker.getExportsOfModule(symbol).map((one) => one.name);
  expect(names.length).toBeGreaterThan(3);
  return names.filter((name) => !named.has(name) && !types.includes(name));
}

describe("the client reference", () => {
  it.each(all)("names every export of %s", (_, file) => {
    expect(missing(file)).toEqual([]);
  });

  it("is caught without one", () => {
    const [, file] = all.find(([name]) => name.endsWith("/validate")) ?? ["", ""];
    const page = plant(files["client/response-checks.html"] ?? "", 'id="Problem"', "");
    expect(missing(file, { ...files, "client/response-checks.html": page })).toEqual(["Problem"]);
  });
});

describe("the options of all modules", () => {
  const options = site.modules
    .flatMap(({ exports }) => exports.filter(({ name }) => name.endsWith("Options")))
    .flatMap(({ name, members }) => members.map((member) => ({ ...member, name: `${name}.${member.name}` })));

  it("state their defaults, and times their unit", () => {
    const bare = options.filter(({ name, text }) => name.endsWith("?") && !text.includes("Default:"));
    const times = options.filter(
      ({ name, type }) => type === "number" && /timeout|delay|interval|retryAfter/i.test(name),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(times.length).toBeGreaterThan(5);
    expect(times.filter(({ text }) => !/\bin (milli)?seconds\b/.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

describe("a module", () => {
  const folder = mkdtempSync(join(tmpdir(), "modules-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const source = `/**
 * Boats to hire.
 *
 * @module Boats
 */
/** What a boat costs. */
export interface Fare {
  /** Price in cents. Default: 100. */
  price?: number | undefined;
}
/**
 * Hires a boat, for a {@link Fare}.
 *
 * @param fare The fare.
 * @throws {RangeError} Where it is negative.
 */
export async function hire({ price = 100 }: Fare, ...names: string[]): Promise<Fare> {
  return { price, names } as Fare;
}
`;

  async function read(text: string) {
    mkdirSync(join(folder, "src"), { recursive: true });
    const manifest = { name: "@ferries/boats", exports: { ".": { default: "./dist/index.js" }, "./package.json": "" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    writeFileSync(
      join(folder, "tsconfig.build.json"),
      JSON.stringify({ compilerOptions: { types: [] }, files: ["src/index.ts"] }),
    );
    writeFileSync(join(folder, "src/index.ts"), text);
    return readModules(folder);
  }

  it("is described by its doc comments", async () => {
    const documented = plant(
      source,
      " * @param fare The fare.\n",
      " * @param fare The fare.\n * @param names Names of the guests.\n",
    );
    expect(await read(documented)).toMatchObject([
      {
        title: "Boats",
        specifier: "@ferries/boats",
        text: "Boats to hire.",
        exports: [
          {
            name: "hire",
            signature: "function hire(fare: Fare, ...names: string[]): Promise<Fare>",
            text: "Hires a boat, for a `Fare`.",
            parameters: [
              { name: "fare", type: "Fare", text: "The fare." },
              { name: "...names", type: "string[]", text: "Names of the guests." },
            ],
            returns: { type: "Promise<Fare>", text: "" },
            throws: ["`RangeError`: Where it is negative."],
          },
          { name: "Fare", members: [{ name: "price?", type: "number", text: "Price in cents. Default: 100." }] },
        ],
      },
    ]);
  });

  it.each([
    ["without a description", source, "no description in a doc comment:\n@ferries/boats: hire....names"],
    [
      "that has overloads",
      source.replace(
        "/**\n * Hires",
        "export function hire(fare: Fare): Fare;\nexport function hire(place: string): Fare;\n/**\n * Hires",
      ),
      "hire: overloads",
    ],
    [
      "that has an accessor",
      `${source}/** A boat. */ export class Boat { /** Its length. */ get length() { return 1; } }`,
      "accessors",
    ],
    ["that has an enum", `${source}/** Decks. */ export enum Deck { /** Upper. */ Upper }`, "Deck: overloads"],
  ])("is refused with an export %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
