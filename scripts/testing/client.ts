import { callParameters } from "../core/typescript.ts";
import { join } from "node:path";
import type { Json, OpenApiDocument, Operation } from "../core/document.ts";
import { exampleOf } from "../core/example-request.ts";

/** Functions of a generated module, called as a program would. */
export type Functions = Record<string, (client: unknown, params?: unknown, options?: unknown) => any>;

/** A response, or nothing for an empty one. */
export type Respond = (request: Request, index: number) => Response | undefined;

/** Loads the client under `root`, whose generated files are to be checked, with a `fetch` that records requests. */
export async function loadClient(root: string) {
  const source = join(root, "packages/client/src");
  const { createClient, tokenAuth, ...index } = await import(join(source, "index.ts"));
  const operations = await import(join(source, "operations.ts"));

  /** Creates a client that sends nothing, and the list of the requests that it was asked to send. */
  const recording = (respond: Respond = () => undefined) => {
    const sent: Request[] = [];
    const client = createClient({
      baseUrl: "http://localhost",
      projectId: "p",
      auth: tokenAuth("t"),
      retry: { max: 0 },
      async fetch(request: Request) {
        sent.push(request.clone());
        return respond(request, sent.length - 1) ?? new Response(null, { status: 204 });
      },
    });
    return { client: client as unknown, sent };
  };
  return {
    /** Exports of the package at its root. */
    index: index as Record<string, any>,
    operations: operations as Functions & { paginate: Functions; waitFor: Functions },
    recording,
  };
}

/** Returns the parameters that a call cannot do without, with the first example of each, and an empty body. */
export function requiredParams(document: OpenApiDocument, operation: Operation): Record<string, Json> {
  const required = callParameters(operation).filter(({ parameter }) => parameter.required);
  const values = required.map(({ field, parameter }): [string, Json] => [field, exampleOf(document, parameter)]);
  return { ...Object.fromEntries(values), ...(operation.requestBody?.required && { body: {} }) };
}
