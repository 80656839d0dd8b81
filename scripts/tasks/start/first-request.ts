import { listOperations, type OpenApiDocument, type Operation } from "../../core/document.ts";
import { curlCommand, exampleOf, exampleRequest } from "../../core/example-request.ts";
import { callParameters, clientOption, identifier, key } from "../../core/typescript.ts";

/**
 * Returns a first request to the mock at `baseUrl`, as commands for a shell: with curl, and with the client. It is the first GET
 * operation that needs nothing but what the client's options hold.
 */
export function firstRequest(document: OpenApiDocument, baseUrl: string): { curl: string; typescript: string } {
  const operations = listOperations(document).filter(({ method }) => method === "GET");
  const operation = operations.find((each) => required(each).every((parameter) => clientOption(parameter)));
  if (!operation) throw new Error("the description has no GET operation without parameters of its own");
  const options = required(operation).map(
    (parameter) => `${key(clientOption(parameter) ?? "")}: ${JSON.stringify(exampleOf(document, parameter))}`,
  );
  const name = identifier(operation.operationId);
  return {
    curl: curlCommand(exampleRequest(document, operation), baseUrl),
    typescript: `node --input-type=module <<'END'
import { createClient, tokenAuth } from "./packages/client/dist/index.js";
import { ${name} } from "./packages/client/dist/operations.js";

const client = createClient({ ${[`baseUrl: "${baseUrl}"`, ...options, 'auth: tokenAuth("any")'].join(", ")} });
console.log(await ${name}(client));
END`,
  };
}

const required = (operation: Operation) =>
  callParameters(operation)
    .map(({ parameter }) => parameter)
    .filter((parameter) => parameter.required);
