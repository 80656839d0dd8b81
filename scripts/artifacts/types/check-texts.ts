import ts from "typescript";
import { listOperations, resolve, type OpenApiDocument, type Parameter, type Schema } from "../../core/document.ts";
import { commentOf } from "../../testing/comments.ts";
import { remember } from "../../testing/remember.ts";
import { wordProblems } from "../../testing/words.ts";

/** Holds the comments in the generated types, which editors show, to say what is described at their place, and nothing else. */
export function checkTypeTexts(document: OpenApiDocument, source: string): string[] {
  const found = textsIn(source);
  const wanted = new Map<string, string[]>();
  describe(document, wanted);
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((place) =>
    wordProblems(`the comment on ${place}`, wanted.get(place) ?? [], found.get(place) ?? "", new Set()),
  );
}

const textsIn = remember((source): ReadonlyMap<string, string> => {
  const file = ts.createSourceFile("schema.ts", source, ts.ScriptTarget.Latest, true);
  const found = new Map<string, string>();
  for (const node of file.statements) if (ts.isInterfaceDeclaration(node)) readTexts(node, node.name.text, found);
  return found;
});

/** The comment of every member, by the names that lead to it. */
function readTexts(node: ts.Node, place: string, found: Map<string, string>): void {
  ts.forEachChild(node, (child) => {
    if (!ts.isPropertySignature(child)) return readTexts(child, place, found);
    const name =
      ts.isStringLiteral(child.name) || ts.isNumericLiteral(child.name) ? child.name.text : child.name.getText();
    const comment = commentOf(child);
    if (comment) found.set(`${place}/${name}`, comment);
    readTexts(child, `${place}/${name}`, found);
  });
}

function describe(document: OpenApiDocument, wanted: Map<string, string[]>): void {
  const parameters = (place: string, list: Parameter[]) => {
    for (const { name, in: group, ...said } of list)
      wanted.set(`${place}/parameters/${group}/${name}`, textsOf(said as unknown as Schema));
  };
  for (const [name, schema] of Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>)) {
    describeSchema(schema, `components/schemas/${name}`, wanted);
  }
  for (const section of ["responses", "parameters", "requestBodies"]) {
    for (const [name, component] of Object.entries((document.components?.[section] ?? {}) as Record<string, Schema>))
      wanted.set(`components/${section}/${name}`, textsOf(component));
  }
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    parameters(
      `paths/${path}`,
      (item.parameters ?? []).map((one) => resolve(document, one)),
    );
  }
  for (const { operationId, method, path, object, parameters: all, requestBody } of listOperations(document)) {
    const place = `operations/${operationId}`;
    wanted.set(`paths/${path}/${method.toLowerCase()}`, [
      object.summary ?? "",
      object.description ? `description ${object.description}` : "",
      object.deprecated ? "deprecated" : "",
    ]);
    parameters(place, all);
    for (const one of all) describeSchema(one.schema, `${place}/parameters/${one.in}/${one.name}`, wanted, false);
    if (requestBody && !("$ref" in (object.requestBody ?? {})))
      wanted.set(`${place}/requestBody`, textsOf(requestBody as unknown as Schema));
    for (const [media, { schema }] of Object.entries(requestBody?.content ?? {}))
      describeSchema(schema, `${place}/requestBody/content/${media}`, wanted);
    for (const [status, response] of Object.entries(object.responses ?? {})) {
      if ("$ref" in response) continue;
      wanted.set(`${place}/responses/${status}`, textsOf(response as unknown as Schema));
      for (const [media, { schema }] of Object.entries(response.content ?? {}))
        describeSchema(schema, `${place}/responses/${status}/content/${media}`, wanted);
    }
  }
}

function describeSchema(schema: Schema | undefined, place: string, wanted: Map<string, string[]>, isOwn = true): void {
  if (!schema) return;
  if (isOwn) wanted.set(place, textsOf(schema));
  if (schema.$ref) return;
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    describeSchema(property, `${place}/${name}`, wanted);
  const branches = ["allOf", "oneOf", "anyOf"].flatMap((list) => (schema[list] as Schema[] | undefined) ?? []);
  for (const inner of [schema.items, schema["additionalProperties"] as Schema | undefined, ...branches]) {
    if (typeof inner === "object") describeSchema(inner, place, wanted, false);
  }
}

/** What is said beside a value: in words, and by its format, default and examples. */
function textsOf({
  title,
  summary,
  format,
  description,
  default: value,
  examples,
  enum: values,
  type,
  deprecated,
  ...rest
}: Schema & { title?: string; summary?: string }): string[] {
  const said = (one: unknown) => (typeof one === "string" ? one : JSON.stringify(one));
  return [
    ...[title, summary].map((text) => text ?? ""),
    ...(format ? [`Format ${String(format)}`] : []),
    ...(description ? [`description ${description}`] : []),
    ...(value === undefined ? [] : [`default ${said(value)}`]),
    ...(Array.isArray(examples) ? examples.map((one) => `example ${said(one)}`) : []),
    ...(values ? [`enum ${[type ?? "unknown"].flat().join(" ")}`] : []),
    ...(deprecated ? ["deprecated"] : []),
    ...("const" in rest ? ["constant"] : []),
  ];
}
