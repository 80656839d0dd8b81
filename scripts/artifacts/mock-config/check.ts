import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ROOT } from "../../core/artifact.ts";
import type { OpenApiDocument } from "../../core/document.ts";
import { differences } from "../../testing/compare.ts";

/** Defaults that the README and `--help` promise. */
const PROMISED = {
  document: "openapi.mock.json",
  host: "127.0.0.1",
  port: 4010,
  cors: true,
  transitions: "immediate",
  accessKey: [],
  report: [],
};

const SCHEMA = "../src/cli/settings.schema.json";
const schema = JSON.parse(readFileSync(join(ROOT, "packages/mock/generated", SCHEMA), "utf8")) as {
  properties: Record<string, { type: string }>;
};
const isValid = new Ajv2020({ strict: false }).compile(schema);

/** Returns the places where the settings are not valid, or not what the README promises. */
export function check({ info }: OpenApiDocument, root: string): string[] {
  const text = readFileSync(join(root, "packages/mock/generated/mock.config.json"), "utf8");
  const { $comment, $schema, ...settings } = JSON.parse(text) as Record<string, unknown>;
  if ($schema !== SCHEMA) return ["the settings do not name their schema"];
  const off = Object.entries(schema.properties).filter(([name, { type }]) => type === "boolean" && !(name in PROMISED));
  const wanted = { ...Object.fromEntries(off.map(([name]) => [name, false])), ...PROMISED };
  return [
    ...(isValid(settings) ? [] : [`the settings are not valid: ${JSON.stringify(isValid.errors)}`]),
    ...differences(wanted, settings).map((pointer) => `the settings are not as promised at ${pointer}`),
    ...(String($comment).startsWith(`Generated from ${info.title} ${info.version}.`)
      ? []
      : ["the settings do not name what they are generated from"]),
  ];
}
