import { resolve } from "../../../core/document.ts";
import type { OperationEntry, Site } from "../model.ts";
import { waiting, type Waiter } from "./waiters.ts";

type Note = [term: string, markdown: string];

interface Pagination {
  style: string;
  in: string;
  offsetParam: string;
  limitParam: string;
  items: string;
  total?: string;
}

interface LongRunning {
  poll: string;
  waiter?: string;
}

/** Describes the extensions of an operation in Markdown; links are relative to the folder of the reference. */
export function notesOf(site: Site, operation: OperationEntry): Note[] {
  const { object } = operation;
  const notes: Note[] = [["Credentials", credentials(site, operation)]];
  const action = object["x-iam-action"];
  const role = object["x-iam-role-action"];
  if (action) notes.push(["IAM action", `\`${action}\`${role ? `, in role-based policies \`${role}\`` : ""}`]);
  const pagination = object["x-pagination"] as Pagination | undefined;
  if (pagination) notes.push(["Pagination", paging(pagination)]);
  const running = object["x-long-running"] as LongRunning | undefined;
  if (running) notes.push(["Asynchronous", later(site, running)]);
  return notes;
}

function credentials({ document }: Site, { security }: OperationEntry): string {
  const ways = security.map((requirement) =>
    Object.keys(requirement)
      .map((name) => {
        const scheme = resolve<Record<string, string>>(document, { $ref: `#/components/securitySchemes/${name}` });
        const header = scheme["in"] === "header" ? ` (header \`${scheme["name"]}\`)` : "";
        return `[${name}](index.md#credentials)${header}`;
      })
      .join(" and "),
  );
  return ways.filter(Boolean).join(", or ") || "None needed.";
}

function paging({ in: place, offsetParam, limitParam, items, total }: Pagination): string {
  const where = place === "body" ? "of the body" : `of the ${place}`;
  const all = total ? `, and the number of all matches under \`${total}\`` : "";
  return `\`${limitParam}\` ${where} sets the size of a page, \`${offsetParam}\` the number of items before it. The items are under \`${items}\`${all}.`;
}

function later(site: Site, { poll, waiter }: LongRunning): string {
  const asked = site.operations.find(({ operationId }) => operationId === poll);
  const waiters = (asked?.object["x-waiters"] ?? {}) as Record<string, Waiter>;
  const how = waiter
    ? ` The client waits with \`${waiter}\`${waiters[waiter] ? `: ${waiting(waiters[waiter])}` : ""}`
    : "";
  return `The response comes before the work is done. Poll \`${poll}\`${asked ? ` (${asked.title})` : ""} for the outcome.${how}`;
}

/** Markdown below the samples of an operation, if it needs credentials. */
export function sampleNote({ inputs }: Site, { security }: OperationEntry): string | undefined {
  return security.some((requirement) => Object.keys(requirement).length > 0) ? inputs.sampleNote : undefined;
}
