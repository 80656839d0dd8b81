import { resolve, jsonContent, type Json, type OpenApiDocument, type Operation } from "../../core/document.ts";
import type { GivenValues } from "../../core/example-request.ts";
import type { Sample } from "./components/sample.ts";
import type { Sampler } from "./components/samples.ts";

/** The parts of an Arazzo document that the guide shows. */
export interface ArazzoDocument {
  info: { title: string; summary?: string };
  workflows: { summary?: string; parameters?: ArazzoParameter[]; steps: ArazzoStep[] }[];
}

interface ArazzoParameter {
  name: string;
  in?: string;
  value: Json;
}

interface ArazzoStep {
  stepId: string;
  operationId: string;
  description?: string;
  parameters?: ArazzoParameter[];
  requestBody?: { payload: Json };
  successCriteria?: { condition: string; context?: string }[];
  outputs?: Record<string, string>;
  onFailure?: { type: string; retryAfter?: number; retryLimit?: number }[];
}

/** A step of a workflow, as the guide shows it. */
export interface WorkflowStep {
  title: string;
  operationId: string;
  markdown: string;
  samples: Sample[];
  /** Seconds between two calls, where the step is repeated until it succeeds. */
  interval?: number | undefined;
  /** Numbers of the earlier steps whose outputs this one uses, from 0. */
  uses: number[];
}

const EXPRESSION = /\{?\$(inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))?\}?/g;

/** Makes a page of the guide of an Arazzo document. Throws where a step names an operation that the document does not have. */
export function workflowPage(
  arazzo: ArazzoDocument,
  document: OpenApiDocument,
  operations: Operation[],
  samplesOf: Sampler,
): { title: string; markdown: string; steps: WorkflowStep[] } {
  const { title, summary = "" } = arazzo.info;
  const steps = arazzo.workflows.flatMap((workflow) =>
    workflow.steps.map((step): WorkflowStep => {
      const operation = operations.find(({ operationId }) => operationId === step.operationId);
      if (!operation) throw new Error(`step ${step.stepId}: there is no operation "${step.operationId}"`);
      const references = [...JSON.stringify(step).matchAll(EXPRESSION)].flatMap(([, kind, name]) =>
        kind === "steps" ? [workflow.steps.findIndex(({ stepId }) => stepId === name)] : [],
      );
      return {
        title: words(step.stepId),
        operationId: step.operationId,
        markdown: stepMarkdown(step),
        samples: samplesOf(operation, givenValues(document, operation, step)),
        interval: step.onFailure?.find(({ type }) => type === "retry")?.retryAfter,
        uses: [...new Set(references)],
      };
    }),
  );
  const chapters = steps.map(
    (step, index) =>
      `## ${index + 1}. ${step.title}\n\n${step.markdown}\n\n\`\`\`sh\n${step.samples[0]?.source ?? ""}\n\`\`\``,
  );
  return { title, steps, markdown: [`# ${title}`, summary, ...chapters].join("\n\n") };
}

/** Values that a step sends; in place of an expression, the value that the operation's own example has there. */
function givenValues(document: OpenApiDocument, operation: Operation, step: ArazzoStep): GivenValues {
  const example = Object.values(jsonContent(document, operation.requestBody)?.examples ?? {})[0];
  const constant = (step.parameters ?? []).filter(({ value }) => !isExpression(value));
  const optional = (step.parameters ?? []).flatMap(({ name, value }) => {
    const parameter = operation.parameters.find((one) => one.name === name);
    const [first] = Object.values(parameter?.examples ?? {});
    const own = (first && resolve(document, first).value) ?? parameter?.schema?.examples?.[0];
    return isExpression(value) && own !== undefined ? [[name, own] as const] : [];
  });
  return {
    parameters: Object.fromEntries([...optional, ...constant.map(({ name, value }) => [name, value] as const)]),
    body: step.requestBody && filled(step.requestBody.payload, example && resolve(document, example).value),
  };
}

function isExpression(value: Json): value is string {
  return typeof value === "string" && value.includes("$");
}

function filled(value: Json, example: Json | undefined): Json {
  if (isExpression(value)) return example ?? value;
  if (Array.isArray(value))
    return value.map((item, index) => filled(item, Array.isArray(example) ? example[index] : undefined));
  if (typeof value !== "object" || value === null) return value;
  const members = (typeof example === "object" ? example : null) as Record<string, Json> | null;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, members?.[name])]));
}

function stepMarkdown(step: ArazzoStep): string {
  const { operationId, description, successCriteria = [], outputs = {}, onFailure = [] } = step;
  const values = [...expressionsIn(step.requestBody?.payload ?? null), ...parameterExpressions(step.parameters ?? [])];
  const wanted = successCriteria.map(({ condition }) => criterion(condition)).join(" and ");
  const retry = onFailure.find(({ type }) => type === "retry");
  const kept = Object.entries(outputs).map(
    ([name, expression]) => `Keep \`${pointerWords(expression)}\` as \`${name}\`.`,
  );
  return [
    description,
    `Call \`${operationId}\`${values.length ? " with:" : "."}`,
    values.map(([name, source]) => `- \`${name}\`: ${source}`).join("\n"),
    retry
      ? `Repeat every ${retry.retryAfter} seconds, ${retry.retryLimit} times at most, until ${wanted}.`
      : `It succeeds where ${wanted}.`,
    ...kept,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function parameterExpressions(parameters: ArazzoParameter[]): [string, string][] {
  return parameters.flatMap(({ name, value }) => (isExpression(value) ? [[name, source(value)]] : []));
}

function expressionsIn(value: Json, path = ""): [string, string][] {
  if (isExpression(value)) return [[path, source(value)]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    expressionsIn(item, Array.isArray(value) ? `${path}[]` : path ? `${path}.${key}` : key),
  );
}

/** Says where the value of an expression comes from. */
function source(expression: string): string {
  return expression.replace(EXPRESSION, (_, kind: string, name: string, output: string | undefined) =>
    kind === "inputs" ? `your \`${name}\`` : `\`${output}\` of “${words(name)}”`,
  );
}

/** Puts a criterion of success into words. */
function criterion(condition: string): string {
  return condition
    .replace("$statusCode", "the status")
    .replace(/\$response\.body#[\w/]*/, (expression) => `\`${pointerWords(expression)}\``)
    .replace(" == ", " is ")
    .replace(/'([^']*)'/, "`$1`")
    .replace(/^\$\[.*$/, (path) => `\`${path}\` finds something`);
}

function pointerWords(expression: string): string {
  return expression.replace(/^\$response\.body#\//, "").replaceAll("/", ".");
}

/** Splits a name such as `waitForService` into words. */
function words(name: string): string {
  const text = name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
