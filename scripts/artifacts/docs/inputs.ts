// Everything that the site is made of beside the document: the changelog, the guide, what the doc comments of the packages say, and
// the files of its style and scripts.
import { buildSync } from "esbuild";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../../core/artifact.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import type { Synonyms } from "./exports/search-words.ts";
import { MODULES, type Module } from "./modules/model.ts";
import type { ArazzoDocument } from "./arazzo.ts";

const GUIDE = join(ROOT, "packages/docs/guide");
const ASSETS = join(import.meta.dirname, "assets");

/** Texts that are not in the document. */
export interface Inputs {
  /** CHANGELOG.md of the description. */
  changelog: string;
  /** CHANGELOG.md of each package, as changesets write it; none before the first release. */
  packageChangelogs: string[];
  /** Pages of the guide in their order: names with Markdown, or with an Arazzo document. */
  guide: { name: string; markdown: string; arazzo?: ArazzoDocument }[];
  /** Drawings of the guide (SVG) by the names of their files. */
  drawings: Map<string, string>;
  /** Modules of the packages, in the order of their pages. */
  modules: Module[];
  searchWords: SearchWords;
  /** Anchors that headings had once, by those that they have now. */
  formerAnchors: Record<string, string>;
  /** Markdown below the samples of each operation that needs credentials. */
  sampleNote?: string | undefined;
  /** Note below the first paragraph of some pages of the guide, until the version is released. */
  unreleased?: Note | undefined;
}

/** Markdown for the pages of these names. */
interface Note {
  pages: string[];
  note: string;
}

/** `packages/docs/guide/search-words.yaml`: words that readers search with. */
interface SearchWords {
  /** By the words of the pages that they stand for, wherever these are. */
  synonyms: Synonyms;
  /** By the address that they lead to. */
  places: Record<string, string[]>;
}

/** `packages/docs/guide/index.yaml`. */
interface GuideIndex {
  /** `info.title` of the document that the guide is about; other documents are rendered without it. */
  api: string;
  /** Names of pages, and of workflows in `spec/workflows/`, which become pages. */
  pages: (string | { workflow: string })[];
  formerAnchors?: Record<string, string>;
  sampleNote?: string;
  unreleased?: Note;
}

const NOTHING: Inputs = {
  changelog: "",
  packageChangelogs: [],
  guide: [],
  modules: [],
  drawings: new Map(),
  searchWords: { synonyms: {}, places: {} },
  formerAnchors: {},
};

export function readInputs({ info }: OpenApiDocument): Inputs {
  const read = (name: string) => readFileSync(join(GUIDE, name), "utf8");
  const { api, pages, formerAnchors = {}, sampleNote, unreleased } = parse(read("index.yaml")) as GuideIndex;
  if (api !== info.title) return NOTHING;
  return {
    ...readChangelogs(),
    guide: pages.map((page) =>
      typeof page === "string"
        ? { name: page, markdown: read(`${page}.md`) }
        : { name: page.workflow, markdown: "", arazzo: readWorkflow(page.workflow) },
    ),
    drawings: new Map(globSync("*.svg", { cwd: GUIDE }).map((name) => [name, read(name)])),
    modules: JSON.parse(readFileSync(MODULES, "utf8")) as Module[],
    searchWords: parse(read("search-words.yaml")) as SearchWords,
    formerAnchors,
    sampleNote,
    unreleased,
  };
}

export function readChangelogs(): Pick<Inputs, "changelog" | "packageChangelogs"> {
  const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
  const packages = globSync(["spec/CHANGELOG.md", "packages/*/CHANGELOG.md"], { cwd: ROOT });
  return { changelog: read("CHANGELOG.md"), packageChangelogs: packages.sort().map(read) };
}

function readWorkflow(name: string): ArazzoDocument {
  return parse(readFileSync(join(ROOT, `spec/workflows/${name}.arazzo.yaml`), "utf8")) as ArazzoDocument;
}

/** Style, scripts and icons of the pages, by their addresses. */
export function assets(): Record<string, string> {
  const icons = globSync("icons/*.svg", { cwd: ASSETS });
  return {
    "assets/style.css": bundle("style/index.css"),
    "assets/site.js": bundle("browser/site.ts"),
    "assets/search.js": bundle("browser/search.ts"),
    "assets/console.js": bundle("browser/console.ts"),
    "assets/not-found.js": bundle("browser/not-found.ts"),
    ...Object.fromEntries(icons.map((path) => [`assets/${path.replace("icons/", "")}`, readAsset(path)])),
  };
}

/** A style or script that is written by hand. */
export function readAsset(path: string): string {
  return readFileSync(join(ASSETS, path), "utf8");
}

/** Bundles a style, or a script: a classic one, since browsers load no modules from the disk. */
export function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(ASSETS, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2023",
    legalComments: "none",
    external: ["*.svg"],
  });
  return outputFiles[0]?.text ?? "";
}
/** The licence of a package that the scripts bundle. */
export function licenceOf(name: string): string {
  const require = createRequire(import.meta.url);
  let folder = dirname(require.resolve(name));
  while (!globSync("LICENSE*", { cwd: folder }).length) folder = dirname(folder);
  const [file = ""] = globSync("LICENSE*", { cwd: folder });
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  return `${name} ${version}\n\nLicense: ${license}\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
