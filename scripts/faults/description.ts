import { escapePointer, listOperations, type Json, type OpenApiDocument } from "../lib/document.ts";
import type { Fault } from "./fault.ts";

type Node = Record<string, Json>;

const BOUNDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "pattern"];
const SCHEMA_LISTS = ["allOf", "anyOf", "oneOf"];

/** Every fault of every kind that can be planted in a description. */
export function descriptionFaults(document: OpenApiDocument): Fault[] {
  const faults: Fault[] = [];
  const add = (kind: string, place: string, change: (parent: Node, key: string) => void) => {
    faults.push({
      kind,
      place,
      plant() {
        const copy = structuredClone(document) as unknown as Node;
        const keys = place.slice(1).split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
        const last = keys.pop() ?? "";
        change(keys.reduce<Json>((node, key) => (node as Node)[key] ?? {}, copy) as Node, last);
        return JSON.stringify(copy);
      },
    });
  };
  const drop = (parent: Node, key: string) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  };
  const rename = (to: (key: string) => string) => (parent: Node, key: string) => {
    const entries = Object.entries(parent).map(([name, value]) => [name === key ? to(key) : name, value] as const);
    for (const name of Object.keys(parent)) delete parent[name];
    Object.assign(parent, Object.fromEntries(entries));
  };

  const visitSchema = (schema: Json | undefined, place: string): void => {
    if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return;
    if ("type" in schema) add("change a type", `${place}/type`, (node, key) => (node[key] = node[key] === "string" ? "integer" : "string"));
    for (const bound of BOUNDS) {
      if (bound in schema) {
        add("change a bound", `${place}/${bound}`, (node, key) => (node[key] = typeof node[key] === "number" ? node[key] + 1 : `${node[key]}x`));
      }
    }
    if ("default" in schema) add("change a default", `${place}/default`, (node, key) => (node[key] = node[key] === "changed" ? "other" : "changed"));
    (schema["enum"] as Json[] | undefined)?.forEach((_, index) => add("drop a value of a closed set", `${place}/enum/${index}`, drop));
    (schema["required"] as Json[] | undefined)?.forEach((_, index) => add("drop a required entry", `${place}/required/${index}`, drop));
    for (const name of Object.keys((schema["properties"] ?? {}) as Node)) {
      const property = `${place}/properties/${escapePointer(name)}`;
      add("drop a property", property, drop);
      visitSchema((schema["properties"] as Node)[name], property);
    }
    for (const member of ["items", "additionalProperties"]) visitSchema(schema[member], `${place}/${member}`);
    for (const list of SCHEMA_LISTS) {
      ((schema[list] ?? []) as Json[]).forEach((branch, index) => visitSchema(branch, `${place}/${list}/${index}`));
    }
  };
  const visitParameters = (parameters: Json | undefined, place: string) => {
    ((parameters ?? []) as Node[]).forEach((parameter, index) => {
      add("drop a parameter", `${place}/${index}`, drop);
      visitSchema(parameter["schema"], `${place}/${index}/schema`);
    });
  };

  for (const path of Object.keys(document.paths ?? {})) {
    const place = `/paths/${escapePointer(path)}`;
    add("drop a path", place, drop);
    add("change a path", place, rename((key) => `${key}x`));
    visitParameters(document.paths?.[path]?.parameters as Json | undefined, `${place}/parameters`);
  }
  for (const { pointer, method, object } of listOperations(document)) {
    add("drop an operation", pointer, drop);
    add("change a method", pointer, rename(() => (method === "GET" ? "options" : "patch")));
    visitParameters(object.parameters as Json | undefined, `${pointer}/parameters`);
    for (const status of Object.keys(object.responses ?? {})) add("drop a response", `${pointer}/responses/${status}`, drop);
    object.security?.forEach((_, index) => add("change a security requirement", `${pointer}/security/${index}`, drop));
    if (object.security?.length !== 0) add("change a security requirement", `${pointer}/security`, (node, key) => (node[key] = []));
  }
  document.security?.forEach((_, index) => add("change a security requirement", `/security/${index}`, drop));

  const components = (document.components ?? {}) as unknown as Record<string, Node>;
  for (const [name, schema] of Object.entries(components["schemas"] ?? {})) {
    visitSchema(schema, `/components/schemas/${escapePointer(name)}`);
  }
  for (const [name, parameter] of Object.entries(components["parameters"] ?? {})) {
    const place = `/components/parameters/${escapePointer(name)}`;
    add("change a parameter", `${place}/name`, (node, key) => (node[key] = `${node[key]}x`));
    if ((parameter as Node)["required"]) add("drop a required entry", `${place}/required`, drop);
    visitSchema((parameter as Node)["schema"], `${place}/schema`);
  }
  return faults;
}
