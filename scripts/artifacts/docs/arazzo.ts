import type { Json } from "../../core/document.ts";

/** The parts of an Arazzo document that the guide shows. */
export interface ArazzoDocument {
  info: { title: string; summary?: string };
  workflows: { summary?: string; parameters?: ArazzoParameter[]; steps: ArazzoStep[] }[];
}

export interface ArazzoParameter {
  name: string;
  in?: string;
  value: Json;
}

export interface ArazzoStep {
  stepId: string;
  operationId: string;
  description?: string;
  parameters?: ArazzoParameter[];
  requestBody?: { payload: Json };
  successCriteria?: { condition: string; context?: string }[];
  outputs?: Record<string, string>;
  onFailure?: { type: string; retryAfter?: number; retryLimit?: number }[];
}

/** Expressions of inputs and of outputs of earlier steps: its kind, and the names of input or step, and of the output. */
export const EXPRESSION = /\{?\$(inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))?\}?/g;

export function isExpression(value: Json): value is string {
  return typeof value === "string" && value.search(EXPRESSION) >= 0;
}
