import ts from "typescript";
import type { Fault } from "./fault.ts";

type Replace = (kind: string, node: ts.Node, to: string) => void;

/** A member, a row or a comment that is gone or was changed. */
export function typescriptFaults(text: string): Fault[] {
  return inNodes(text, (node, replace) => {
    // `never` stands where the description has nothing, and says nothing that could be wrong.
    if (ts.isPropertySignature(node) && node.type?.kind !== ts.SyntaxKind.NeverKeyword) {
      replace("drop a type member", node, "");
      if (node.questionToken) replace("make a type member required", node.questionToken, "");
      if (node.type && !ts.isTypeLiteralNode(node.type)) replace("change the type of a member", node.type, "symbol");
    }
    if (ts.isLiteralTypeNode(node) && ts.isUnionTypeNode(node.parent))
      replace("change a value of a union", node, '"changed"');
    if (ts.isFunctionDeclaration(node) && node.name) {
      replace("drop an operation row", node, "");
      replace("rename an operation row", node.name, `${node.name.text}Changed`);
      if (node.type) replace("change what an operation row gives", node.type, "Promise<symbol>");
    }
    if (ts.isTypeAliasDeclaration(node) && !node.type.getText().includes("never"))
      replace("change a named type", node.type, "symbol");
    if (ts.isVariableStatement(node)) replace("drop a constant", node, "");
    if (ts.isStringLiteral(node) && ts.isCallExpression(node.parent) && ts.isIdentifier(node.parent.expression))
      replace("change an operation row", node, '"changed"');
    // A list of words, written as one text.
    if (ts.isStringLiteral(node) && ts.isPropertyAccessExpression(node.parent))
      replace("change a value of a table", node, '"changed"');
    if (ts.isPropertyAssignment(node)) replace("drop a member of a table", node, "");
    const inTable =
      ts.isArrayLiteralExpression(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name !== node);
    if (inTable && (ts.isStringLiteral(node) || ts.isNumericLiteral(node)))
      replace("change a value of a table", node, ts.isStringLiteral(node) ? '"changed"' : "7");
    for (const comment of ts.isPropertySignature(node) || ts.isFunctionDeclaration(node) || ts.isVariableStatement(node)
      ? ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
      : []) {
      replace("drop a comment", comment, "");
    }
  });
}

/** A compiled check of answers in which a bound, a type, a value, a pattern or a name was changed, or a status is gone. */
export function checkFaults(text: string): Fault[] {
  return inNodes(text, (node, replace) => {
    const { parent } = node;
    const isCompared =
      ts.isBinaryExpression(parent) &&
      parent.right === node &&
      [ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanToken].includes(parent.operatorToken.kind);
    if (isCompared && (ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node)))
      replace("change a bound of a check", node, String(Number(node.getText()) + 7));
    if (ts.isStringLiteral(node) && ts.isBinaryExpression(parent) && ts.isTypeOfExpression(parent.left))
      replace("change a type of a check", node, '"symbol"');
    if (
      ts.isStringLiteral(node) &&
      ts.isArrayLiteralExpression(parent) &&
      ts.isPropertyAssignment(parent.parent) &&
      parent.parent.name.getText().includes("enum")
    )
      replace("change a value of a check", node, '"changed"');
    if (ts.isNewExpression(node) && node.expression.getText() === "RegExp")
      replace("change a pattern of a check", node, "/^changed$/");
    if (ts.isRegularExpressionLiteral(node)) replace("change a pattern of a check", node, "/^changed$/");
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer) && ts.isStringLiteral(node.name))
      replace("drop a status of a check", node, "");
    if (
      ts.isPropertyAssignment(node) &&
      /^(operationId|method|path)$/.test(node.name.getText()) &&
      ts.isStringLiteral(node.initializer)
    )
      replace("change what a check is of", node.initializer, '"changed"');
  });
}

function inNodes(text: string, plantAt: (node: ts.Node, replace: Replace) => void): Fault[] {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const faults: Fault[] = [];
  const replace: Replace = (kind, node, to) => {
    const [start, end] = [node.getStart(), node.getEnd()];
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    faults.push({
      kind,
      place: `line ${line + 1}, column ${character + 1}`,
      plant: () => text.slice(0, start) + to + text.slice(end),
    });
  };
  const visit = (node: ts.Node): void => {
    if (node.parent) plantAt(node, replace);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}
