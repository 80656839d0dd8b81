import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../core/artifact.ts";
import type { OpenApiDocument } from "../../../core/document.ts";

/** The changelog of the description, which `pnpm diff --write` keeps. */
const CHANGELOG = join(ROOT, "CHANGELOG.md");

/** What changed from version to version, in Markdown: the changelog from the document's own version on. */
export function changesOf({ info }: OpenApiDocument, changelog = readFileSync(CHANGELOG, "utf8")): string {
  const entries = changelog.split(/^(?=## )/m).slice(1);
  const own = entries.findIndex((entry) => entry.startsWith(`## ${info.version}\n`));
  // Another description, or a version that is not released yet.
  if (own < 0) return `# ${info.version}\n\nNo changes are written down for this version.`;
  return entries.slice(own).join("").replaceAll(/^## /gm, "# ");
}
