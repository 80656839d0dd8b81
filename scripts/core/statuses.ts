import { STATUS_CODES } from "node:http";
import { listOperations, type OpenApiDocument } from "./document.ts";

/** Returns the name (its reason phrase, "NotFound") and the first description of each error status in the document. */
export function errorStatuses(document: OpenApiDocument): Map<number, { name: string; description: string }> {
  const found = new Map<number, { name: string; description: string }>();
  for (const { responses } of listOperations(document)) {
    for (const [code, { description }] of Object.entries(responses).filter(([status]) => /^[45]\d\d$/.test(status))) {
      const status = Number(code);
      const name = STATUS_CODES[status]?.replace(/\W/g, "") ?? `Status${status}`;
      if (!found.has(status)) found.set(status, { name, description });
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}
