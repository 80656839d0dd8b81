import ts from "typescript";
import {
  listOperations,
  refName,
  resolve,
  type OpenApiDocument,
  type Parameter,
  type Ref,
  type Schema,
} from "../../core/document.ts";
import { remember } from "../../testing/remember.ts";
import { checkTypeTexts } from "./check-texts.ts";

/**
 * Holds the generated types against the description, without the generator: both are put into one plain notation, and
 * whatever differs is named.
 */
export function checkTypes(document: OpenApiDocument, source: string): string[] {
  const wanted = new Map<string, string>();
  const found = typesIn(source);

  for (const [name, schema] of Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>)) {
    wanted.set(`schema ${name}`, ofSchema(schema));
  }
  for (const operation of listOperations(document)) {
    const name = `operation ${operation.operationId}`;
    wanted.set(name, "");
    setParameters(wanted, name, operation.parameters);
    setComponents(
      wanted,
      name,
      [...(document.paths?.[operation.path]?.parameters ?? []), ...(operation.object.parameters ?? [])],
      document,
    );
    if (operation.requestBody) wanted.set(`${name}, body`, operation.requestBody.required ? "required" : "optional");
    for (const [media, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
      wanted.set(`${name}, body ${media}`, ofSchema(schema ?? {}));
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      wanted.set(`${name}, answer ${status}`, `headers ${refName(operation.object.responses?.[status]) ?? ""}`);
      for (const [media, { schema }] of Object.entries(response.content ?? {})) {
        wanted.set(`${name}, answer ${status} ${media}`, ofSchema(schema ?? {}));
      }
    }
    const [path, method] = [operation.path, operation.method.toLowerCase()];
    wanted.set(`path ${path} ${method}`, `operations["${operation.operationId}"]`);
  }
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    setParameters(
      wanted,
      `path ${path}`,
      (item.parameters ?? []).map((parameter) => resolve(document, parameter)),
    );
    setComponents(wanted, `path ${path}`, item.parameters ?? [], document);
  }
  const problems = [...new Set([...wanted.keys(), ...found.keys()])].flatMap((name) => {
    const [want, have] = [wanted.get(name), found.get(name)];
    if (want === have) return [];
    if (have === undefined) return [`${name} is missing from the types`];
    return [want === undefined ? `${name} is not in the description` : `${name} is ${have}, described as ${want}`];
  });
  return [...problems, ...checkTypeTexts(document, source)];
}

/** What the types say, by what they say it of. */
const typesIn = remember((source): ReadonlyMap<string, string> => {
  const file = ts.createSourceFile("schema.ts", source, ts.ScriptTarget.Latest, true);
  const found = new Map<string, string>();
  for (const [name, { type }] of members(member(declaration(file, "components"), "schemas")))
    found.set(`schema ${name}`, ofType(type));
  const operations = declaration(file, "operations");
  const follow = (node: Node): Node => {
    const [, section = "", name = ""] = node?.getText().match(/^components\["(\w+)"\]\["([^"]+)"\]$/) ?? [];
    return section ? member(member(declaration(file, "components"), section), name) : node;
  };
  const setGroups = (name: string, type: Node) => {
    for (const [place, group] of members(member(type, "parameters"))) {
      found.set(`${name}, ${place} parameters`, ofGroup(group, follow));
      for (const [parameter, { type: own }] of members(group.type)) {
        const component = own?.getText().match(/^components\["parameters"\]\["([^"]+)"\]$/)?.[1];
        if (component) found.set(`${name}, ${place} parameter ${parameter}`, component);
      }
    }
  };
  for (const [id, { type }] of members(operations)) {
    const name = `operation ${id}`;
    found.set(name, "");
    setGroups(name, type);
    const requestBody = members(type).get("requestBody");
    if (requestBody && ofType(requestBody.type) !== "never") {
      found.set(`${name}, body`, requestBody.questionToken ? "optional" : "required");
    }
    for (const [media, body] of members(member(follow(member(type, "requestBody")), "content"))) {
      found.set(`${name}, body ${media}`, ofType(body.type));
    }
    for (const [status, response] of members(member(type, "responses"))) {
      const component = response.type?.getText().match(/^components\["responses"\]\["([^"]+)"\]$/)?.[1] ?? "";
      found.set(
        `${name}, answer ${status}`,
        `${members(follow(response.type)).has("headers") ? "headers" : "no headers"} ${component}`,
      );
      for (const [media, body] of members(member(follow(response.type), "content"))) {
        if (ofType(body.type) !== "never") found.set(`${name}, answer ${status} ${media}`, ofType(body.type));
      }
    }
  }
  for (const [path, { type }] of members(declaration(file, "paths"))) {
    setGroups(`path ${path}`, type);
    for (const [method, operation] of members(type)) {
      const text = ofType(operation.type);
      if (method !== "parameters" && text !== "never") found.set(`path ${path} ${method}`, text);
    }
  }
  return found;
});

