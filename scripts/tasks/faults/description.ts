import { escapePointer, listOperations, type Json, type OpenApiDocument } from "../../core/document.ts";
import { pointerSegments } from "../../core/pointer.ts";
import type { Fault } from "./fault.ts";

type Node = Record<string, Json>;
type Change = (parent: Node, key: string) => void;
type Add = (kind: string, place: string, change: Change) => void;

const BOUNDS =
  "minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems uniqueItems pattern".split(
    " ",
  );
/** Members whose own members have names that somebody chose. */
const MAPS = new Set(
  "paths properties patternProperties schemas parameters responses examples requestBodies headers securitySchemes content variables callbacks links".split(
    " ",
  ),
);
/** Members that hold data, and describe nothing. */
const DATA = new Set(["value", "default", "enum", "const", "example"]);

/** Every fault of every kind that can be planted in a description. */
export function descriptionFaults(document: OpenApiDocument): Fault[] {
  const faults: Fault[] = [];
  const add: Add = (kind, place, change) => {
    faults.push({
      kind,
      place,
      plant() {
        const copy = structuredClone(document) as unknown as Node;
        const keys = pointerSegments(place);
        const last = keys.pop() ?? "";
        change(keys.reduce<Json>((node, key) => (node as Node)[key] ?? {}, copy) as Node, last);
        return JSON.stringify(copy);
      },
    });
  };
  inPaths(document, add);
  inServers(document, add);
  inNode(document as unknown as Json, "", false, add);
  inReferences(document, document as unknown as Json, "", add);
  return faults;
}

const drop: Change = (parent, key) => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
};
const rename =
  (to: (key: string) => string): Change =>
  (parent, key) => {
    const entries = Object.entries(parent).map(([name, value]) => [name === key ? to(key) : name, value] as const);
    for (const name of Object.keys(parent)) delete parent[name];
    Object.assign(parent, Object.fromEntries(entries));
  };
const put =
  (to: (value: Json) => Json): Change =>
  (parent, key) =>
    (parent[key] = to(parent[key] ?? null));
