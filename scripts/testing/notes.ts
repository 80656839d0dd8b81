import { listOperations, resolve, type OpenApiDocument, type Operation, type Schema } from "../core/document.ts";

interface Waiter {
  description?: string;
  interval?: number;
  timeout?: number;
}

/** What the extensions of an operation say, in words: who may call it, how its pages are turned, what to ask afterwards. */
export function noteWords(document: OpenApiDocument, { object, security }: Operation): string[] {
  const words = ["Credentials", security.length ? "" : "None needed"];
  for (const name of security.flatMap((requirement) => Object.keys(requirement))) {
    const scheme = resolve<{ in?: string; name?: string }>(document, { $ref: `#/components/securitySchemes/${name}` });
    words.push(name, ...(scheme.in === "header" ? [scheme.name ?? ""] : []));
  }
  const [action = "", role = ""] = ["x-iam-action", "x-iam-role-action"].map((key) =>
    String(object[key as "x-"] ?? ""),
  );
  words.push(action && `IAM action ${action}`, role);
  const {
    limitParam,
    offsetParam,
    items,
    total = "",
    in: place,
  } = (object["x-pagination"] ?? {}) as Record<string, string>;
  if (limitParam) words.push("Pagination", limitParam, offsetParam ?? "", items ?? "", total, place ?? "");
  const waiting = ({ description = "", interval = 0, timeout = 0 }: Waiter) =>
    `${description} ${interval || ""} ${timeout || ""}`;
  const waiters = (of: Operation["object"]) => (of["x-waiters"] ?? {}) as Record<string, Waiter>;
  const running = object["x-long-running"] as { poll: string; waiter?: string } | undefined;
  if (running) {
    const asked = listOperations(document).find(({ operationId }) => operationId === running.poll);
    const waiter = asked && running.waiter ? waiters(asked.object)[running.waiter] : undefined;
    words.push(
      "Asynchronous",
      running.poll,
      asked ? summaryOf(asked) : "",
      running.waiter ?? "",
      waiter ? waiting(waiter) : "",
    );
  }
  if (object["x-waiters"]) words.push("Waiters");
  for (const [name, waiter] of Object.entries(waiters(object))) words.push(name, waiting(waiter));
  return words;
}

interface ErrorMeaning {
  code: string;
  status: number;
  meaning: string;
  retry?: boolean;
}

const catalogs = new WeakMap<OpenApiDocument, Map<string, ErrorMeaning>>();

/** Every entry of `x-error-catalog`, by its code. */
export function errorCatalog(document: OpenApiDocument): Map<string, ErrorMeaning> {
  const known = catalogs.get(document);
  if (known) return known;
  const schemas = Object.values((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  const entries = schemas.flatMap((schema) => (schema["x-error-catalog"] ?? []) as ErrorMeaning[]);
  const catalog = new Map(entries.map((entry) => [entry.code, entry]));
  catalogs.set(document, catalog);
  return catalog;
}

/** What is said of an error code. */
export function codeWords(document: OpenApiDocument, code: string): string[] {
  const known = errorCatalog(document).get(code);
  return [code, ...(known ? [String(known.status), known.meaning, known.retry ? "Worth a second try" : ""] : [])];
}

export function summaryOf({ object, operationId }: Operation): string {
  return object.summary ?? operationId;
}

export function tagOf({ object }: Operation): string {
  return object.tags?.[0] ?? "Other";
}

/** What is said of a life cycle, in a drawing and in a list: states, numbered steps, and what leads from one to the next. */
export function cycleWords(
  { transitions }: { transitions: Record<string, string>[] },
  titles: Map<string, string>,
): string[] {
  const states = new Set(transitions.flatMap(({ from = "", to = "" }) => [from, to]));
  const steps = transitions.flatMap(({ from = "", to = "", by = "", when = "", assumed }, index) => [
    String(index + 1),
    from,
    to,
    titles.get(by) ?? by,
    when,
    assumed ? "assumed, not documented" : "",
  ]);
  return [...states, ...steps];
}
