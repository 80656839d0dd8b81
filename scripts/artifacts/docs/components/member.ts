import type { Site } from "../model.ts";
import type { Export, Member } from "../modules/model.ts";
import type { Field, TypePart } from "./schema.ts";

/** The parameters or members of an export as fields, so that they are shown like those of the API. */
export function memberFields(site: Site, one: Export, which: "parameters" | "members"): Field[] {
  return one[which].map(({ name, type, text }: Member) => ({
    id: `${one.name}.${name.replace(/\W/g, "")}`,
    name,
    required: false,
    schema: { description: text },
    type: typeParts(site, type),
    of: undefined,
    children: [],
  }));
}

/** Splits a type at the names in it that have a page. */
export function typeParts({ pageOf }: Site, type: string): TypePart[] {
  return type.split(/\b(\w+)\b/).map((part) => (pageOf.has(part) ? { name: part } : part));
}
