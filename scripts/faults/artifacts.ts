import ts from "typescript";
import type { Fault } from "./fault.ts";

/** Every fault that can be planted in the text of an artifact: in TypeScript, JSON, or a page that carries JSON. */
export function artifactFaults(path: string, text: string): Fault[] {
  if (path.endsWith(".ts")) return typescriptFaults(path, text);
  if (path.endsWith(".json")) return jsonFaults(path, text, JSON.parse(text), (changed) => `${JSON.stringify(changed, null, 2)}\n`);
  const embedded = text.match(/(?<=const __redoc_definition = )\{.*\}(?=;\n)/)?.[0];
  if (!embedded) throw new Error(`${path}: no way is known to plant a fault in it`);
  return jsonFaults(path, text, JSON.parse(embedded), (changed) => text.replace(embedded, () => JSON.stringify(changed)));
}

function typescriptFaults(path: string, text: string): Fault[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: Fault[] = [];
  const replace = (kind: string, node: ts.Node, to: string) =>
    faults.push({
      kind,
      path,
      place: `line ${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
      plant: () => text.slice(0, node.getStart()) + to + text.slice(node.getEnd()),
    });
  const visit = (node: ts.Node): void => {
    // `never` stands where the description has nothing, and says nothing that could be wrong.
    if (ts.isPropertySignature(node) && node.type?.kind !== ts.SyntaxKind.NeverKeyword) {
      replace("drop a type member", node, "");
      const optional = node.questionToken;
      if (optional) replace("make a type member required", optional, "");
      if (node.type && ts.isTypeNode(node.type) && !ts.isTypeLiteralNode(node.type)) replace("change the type of a member", node.type, "symbol");
    }
    if (ts.isLiteralTypeNode(node) && ts.isUnionTypeNode(node.parent)) replace("change a value of a union", node, '"changed"');
    if (ts.isFunctionDeclaration(node) && node.name) {
      replace("drop an operation row", node, "");
      replace("rename an operation row", node.name, `${node.name.text}Changed`);
    }
    if (ts.isStringLiteral(node) && ts.isCallExpression(node.parent)) replace("change an operation row", node, '"changed"');
    if (ts.isPropertyAssignment(node)) replace("drop a member of a table", node, "");
    if (ts.isStringLiteral(node) && (ts.isArrayLiteralExpression(node.parent) || ts.isPropertyAssignment(node.parent)) && node.parent.getFirstToken() !== node) {
      replace("change a value of a table", node, '"changed"');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** A section, an answer or an example that is gone or was altered. */
function jsonFaults(path: string, text: string, root: unknown, write: (changed: unknown) => string): Fault[] {
  const faults: Fault[] = [];
  const add = (kind: string, keys: string[], change: (parent: Record<string, unknown>, key: string) => void) =>
    faults.push({
      kind: `${kind} of ${path.endsWith(".html") ? "the docs" : "the mock"}`,
      path,
      place: `/${keys.join("/")}`,
      plant() {
        const copy = structuredClone(root) as Record<string, unknown>;
        const parents = keys.slice(0, -1);
        change(parents.reduce((node, key) => node[key] as Record<string, unknown>, copy), keys.at(-1) ?? "");
        const changed = write(copy);
        if (changed === text) throw new Error(`${path}: the fault at /${keys.join("/")} changes nothing`);
        return changed;
      },
    });
  const visit = (node: unknown, keys: string[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const place = [...keys, key];
      const parent = keys.at(-1);
      if (parent === "responses") add("drop a response", place, (object, name) => delete object[name]);
      if (parent === "schemas") add("drop a section", place, (object, name) => delete object[name]);
      if (keys[0] === "paths" && keys.length === 2) add("drop a section", place, (object, name) => delete object[name]);
      if (key === "value" && keys.at(-2) === "examples") add("alter an example", place, (object, name) => (object[name] = "altered"));
      else visit(child, place);
    }
  };
  visit(root, []);
  return faults;
}
