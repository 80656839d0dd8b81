import { jsonContent, resolve, type Json, type OpenApiDocument, type Operation } from "../../core/document.ts";
import type { GivenValues } from "../../core/example-request.ts";
import { pointerSegments } from "../../core/pointer.ts";
import { identifier } from "../../core/typescript.ts";
import { EXPRESSION, isExpression, type ArazzoStep } from "./arazzo.ts";
import { keptValue, type ChainStep } from "./components/chain.ts";
import type { Waiter } from "./components/waiters.ts";

const BODY = "$response.body#";

/** A step of a workflow with the operation that it calls, and what its samples are made of. */
interface WorkflowCall {
  step: ArazzoStep;
  operation: Operation;
  given: GivenValues;
  chain: ChainStep;
}

/** Fills the steps of a workflow with values. Throws where a step names an operation that the document does not have. */
export function workflowCalls(document: OpenApiDocument, operations: Operation[], steps: ArazzoStep[]): WorkflowCall[] {
  const inputs = new Map<string, Json>();
  const calls = steps.map((step) => {
    const operation = operations.find(({ operationId }) => operationId === step.operationId);
    if (!operation) throw new Error(`step ${step.stepId}: there is no operation "${step.operationId}"`);
    return {
      step,
      operation,
      given: givenValues(document, operation, step, inputs),
      waiter: waiterOf(operation, step),
    };
  });
  const names = calls.map(({ operation, waiter }) => (waiter ? "waitFor" : identifier(operation.operationId)));
  const kept = steps.flatMap(({ outputs = {} }) => Object.keys(outputs));
  const twice = kept.find((name, index) => kept.indexOf(name) !== index);
  if (twice) throw new Error(`two steps have an output "${twice}"; each output of a workflow needs a name of its own`);
  return calls.map(({ step, operation, given, waiter }, index) => ({
    step,
    operation,
    given,
    chain: {
      id: step.stepId,
      ...(index === 0 && { imports: [...new Set(names)].sort() }),
      waiter,
      outputs: Object.entries(step.outputs ?? {}).map(([name, expression]) => ({
        name: variable(name),
        path: pointerSegments(expression.replace(BODY, "")),
      })),
    },
  }));
}

/** The name of an output as a variable. */
function variable(output: string): string {
  return output.replaceAll("-", "_");
}

/** Finds the waiter of an operation that ends where a repeated step succeeds: the one that waits for the fewest states. */
function waiterOf({ object }: Operation, { successCriteria = [], onFailure = [] }: ArazzoStep): ChainStep["waiter"] {
  if (!onFailure.some(({ type }) => type === "retry")) return undefined;
  const conditions = successCriteria.map(({ condition }) => condition);
  const [first] = Object.entries((object["x-waiters"] ?? {}) as Record<string, Waiter>)
    .filter(([, { state, success, missing }]) =>
      conditions.includes("$statusCode == 404")
        ? missing === "success"
        : success.some((value) => conditions.includes(`${BODY}${state} == '${value}'`)),
    )
    .sort(([, one], [, other]) => one.success.length - other.success.length);
  return first && { name: first[0], returns: first[1].success.length > 0 };
}

/**
 * Values that a step sends: for the output of an earlier step what that step kept, and for an input the value that the
 * example of the first operation with this input has there.
 */
function givenValues(
  document: OpenApiDocument,
  operation: Operation,
  { parameters = [], requestBody }: ArazzoStep,
  inputs: Map<string, Json>,
): GivenValues {
  const valueOf = (expression: string, example: Json | undefined): Json | undefined => {
    if (!expression.includes("$inputs"))
      return expression.replace(EXPRESSION, (_, _kind, _step, output: string) => keptValue(variable(output)));
    if (example !== undefined && !inputs.has(expression)) inputs.set(expression, example);
    return inputs.get(expression);
  };
  const filled = (value: Json, example: Json | undefined): Json => {
    if (isExpression(value)) return valueOf(value, example) ?? value;
    if (Array.isArray(value))
      return value.map((item, index) => filled(item, Array.isArray(example) ? example[index] : undefined));
    if (typeof value !== "object" || value === null) return value;
    const members = (typeof example === "object" ? example : null) as Record<string, Json> | null;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, members?.[name])]));
  };
  const given = parameters.map(({ name, value }) => {
    const parameter = operation.parameters.find((one) => one.name === name);
    const [first] = Object.values(parameter?.examples ?? {});
    const example = (first && resolve(document, first).value) ?? parameter?.schema?.examples?.[0];
    return [name, isExpression(value) ? valueOf(value, example) : value] as const;
  });
  const [bodyExample] = Object.values(jsonContent(document, operation.requestBody)?.examples ?? {});
  return {
    parameters: Object.fromEntries(given.filter((entry): entry is [string, Json] => entry[1] !== undefined)),
    body: requestBody && filled(requestBody.payload, bodyExample && resolve(document, bodyExample).value),
  };
}
