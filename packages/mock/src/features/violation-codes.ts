import { dereference, type DocumentOperation, type MockDocument } from "../prism/document.ts";
import type { Violation } from "../http/response.ts";

/** Codes of the service's error for a value that breaks its schema: by JSON Schema keyword, or `default`. */
type ViolationCodes = Record<string, string>;

/** A parameter or a schema, as far as the way to a value goes. */
interface Node {
  $ref?: string;
  "x-violation-codes"?: ViolationCodes;
  properties?: Record<string, Node>;
  items?: Node;
}

/** The service's code for a parameter that is not valid, where none that fits better is known. */
const INVALID_PARAMETER = "EndPoint.0002";

/**
 * Returns the service's error for a violation of a request: the code that `x-violation-codes` of the document ties to the
 * value, or else to what contains it, as far as `x-error-codes` of the operation lists it; without one, `EndPoint.0002`.
 */
export function errorForViolation(
  document: MockDocument,
  { path, object }: DocumentOperation,
  { location, code: keyword, message }: Pick<Violation, "location" | "code" | "message">,
): { code: string; message: string } {
  const listed = (object["x-error-codes"] ?? []) as string[];
  const [part = "", ...names] = location.filter((name, index) => index > 0 || name !== "request");
  // Prism says where a member is missing, and which one only in words.
  const missing = /required property '([^']+)'/.exec(message)?.[1];
  if (missing !== undefined) names.push(missing);
  const nodes =
    part === "body" ? bodyNodes(document, object, names) : parameterNodes(document, path, object, part, names);
  const code = nodes
    .reverse()
    .flatMap((node) => [node["x-violation-codes"], dereference<Node>(document, node)["x-violation-codes"]])
    .flatMap((codes) => [codes?.[String(keyword)], codes?.["default"]])
    .find((candidate) => candidate !== undefined && listed.includes(candidate));
  return { code: code ?? INVALID_PARAMETER, message: `${message}.` };
}

function parameterNodes(
  document: MockDocument,
  path: string,
  object: DocumentOperation["object"],
  part: string,
  [name = ""]: string[],
): Node[] {
  const shared = dereference<{ parameters?: unknown[] }>(document, document.paths?.[path]).parameters ?? [];
  return [...shared, ...((object["parameters"] ?? []) as unknown[])]
    .map((parameter) => dereference<Node & { name: string; in: string }>(document, parameter))
    .filter((parameter) => parameter.in === part && parameter.name === name);
}

/** Returns the schemas on the way to a value of the body, from the outside in. */
function bodyNodes(document: MockDocument, object: DocumentOperation["object"], names: string[]): Node[] {
  const { content } = dereference<{ content?: Record<string, { schema?: Node }> }>(
    document,
    object["requestBody"] ?? {},
  );
  const nodes: Node[] = [];
  let node = content?.["application/json"]?.schema;
  for (const name of [undefined, ...names]) {
    const schema: Node | undefined = node && dereference<Node>(document, node);
    if (name !== undefined) node = schema?.properties?.[name] ?? (/^\d+$/.test(name) ? schema?.items : undefined);
    if (!node) break;
    nodes.push(node);
  }
  return nodes;
}
