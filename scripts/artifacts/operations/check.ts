import ts from "typescript";
import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { commentOf } from "../../testing/comments.ts";
import { wordProblems } from "../../testing/words.ts";

/** Words of the comments themselves. */
const LAYOUT = new Set("Answer Parameters Taken client from left link of out s the to where".split(" "));

/** Holds the generated functions against the description: one for each operation, with its address and parameters. */
export function checkOperations(document: OpenApiDocument, source: string): string[] {
  const file = ts.createSourceFile("operations.ts", source, ts.ScriptTarget.Latest, true);
  const functions = new Map(
    file.statements.filter(ts.isFunctionDeclaration).map((node) => [node.name?.text ?? "", node]),
  );
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
    if (!node.body?.getText().includes(`call(client, ${wanted}, params`))
      problems.push(`${operationId} does not call ${wanted}`);
    const marked = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "deprecated");
    if (marked !== (operation.object.deprecated ?? false))
      problems.push(`${operationId} is wrong about being deprecated`);

    const { summary = "", description = "", deprecated } = operation.object;
    problems.push(
      ...wordProblems(
        `the comment on ${operationId}`,
        [summary, description, method, path, deprecated ? "deprecated" : ""],
        commentOf(node),
        LAYOUT,
      ),
    );

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

    const said = new Map(
      operation.parameters.map((one) => [
        one.name,
        [one.description ?? "", String(one["x-client-option"] ?? ""), one.deprecated ? "deprecated" : ""],
      ]),
    );
    said.set("body", [requestBody?.description ?? ""]);
    for (const item of interfaces.get(type)?.members ?? []) {
      const name = item.name?.getText() ?? "";
      problems.push(
        ...wordProblems(`the comment on ${name} of ${operationId}`, said.get(name) ?? [], commentOf(item), LAYOUT),
      );
    }

    const isOptional =
      !requestBody?.required && operation.parameters.every((one) => !one.required || one["x-client-option"]);
    if ((node.parameters[1]?.initializer !== undefined) !== isOptional)
      problems.push(`${operationId} is wrong about whether it can be called without parameters`);

    const data = file.statements.find(
      (item): item is ts.TypeAliasDeclaration =>
        ts.isTypeAliasDeclaration(item) && `Promise<${item.name.text}>` === node.type?.getText(),
    );
    const answers = Object.entries(responses)
      .filter(([code]) => code.startsWith("2"))
      .map(([code, { content }]) => {
        const media = Object.keys(content ?? {})[0];
        return media ? `${own}["responses"][${code}]["content"]["${media}"]` : "undefined";
      });
    const [given, described] = [data?.type.getText(), [...new Set(answers)].join(" | ") || "undefined"];
    if (given !== described) problems.push(`${operationId} returns ${given}, described as ${described}`);
  }
  return [...problems, ...[...functions.keys()].map((name) => `${name} is not an operation of the description`)];
}
