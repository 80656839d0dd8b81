import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { identifier } from "../../core/typescript.ts";
import { loadClient, requiredParams } from "../../testing/client.ts";

/** Lets every operation fail with every status that it documents, which exactly one of the classes has to recognise. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const { index, operations, recording } = await loadClient(root);
  const generated = (await import(`${root}/packages/client/src/generated/errors.ts`)) as Record<string, any>;
  const unused = new Set(Object.keys(generated));
  const problems: string[] = [];
  for (const operation of listOperations(document)) {
    const { operationId, responses } = operation;
    for (const status of Object.keys(responses).filter((code) => /^[45]\d\d$/.test(code))) {
      const { client } = recording(() => Response.json({}, { status: Number(status) }));
      const error: unknown = await operations[identifier(operationId)]?.(
        client,
        requiredParams(document, operation),
      ).catch((cause: unknown) => cause);
      const classes = Object.keys(generated).filter((name) => error instanceof generated[name]);
      if (classes.length !== 1)
        problems.push(`${operationId} ${status} is an error of the classes [${classes.join(", ")}]`);
      for (const name of classes) {
        unused.delete(name);
        if (index[name] !== generated[name]) problems.push(`${name} is not exported`);
      }
    }
  }
  return [...problems, ...[...unused].map((name) => `${name} is a class of no documented status`)];
}
