// The only file that knows Redoc. `redocly build-docs` is a command, so rendering runs it in a scratch folder of its own;
// what comes out depends on the document alone.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { notice } from "../../../core/artifact.ts";
import type { OpenApiDocument } from "../../../core/document.ts";
import { redocDocument } from "./document.ts";
import { TEMPLATE } from "./template.ts";
import { LANGUAGES } from "../components/samples.ts";
import type { Site } from "../model.ts";

/** Links inside Redoc are written for a site of its own at the root of a server; its addresses here are in the hash. */
const ROOTED = /<a\b[^>]*? href="(?=\/)/g;

/** Redoc asks this host for a badge on every load; it hides the badge when the picture fails. */
const BADGE = /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g;

const REDOCLY = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));

const CONFIG = {
  telemetry: "off",
  openapi: {
    schemaDefinitionsTagName: "Schemas",
    schemasExpansionLevel: 1,
    sortRequiredPropsFirst: true,
    downloadUrls: [
      { title: "OpenAPI YAML", url: "openapi.yaml" },
      { title: "OpenAPI JSON", url: "openapi.json" },
    ],
    // A sample whose label is not listed here is left out without a word.
    codeSamples: { languages: LANGUAGES },
  },
};

/** The page that Redoc makes of the description, whole in itself. */
export async function redoc(site: Site): Promise<string> {
  return confine((await buildDocs(redocDocument(site))).replaceAll(BADGE, "data:,").replaceAll(ROOTED, "$&#"));
}

/** The licences of what the page carries: Redoc, and what it brings along. */
export function redocLicences(): string {
  const read = (file: string) => readFileSync(join(REDOCLY, file), "utf8").trim();
  const { name, version, license } = JSON.parse(read("package.json")) as Record<"name" | "version" | "license", string>;
  return `${[`${name} ${version}`, `License: ${license}`, read("LICENSE"), read("THIRD_PARTY_NOTICES")].join("\n\n")}\n`;
}

async function buildDocs(document: OpenApiDocument): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  try {
    const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
    write("openapi.json", JSON.stringify(document));
    write("redocly.yaml", JSON.stringify(CONFIG));
    write("page.hbs", TEMPLATE);
    const { title, summary = title } = document.info;
    const options = ["--inlineBundle", "--template=page.hbs", `--title=${title}`, "--output=index.html"];
    const templateOptions = { description: summary, notice: notice(document) };
    for (const [name, value] of Object.entries(templateOptions)) options.push(`--templateOptions.${name}=${value}`);
    await promisify(execFile)(
      process.execPath,
      [join(REDOCLY, "bin/cli.js"), "build-docs", "openapi.json", ...options],
      {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
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

/** Adds a policy that lets the page run its own inline scripts and load nothing from anywhere. */
function confine(html: string): string {
  const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const mark = '<meta charset="utf-8">';
  return html.replace(mark, () => `${mark}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
