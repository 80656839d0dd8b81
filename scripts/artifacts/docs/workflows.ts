import type { Json, OpenApiDocument, Operation } from "../../core/document.ts";
import { EXPRESSION, isExpression, type ArazzoDocument, type ArazzoParameter, type ArazzoStep } from "./arazzo.ts";
import { environmentName } from "./components/chain.ts";
import type { Sample } from "./components/sample.ts";
import type { Sampler } from "./components/samples.ts";
import { workflowCalls } from "./workflow-calls.ts";

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

const HOW_TO_RUN =
  "Run the samples of a language one after the other: those for curl in one shell (with `jq`), those in TypeScript or Python in one file. Go and Java have a program for each step. The mock takes them as they are when it is started with `--stateful`; for the real service, put in the IDs of your own.";

/** Makes a page of the guide of an Arazzo document. Throws where a step names an operation that the document does not have. */
export function workflowPage(
  arazzo: ArazzoDocument,
  document: OpenApiDocument,
  operations: Operation[],
  samplesOf: Sampler,
): { title: string; markdown: string; steps: WorkflowStep[] } {
  const { title, summary = "" } = arazzo.info;
  const steps = arazzo.workflows.flatMap((workflow) =>
    workflowCalls(document, operations, workflow.steps).map(({ step, operation, given, chain }): WorkflowStep => {
      const references = [...JSON.stringify(step).matchAll(EXPRESSION)].flatMap(([, kind, name]) =>
        kind === "steps" ? [workflow.steps.findIndex(({ stepId }) => stepId === name)] : [],
      );
      return {
        title: words(step.stepId),
        operationId: step.operationId,
        markdown: stepMarkdown(step),
        samples: samplesOf(operation, given, chain),
        interval: step.onFailure?.find(({ type }) => type === "retry")?.retryAfter,
        uses: [...new Set(references)],
      };
    }),
  );
  const chapters = steps.map(
    (step, index) =>
      `## ${index + 1}. ${step.title}\n\n${step.markdown}\n\n\`\`\`sh\n${step.samples[0]?.source ?? ""}\n\`\`\``,
  );
  return { title, steps, markdown: [`# ${title}`, summary, HOW_TO_RUN, ...chapters].join("\n\n") };
}

function stepMarkdown(step: ArazzoStep): string {
  const { operationId, description, successCriteria = [], outputs = {}, onFailure = [] } = step;
  const values = [...expressionsIn(step.requestBody?.payload ?? null), ...parameterExpressions(step.parameters ?? [])];
  const wanted = successCriteria.map(({ condition }) => criterion(condition)).join(" and ");
  const retry = onFailure.find(({ type }) => type === "retry");
  const kept = Object.entries(outputs).map(
    ([name, expression]) =>
      `Keep \`${pointerWords(expression)}\` as \`${name}\` (in Go and Java: the environment variable \`${environmentName(name)}\`).`,
  );
  return [
    description,
    `Call \`${operationId}\`${values.length ? " with:" : "."}`,
    values.map(([name, source]) => `- \`${name}\`: ${source.replace(`your own \`${name}\``, "your own")}`).join("\n"),
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
    kind === "inputs" ? `your own \`${name}\`` : `\`${output}\` of “${words(name)}”`,
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
