import type { ErrorObject } from "ajv/dist/2020.js";
import { suggestion } from "./did-you-mean.ts";

const LONGEST_VALUE = 80;

/**
 * Turns the most telling error of Ajv (compiled with `verbose`) into a sentence: the JSON pointer of the value, the rule
 * that it breaks, what is allowed, and the value.
 */
export function explainSchemaErrors(errors: ErrorObject[]): string {
  const telling = ["additionalProperties", "anyOf"].map((keyword) => errors.find((error) => error.keyword === keyword));
  return explain(telling.find((error) => error !== undefined) ?? (errors[0] as ErrorObject));
}

function explain({ instancePath, keyword, params, message, data, schema, parentSchema }: ErrorObject): string {
  if (keyword === "additionalProperties") {
    const name = (params as Record<string, string>)["additionalProperty"] ?? "";
    const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
    const list = known.length ? suggestion(name, known) : "";
    return `${instancePath}/${name} is not known${list}`;
  }
  if (keyword === "anyOf") {
    const names = (schema as { required?: string[] }[]).flatMap(({ required = [] }) => required);
    return `${instancePath || "it"} must have one of ${names.join(", ")}`;
  }
  const text = JSON.stringify(data) ?? "missing";
  const value = text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  const isShown = keyword !== "required" && keyword !== "dependentRequired";
  const allowed = keyword === "enum" ? `: ${(params as { allowedValues: unknown[] }).allowedValues.join(", ")}` : "";
  return `${instancePath || "the value"} ${message}${allowed}${isShown ? `, not ${value}` : ""}`;
}