function setParameters(wanted: Map<string, string>, name: string, parameters: Parameter[]): void {
  for (const place of ["path", "query", "header", "cookie"]) {
    const list = parameters.filter((parameter) => parameter.in === place);
    const optional = list.every(({ required }) => !required) ? "optional " : "";
    wanted.set(`${name}, ${place} parameters`, optional + (list.length ? ofParameters(list) : "never"));
  }
}

/** Which parameters are components, and which; the last of one name counts. */
function setComponents(
  wanted: Map<string, string>,
  name: string,
  parameters: (Parameter | Ref)[],
  document: OpenApiDocument,
): void {
  for (const parameter of parameters) {
    const { in: place, name: own } = resolve<Parameter>(document, parameter);
    const component = refName(parameter);
    const key = `${name}, ${place} parameter ${own}`;
    if (component) wanted.set(key, component);
    else wanted.delete(key);
  }
}

function ofGroup(group: ts.PropertySignature, follow: (node: Node) => Node): string {
  return (group.questionToken ? "optional " : "") + ofType(group.type, follow);
}

function ofParameters(parameters: Parameter[]): string {
  const entries = parameters.map(({ name, required, schema }) => ({
    name,
    optional: !required,
    text: ofSchema(schema ?? {}),
  }));
  return ofMembers(entries);
}

function ofMembers(entries: { name: string; optional: boolean; text: string }[]): string {
  const sorted = entries.map(({ name, optional, text }) => `${name}${optional ? "?" : ""}: ${text}`).sort();
  return `{ ${sorted.join("; ")} }`;
}

function ofSchema(schema: Schema): string {
  const name = refName(schema);
  if (name) return name;
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  if ("const" in schema) return JSON.stringify(schema["const"]);
  const alternatives = (schema["oneOf"] ?? schema["anyOf"]) as Schema[] | undefined;
  if (alternatives) return union(alternatives.map(ofSchema));
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  return union(types.map((type) => ofKind(type, schema))) || "unknown";
}

function ofKind(type: string, schema: Schema): string {
  if (type === "integer") return "number";
  if (type === "array") return `(${ofSchema(schema.items ?? {})})[]`;
  if (type !== "object") return type;
  const entries = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    optional: !schema.required?.includes(name),
    text: ofSchema(property),
  }));
  const extra = schema["additionalProperties"] as Schema | boolean | undefined;
  if (extra || !entries.length) {
    const text = typeof extra === "object" ? ofSchema(extra) : extra === false ? "never" : "unknown";
    entries.push({ name: "[key]", optional: false, text });
  }
  return ofMembers(entries);
}

/** `follow` is given where what counts is the type that a component stands for, not its name. */
function ofType(node: Node, follow?: (node: Node) => Node): string {
  if (!node || ts.isInterfaceDeclaration(node)) return "unknown";
  const inner = (child: Node) => ofType(child, follow);
  if (ts.isParenthesizedTypeNode(node)) return inner(node.type);
  if (ts.isUnionTypeNode(node)) return union(node.types.map(inner));
  if (ts.isArrayTypeNode(node)) return `(${inner(node.elementType)})[]`;
  if (ts.isLiteralTypeNode(node)) return node.getText();
  if (ts.isTypeLiteralNode(node)) {
    const entries = node.members.map((item) => {
      if (ts.isIndexSignatureDeclaration(item)) return { name: "[key]", optional: false, text: inner(item.type) };
      const property = item as ts.PropertySignature;
      return { name: nameOf(property), optional: !!property.questionToken, text: inner(property.type) };
    });
    return ofMembers(entries);
  }
  const text = node.getText();
  const schema = text.match(/^components\["schemas"\]\["([^"]+)"\]$/)?.[1];
  if (schema) return schema;
  const target = follow?.(node);
  if (target && target !== node) return inner(target);
  const record = text.match(/^Record<string, (.+)>$/)?.[1];
  return record ? `{ [key]: ${record} }` : text;
}

function union(types: string[]): string {
  return [...new Set(types)].sort().join(" | ");
}

function declaration(file: ts.SourceFile, name: string): ts.InterfaceDeclaration | undefined {
  return file.statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
}

type Node = ts.TypeNode | ts.InterfaceDeclaration | undefined;

function members(node: Node): Map<string, ts.PropertySignature> {
  const list = node && (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) ? node.members : [];
  return new Map([...list].filter(ts.isPropertySignature).map((property) => [nameOf(property), property]));
}

function member(node: Node, name: string): ts.TypeNode | undefined {
  return members(node).get(name)?.type;
}

function nameOf(property: ts.PropertySignature): string {
  return ts.isStringLiteral(property.name) || ts.isNumericLiteral(property.name)
    ? property.name.text
    : property.name.getText();
}
