import { bundle } from "../../../../scripts/testing/bundle.ts";
import { listOperations } from "../../../../scripts/core/document.ts";
import { exampleRequest } from "../../../../scripts/core/example-request.ts";
import { send } from "../../../../scripts/testing/http.ts";
import type { Violation } from "../../src/http/response.ts";

export const operations = listOperations(bundle);
export const PROJECT = "6e9dfd51d1124e8d8498dce894923a0d";

export interface Asked {
  path?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Told {
  status: number;
  /** Not typed, since the tests read the responses of all operations. */
  body: any;
  /** Code of the error in either form. */
  code: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/** Calls an operation; parts left out are those of the example. Throws where the response violates the description. */
export async function ask(
  url: string,
  operationId: string,
  { path = {}, query = {}, headers, body }: Asked = {},
): Promise<Told> {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) throw new Error(`no operation ${operationId}`);
  const example = exampleRequest(bundle, operation);
  let target = operation.path;
  for (const [name, value] of Object.entries({ ...exampleParameters(operation), ...path })) {
    target = target.replace(`{${name}}`, encodeURIComponent(value));
  }
  const search = new URLSearchParams(query).toString();
  const content = body === undefined ? example.body : body;
  const response = await send(
    `${url}${target}${search && `?${search}`}`,
    operation.method,
    { ...example.headers, ...headers },
    content === undefined ? undefined : JSON.stringify(content),
  );
  const broken = violations(response.headers["sl-violations"]).filter(({ location }) => location[0] === "response");
  if (broken.length)
    throw new Error(`${operationId} violates the description: ${JSON.stringify(broken)} in ${response.body}`);
  const parsed = response.body ? JSON.parse(response.body) : undefined;
  return {
    status: response.status,
    body: parsed,
    code: parsed?.error?.code ?? parsed?.error_code,
    headers: response.headers,
  };
}

export function violations(header: string | string[] | undefined): Violation[] {
  return header === undefined ? [] : (JSON.parse(String(header)) as Violation[]);
}

function exampleParameters({ parameters }: (typeof operations)[number]): Record<string, string> {
  return Object.fromEntries(
    parameters
      .filter(({ in: place }) => place === "path")
      .map(({ name, examples }) => [name, String(Object.values(examples ?? {})[0]?.value)]),
  );
}
