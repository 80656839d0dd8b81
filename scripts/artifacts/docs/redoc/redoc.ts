// The only file that knows Redoc. `redocly build-docs` is a command, so rendering runs it in a scratch folder of its own;
// what comes out depends on the document alone.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, getCompileCacheDir } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { notice } from "../../../core/artifact.ts";
import type { OpenApiDocument } from "../../../core/document.ts";
import { LANGUAGES } from "../components/samples.ts";
import { CLIENT } from "../addresses.ts";
import { bundle, readAsset } from "../inputs.ts";
import type { Site } from "../model.ts";
import { redocDocument } from "./document.ts";
import { TEMPLATE } from "./template.ts";

/** Links inside Redoc are written for a site of its own at the root of a server; its addresses here are in the hash. */
const ROOTED = /<a\b[^>]*? href="(?=\/)/g;

/** Redoc requests a badge from this host on every load; it hides the badge when the picture fails. */
const BADGE = /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g;

const CHARSET = '<meta charset="utf-8">';

/** The weakest policy that Redoc needs: it makes styles, pictures and a worker of its own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Redoc sets the sizes of its text in pixels; in rem they follow the font size of the browser. */
const PIXEL_SIZES = /(--[\w-]*(?:font-size|line-height)[\w-]*: ?)([\d.]+)px/g;

const REDOCLY = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));

const CONFIG = {
  telemetry: "off",
  openapi: {
    schemaDefinitionsTagName: "Schemas",
    schemasExpansionLevel: 1,
    sortRequiredPropsFirst: true,
    downloadUrls: [
      { title: "OpenAPI YAML", url: "../openapi.yaml" },
      { title: "OpenAPI JSON", url: "../openapi.json" },
    ],
    // A sample whose label is not listed here is left out without a word.
    codeSamples: { languages: LANGUAGES },
  },
};

/** The page that Redoc makes of the document, with its scripts in files. */
export async function redoc(site: Site): Promise<Record<string, string>> {
  const page = (await buildDocs(redocDocument(site), partsOf(site)))
    .replaceAll(BADGE, "data:,")
    .replaceAll(ROOTED, "$&#")
    .replaceAll(PIXEL_SIZES, (_, name: string, size: string) => `${name}${Number(size) / 16}rem`);
  const { html, scripts } = extractScripts(page);
  const files: Record<string, string> = {
    "redoc/index.html": html.replace(
      CHARSET,
      `${CHARSET}\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    ),
    "redoc/site.css": readAsset("redoc.css"),
    "redoc/site.js": bundle("browser/redoc.ts"),
  };
  for (const [name, { code, isModule }] of scripts) files[`redoc/${name}`] = isModule ? await classic(code) : code;
  return files;
}

/** The licences of what the page carries: Redoc, and what it brings along. */
export function redocLicences(): string {
  const read = (file: string) => readFileSync(join(REDOCLY, file), "utf8").trim();
  const { name, version, license } = JSON.parse(read("package.json")) as Record<"name" | "version" | "license", string>;
  return `${[`${name} ${version}`, `License: ${license}`, read("LICENSE"), read("THIRD_PARTY_NOTICES")].join("\n\n")}\n`;
}

/** Addresses of the parts that not every site has, for the bar on top. */
function partsOf({ guide: [start], modules }: Site): Record<string, string> {
  return { ...(start && { guide: start.address }), ...(modules.length > 0 && { client: CLIENT }) };
}

async function buildDocs(document: OpenApiDocument, parts: Record<string, string>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  try {
    const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
    write("openapi.json", JSON.stringify(document));
    write("redocly.yaml", JSON.stringify(CONFIG));
    write("page.hbs", TEMPLATE);
    const { title, summary = title } = document.info;
    const options = [
      "--inlineBundle",
      "--template=page.hbs",
      `--title=${title}: everything on one page`,
      "--output=index.html",
    ];
    const templateOptions = { description: summary, notice: notice(document), site: title, ...parts };
    for (const [name, value] of Object.entries(templateOptions)) options.push(`--templateOptions.${name}=${value}`);
    await promisify(execFile)(
      process.execPath,
      [join(REDOCLY, "bin/cli.js"), "build-docs", "openapi.json", ...options],
      {
        cwd: folder,
        env: {
          ...process.env,
          ...(getCompileCacheDir() && { NODE_COMPILE_CACHE: getCompileCacheDir() }),
          REDOCLY_TELEMETRY: "off",
          REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        },
      },
    );
    return readFileSync(join(folder, "index.html"), "utf8");
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`redocly build-docs failed: ${stderr?.trim() || message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface InlineScript {
  code: string;
  isModule: boolean;
}

/** Moves the inline scripts of a page to files, so that a policy need not allow inline scripts. */
function extractScripts(page: string): { html: string; scripts: Map<string, InlineScript> } {
  const scripts = new Map<string, InlineScript>();
  const html = page.replace(/<script([^>]*)>([^]*?)<\/script>/g, (whole, attributes: string, code: string) => {
    if (!code.trim()) return whole;
    const name = `redoc-${scripts.size + 1}.js`;
    const isModule = attributes.includes("module");
    scripts.set(name, { code, isModule });
    return `<script${isModule ? " defer" : ""} src="${name}"></script>`;
  });
  return { html, scripts };
}

/** Makes a classic script of a module without imports: browsers load no modules from the disk. */
async function classic(code: string): Promise<string> {
  const options = { format: "iife", minifyWhitespace: true, target: "es2022", logLevel: "error" } as const;
  return (await transform(code, options)).code;
}