const other = put((value) =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${String(value)}x`,
);
const toggle = put((value) => value !== true);
const insert = (...values: Json[]): Change => put((value) => [...((value ?? []) as Json[]), ...values]);

function inPaths(document: OpenApiDocument, add: Add): void {
  for (const path of Object.keys(document.paths ?? {})) {
    const place = `/paths/${escapePointer(path)}`;
    add("drop a path", place, drop);
    add(
      "change a path",
      place,
      rename((key) => `${key}x`),
    );
  }
  for (const { pointer, method, object, security, responses, requestBody } of listOperations(document)) {
    add("drop an operation", pointer, drop);
    add(
      "change a method",
      pointer,
      rename(() => (method === "GET" ? "options" : "patch")),
    );
    add(
      "add an operation",
      pointer,
      (parent, key) => (parent["trace"] = { ...(parent[key] as Node), operationId: `${object.operationId}Added` }),
    );
    add("change an operationId", `${pointer}/operationId`, other);
    add("change whether something is deprecated", `${pointer}/deprecated`, toggle);
    add("add a parameter", `${pointer}/parameters`, insert({ name: "added", in: "query", schema: { type: "string" } }));
    add(
      "add a response",
      `${pointer}/responses`,
      put((value) => ({ ...(value as Node), 418: { description: "Added." } })),
    );
    for (const status of Object.keys(responses)) add("drop a response", `${pointer}/responses/${status}`, drop);
    security.forEach(
      (_, index) => object.security && add("change a security requirement", `${pointer}/security/${index}`, drop),
    );
    if (security.length)
      add(
        "change a security requirement",
        `${pointer}/security`,
        put(() => []),
      );
    if (requestBody) {
      add("drop a body", `${pointer}/requestBody`, drop);
      add("change whether a body is required", `${pointer}/requestBody/required`, toggle);
    }
    object.tags?.forEach((_, index) => add("change the tag of an operation", `${pointer}/tags/${index}`, other));
  }
  document.security?.forEach((_, index) => add("change a security requirement", `/security/${index}`, drop));
}

function inServers({ servers = [], tags = [] }: OpenApiDocument, add: Add): void {
  for (const member of ["title", "version"]) add("change title or version", `/info/${member}`, other);
  tags.forEach((_, index) => add("drop a tag", `/tags/${index}`, drop));
  servers.forEach(({ variables = {} }, index) => {
    add("drop a server", `/servers/${index}`, drop);
    add("change the address of a server", `/servers/${index}/url`, other);
    for (const [name, { enum: values = [] }] of Object.entries(variables)) {
      const place = `/servers/${index}/variables/${escapePointer(name)}`;
      add(
        "change a default",
        `${place}/default`,
        put((value) => values.find((one) => one !== value) ?? "changed"),
      );
      values.forEach((_, position) => add("drop a value of a server's variable", `${place}/enum/${position}`, drop));
    }
  });
}

/** Faults that depend on no more than where a node stands; `isMap` where its members have chosen names. */
function inNode(node: Json, place: string, isMap: boolean, add: Add): void {
  if (typeof node !== "object" || node === null) return;
  const at = (key: string) => `${place}/${escapePointer(key)}`;
  if (!isMap && !Array.isArray(node)) {
    if (
      /\/schema$|\/schemas\/[^/]+$|\/properties\/[^/]+$|\/(items|additionalProperties|\d+)$/.test(place) &&
      isSchema(node)
    )
      inSchema(node, place, add);
    if (typeof node["in"] === "string" && typeof node["name"] === "string" && node["schema"]) inParameter(place, add);
  }
  for (const [key, child] of Object.entries(node)) {
    if (isMap) {
      const map = place.split("/").at(-1);
      if (map === "content")
        add(
          "change a media type",
          at(key),
          rename(() => "text/plain"),
        );
      if (map === "headers") add("drop a header", at(key), drop);
      if (map === "examples") add("drop an example", at(key), drop);
      if (map === "securitySchemes")
        for (const member of ["name", "in", "type"])
          if ((child as Node)[member]) add("change a security scheme", `${at(key)}/${member}`, other);
    } else if (key.startsWith("x-")) {
      add("drop an extension", at(key), drop);
      inExtension(child, at(key), add);
      continue;
    } else if (typeof child === "string" && /^(description|summary)$/.test(key) && !Array.isArray(node))
      add("drop a text", at(key), drop);
    else if (key === "value") {
      if (typeof child === "object" && child !== null)
        for (const member of Object.keys(child))
          add("drop a member of an example", `${at(key)}/${escapePointer(member)}`, drop);
      else add("change an example", at(key), other);
    } else if (key === "examples" && Array.isArray(child)) {
      child.forEach((_, index) => add("drop an example", `${at(key)}/${index}`, drop));
      continue;
    }
    if (isMap || !DATA.has(key)) inNode(child, at(key), !isMap && MAPS.has(key) && !Array.isArray(child), add);
  }
}

function isSchema(node: Node): boolean {
  return ["type", "properties", "enum", "allOf", "oneOf", "anyOf", "const"].some((keyword) => keyword in node);
}

function inParameter(place: string, add: Add): void {
  // One that is a component has no list to be dropped from.
  if (/\/\d+$/.test(place)) add("drop a parameter", place, drop);
  add("change a parameter", `${place}/name`, other);
  add("change whether a parameter is required", `${place}/required`, toggle);
  add(
    "move a parameter",
    `${place}/in`,
    put((value) => (value === "query" ? "header" : "query")),
  );
}

function inSchema(schema: Node, place: string, add: Add): void {
  if ("type" in schema)
    add(
      "change a type",
      `${place}/type`,
      put((value) => (value === "string" ? "integer" : "string")),
    );
  if ("format" in schema) add("drop a format", `${place}/format`, drop);
  for (const bound of BOUNDS) if (bound in schema) add("change a bound", `${place}/${bound}`, other);
  if ("default" in schema)
    add(
      "change a default",
      `${place}/default`,
      put((value) => (value === "changed" ? "other" : "changed")),
    );
  if ("additionalProperties" in schema)
    add(
      "change whether there may be other members",
      `${place}/additionalProperties`,
      put((value) => value === false),
    );
  const {
    enum: values,
    required = [],
    properties = {},
  } = schema as { enum?: Json[]; required?: string[]; properties?: Node };
  values?.forEach((_, index) => add("drop a value of a closed set", `${place}/enum/${index}`, drop));
  if (values) add("add a value to a closed set", `${place}/enum`, insert("added"));
  required.forEach((_, index) => add("drop a required entry", `${place}/required/${index}`, drop));
  if (schema["properties"])
    add(
      "add a property",
      `${place}/properties`,
      put((value) => ({ ...(value as Node), added: { type: "string" } })),
    );
  for (const name of Object.keys(properties)) {
    add("drop a property", `${place}/properties/${escapePointer(name)}`, drop);
    if (!required.includes(name)) add("add a required entry", `${place}/required`, insert(name));
    add("change whether something is deprecated", `${place}/properties/${escapePointer(name)}/deprecated`, toggle);
  }
}

function inExtension(node: Json, place: string, add: Add): void {
  if (typeof node !== "object" || node === null) return add("change a value of an extension", place, other);
  for (const [key, child] of Object.entries(node)) {
    const inner = `${place}/${escapePointer(key)}`;
    if (Array.isArray(node)) add("drop an entry of an extension", inner, drop);
    inExtension(child, inner, add);
  }
}

/** Every reference, leading to the next component of its kind instead. */
function inReferences(document: OpenApiDocument, node: Json, place: string, add: Add): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    const inner = `${place}/${escapePointer(key)}`;
    if (key !== "$ref" || typeof child !== "string") {
      inReferences(document, child, inner, add);
      continue;
    }
    const [, section = "", name = ""] = child.match(/^#\/components\/([^/]+)\/([^/]+)$/) ?? [];
    const names = Object.keys(document.components?.[section] ?? {});
    const next = names[(names.indexOf(name) + 1) % names.length];
    if (next !== undefined && next !== name)
      add(
        `change a reference to one of the ${section}`,
        inner,
        put(() => `#/components/${section}/${next}`),
      );
    if (/\/parameters\/\d+\/\$ref$/.test(inner)) add("drop a parameter", inner.replace(/\/\$ref$/, ""), drop);
  }
}
