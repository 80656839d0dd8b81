import { createHash } from "node:crypto";
import { listOperations, type OpenApiDocument } from "../lib/document.ts";
import { differences, valueAt } from "./compare.ts";

/** Holds the built page against the description, and against its promise to load nothing and to report nothing. */
export function checkDocs(document: OpenApiDocument, html: string): string[] {
  const problems: string[] = [];
  const shown = html.match(/const __redoc_definition = (\{.*\});\n/)?.[1];
  if (!shown) return ["the page carries no description"];
  const definition = JSON.parse(shown) as unknown;
  for (const pointer of differences(document, definition)) {
    if (!isAddition(pointer, valueAt(document, pointer), valueAt(definition, pointer))) {
      problems.push(`the page differs from the description at ${pointer}`);
    }
  }
  for (const { operationId, pointer } of listOperations(document)) {
    const samples = (valueAt(definition, `${pointer}/x-codeSamples`) ?? []) as { label: string }[];
    const options = html.match(/const __redoc_options = (\{[^\n]*\});?\n/)?.[1] ?? "";
    for (const { label } of samples) if (!options.includes(`"label":${JSON.stringify(label)}`)) problems.push(`${operationId}: the sample in ${label} is not shown`);
    if (samples.length < 2) problems.push(`${operationId} has no samples`);
  }

  if (!/const __redoc_options = \{[^\n]*"disableTelemetry":true/.test(html)) problems.push("telemetry is not off");
  const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
  if (!policy.startsWith("default-src 'none';") || /https?:|\*/.test(policy)) problems.push("the policy does not confine the page");
  for (const [, attributes = "", script = ""] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    if (/\bsrc=/.test(attributes)) problems.push(`a script is loaded from elsewhere: ${attributes}`);
    const hash = createHash("sha256").update(script).digest("base64");
    if (!policy.includes(`'sha256-${hash}'`)) problems.push("the policy does not let a script of the page run");
  }
  for (const [tag] of html.replace(/<script[^]*?<\/script>/g, "").matchAll(/<(?:link|img|iframe)\b[^>]*(?:src|href)="(?!data:)[^"]*"/g)) {
    problems.push(`the page loads ${tag}`);
  }
  const title = html.match(/<title>([^<]*)<\/title>/)?.[1];
  if (title !== document.info.title) problems.push(`the title is "${title}"`);
  return problems;
}

/** Whether the page only adds what Redoc would leave out: samples, examples of schemas, text after the described text. */
function isAddition(pointer: string, described: unknown, shown: unknown): boolean {
  if (/\/(x-codeSamples|example)$/.test(pointer)) return described === undefined;
  if (!pointer.endsWith("/description") || typeof shown !== "string") return false;
  if (pointer.startsWith("/servers/")) return shown === String(described).replaceAll("`", "");
  return shown.startsWith(String(described ?? "").trim());
}
