// The only file that knows Redoc. `redocly build-docs` is a command, so rendering runs it in a scratch folder of its own;
// what comes out depends on the document alone.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main, notice, type Artifact } from "../lib/artifact.ts";
import type { OpenApiDocument } from "../lib/document.ts";

/** Redoc asks this host for a badge on every load; it hides the badge when the picture fails. */
const BADGE = /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g;

const CONFIG = {
  telemetry: "off",
  openapi: { schemaDefinitionsTagName: "Schemas", schemasExpansionLevel: 1, sortRequiredPropsFirst: true },
};

const TEMPLATE = `<!doctype html>
<!-- {{templateOptions.notice}} -->
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{title}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{templateOptions.description}}">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M3 8h10' stroke='%23888' stroke-width='2'/%3E%3Ccircle cx='3' cy='8' r='3' fill='%2306c'/%3E%3Ccircle cx='13' cy='8' r='3' fill='%2306c'/%3E%3C/svg%3E">
<style>body { margin: 0 }</style>
{{{redocHead}}}
</head>
<body>
{{{redocHTML}}}
</body>
</html>
`;

export const artifact: Artifact = {
  path: "packages/docs/dist/index.html",
  render: (document) => confine(buildDocs(document).replaceAll(BADGE, "data:,")),
};

function buildDocs(document: OpenApiDocument): string {
  const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
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
    execFileSync(process.execPath, [redocly, "build-docs", "openapi.json", ...options], {
      cwd: folder,
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
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

if (import.meta.main) await main(artifact);
