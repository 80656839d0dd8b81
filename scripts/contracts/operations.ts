import ts from "typescript";
import { listOperations, type OpenApiDocument } from "../lib/document.ts";

/** Holds the generated functions against the description: one for each operation, with its address and parameters. */
export function checkOperations(document: OpenApiDocument, source: string): string[] {
  const file = ts.createSourceFile("operations.ts", source, ts.ScriptTarget.Latest, true);
  const functions = new Map(file.statements.filter(ts.isFunctionDeclaration).map((node) => [node.name?.text ?? "", node]));
  const interfaces = new Map(file.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]));
  const problems: string[] = [];
  for (const operation of listOperations(document)) {
    const { operationId, method, path, requestBody, responses } = operation;
    const node = functions.get(operationId);
    functions.delete(operationId);
    if (!node) {
      problems.push(`${operationId} has no function`);
      continue;
    }
    const wanted = [operationId, method, path].map((text) => JSON.stringify(text)).join(", ");
    if (!node.body?.getText().includes(`call(client, ${wanted}, params`)) problems.push(`${operationId} does not call ${wanted}`);
    const marked = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "deprecated");
    if (marked !== (operation.object.deprecated ?? false)) problems.push(`${operationId} is wrong about being deprecated`);

    const own = `operations["${operationId}"]`;
    const fields = operation.parameters.map(({ name, in: place, required, ...rest }) => {
      const group = `${own}["parameters"]["${place}"]`;
      const mark = required && !rest["x-client-option"] ? "" : "?";
      return `${name}${mark}: ${place === "path" ? group : `NonNullable<${group}>`}["${name}"]`;
    });
    if (requestBody) {
      const content = `NonNullable<${own}["requestBody"]>["content"]`;
      fields.push(`body${requestBody.required ? "" : "?"}: ${content}[keyof ${content}]`);
    }
    const type = node.parameters[1]?.type?.getText() ?? "";
    const found = [...(interfaces.get(type)?.members ?? [])].map((item) => item.getText().replace(/;$/, ""));
    const [want, have] = [fields.sort().join(", "), found.sort().join(", ")];
    if (want !== have) problems.push(`${operationId} takes { ${have} }, described with { ${want} }`);

    const data = file.statements.find((item) => ts.isTypeAliasDeclaration(item) && `Promise<${item.name.text}>` === node.type?.getText());
    for (const [status, { content }] of Object.entries(responses).filter(([code]) => code.startsWith("2"))) {
      const text = content ? `["responses"][${status}]` : "undefined";
      if (!data?.getText().includes(text)) problems.push(`${operationId} does not return its answer ${status}`);
    }
  }
  return [...problems, ...[...functions.keys()].map((name) => `${name} is not an operation of the description`)];
}
