import { notice, type Rendered } from "../../core/artifact.ts";
import { DocumentError, listOperations, type Operation, type OpenApiDocument } from "../../core/document.ts";
import { pointerSegments } from "../../core/pointer.ts";
import { docComment, identifier, pascalCase } from "../../core/typescript.ts";

/**
 * One state to wait for, from `x-waiters`. The pointer leads into the response; a segment `{name}` is the item of a
 * list whose member has the value of the parameter of that name. Times are in seconds.
 */
interface Waiter {
  description: string;
  state: string;
  success: string[];
  failure: string[];
  missing: "success" | "error";
  interval: number;
  delay: number;
  timeout: number;
}

/** A function for each state that an operation can be polled for (`x-waiters`). */
export function render(document: OpenApiDocument): Rendered {
  const operations = listOperations(document).filter(({ object }) => object["x-waiters"]);
  const taken = new Map<string, string>();
  const body = operations.flatMap((operation) =>
    Object.entries(operation.object["x-waiters"] as Record<string, Waiter>).map(([name, waiter]) => {
      const place = `${operation.pointer}/x-waiters/${name}`;
      const other = taken.get(name);
      if (other) throw new DocumentError(place, `has the name of ${other}`);
      taken.set(name, place);
      return renderWaiter(operation, name, waiter, place);
    }),
  );
  const names = operations.flatMap(({ operationId }) => {
    const name = pascalCase(operationId);
    return [`  ${identifier(operationId)},`, `  type ${name}Data,`, `  type ${name}Params,`];
  });
  const imports = [
    'import type { OperationClient } from "../request/call.ts";',
    'import { waitUntil, type WaitOptions } from "../helpers/wait.ts";',
    `import {\n${names.join("\n")}\n} from "./operations.ts";\n`,
  ];
  return [`// ${notice(document)}\n`, ...(body.length ? imports : ["export {};\n"]), ...body].join("\n");
}

function renderWaiter({ operationId, parameters }: Operation, name: string, waiter: Waiter, place: string): string {
  const { description, state, success, failure, missing } = waiter;
  const times = { interval: waiter.interval * 1000, delay: waiter.delay * 1000, timeout: waiter.timeout * 1000 };
  const spec = { name, state: pointerSegments(state), success, failure, missing, ...times };
  const data = `${pascalCase(operationId)}Data`;
  const type = `${pascalCase(operationId)}Params`;
  // The parameters that pick an item have to be given.
  const picks = [...state.matchAll(/\{([^{}]+)\}/g)].map(([, parameter = ""]) => parameter);
  const unknown = picks.find((pick) => !parameters.some((parameter) => parameter.name === pick));
  if (unknown) throw new DocumentError(`${place}/state`, `"${unknown}" is not a parameter of ${operationId}`);
  const required = picks.map((pick) => ` & Required<Pick<${type}, ${JSON.stringify(pick)}>>`).join("");
  // Where a thing that is gone is a success, there may be nothing to give back.
  const result = [...(success.length ? [data] : []), ...(missing === "success" ? ["undefined"] : [])].join(" | ");
  const failing = failure.map((value) => `\`${value}\``).join(", ");
  const ends = [
    failing && `Rejects with a \`WaiterError\` on ${failing}`,
    missing === "error" && `${failing ? "," : "Rejects with a `WaiterError`"} where the resource does not exist`,
    `${failing || missing === "error" ? ", and" : "Rejects with a `WaiterError`"} after ${waiter.timeout} seconds. Polls first after ${waiter.delay} s, then every ${waiter.interval} s. Options change these times.`,
  ];
  return [
    docComment([description, `\n${ends.filter(Boolean).join("")} Calls {@link ${identifier(operationId)}}.`]) +
      `export function ${identifier(name)}(`,
    "  client: OperationClient,",
    `  params: ${type}${required},`,
    "  options?: WaitOptions,",
    `): Promise<${result}> {`,
    `  return waitUntil(${identifier(operationId)}, client, params, ${JSON.stringify(spec)}, options);`,
    "}\n",
  ].join("\n");
}
