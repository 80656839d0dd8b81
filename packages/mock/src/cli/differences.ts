import type { ProxiedCall } from "../features/proxy.ts";
import type { MockDocument } from "../prism/document.ts";

/** Rules that are no keyword of JSON Schema, by the beginnings of their messages. */
const RULES = [
  "The document has no such operation",
  "Unable to match the returned status code",
  "The received media type",
  "The body is not valid JSON",
  "The body is larger than 12 MB",
  "There is a body, but none is documented",
];

/**
 * Collects how a service differs from the document, in a form that may be shown to anybody. It has no text of a request or a
 * response, only names and keywords of the document, statuses, JSON types and counts: so nothing secret or personal can be in it.
 */
export class Differences {
  readonly #calls = new Map<string, number>();
  readonly #found = new Map<string, number>();
  /** Names that may stand in a location; others come from a body or a path. */
  readonly #names = new Set(["request", "response", "body", "query", "header", "headers", "path"]);
  readonly #title: string;

  constructor(document: MockDocument) {
    this.#title = `${document.info.title} ${document.info.version}`;
    collectNames(document, this.#names);
  }

  add({ operationId: operation = "none", status, violations, bodies, failure }: ProxiedCall): void {
    count(this.#calls, { operation, status });
    if (failure) count(this.#found, { operation, status, rule: "the service did not respond" });
    for (const { location, code, message } of violations) {
      const [side = "", part, ...path] = location;
      const place = location.map((name) => (/^\d+$/.test(name) ? "*" : this.#names.has(name) ? name : "?"));
      const rule = typeof code === "string" ? code : RULES.find((known) => message.startsWith(known));
      const body = part === "body" ? { found: typeOf(path, bodies[side as keyof typeof bodies]) } : {};
      count(this.#found, { operation, status, place: place.join("."), rule: rule ?? "other", ...body });
    }
  }

  /** Returns the report as JSON, sorted. */
  render(): string {
    const report = { description: this.#title, calls: list(this.#calls), differences: list(this.#found) };
    return `${JSON.stringify(report, null, 2)}\n`;
  }
}

function count(counts: Map<string, number>, key: object): void {
  const text = JSON.stringify(key);
  counts.set(text, (counts.get(text) ?? 0) + 1);
}

function list(counts: Map<string, number>): object[] {
  return [...counts].sort().map(([text, times]) => ({ ...(JSON.parse(text) as object), count: times }));
}

/** Collects the names of properties, parameters and headers, and every other key. */
function collectNames(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "example" || key === "examples") continue;
    names.add(key);
    if (key === "name" && typeof value === "string") names.add(value).add(value.toLowerCase());
    collectNames(value, names);
  }
}

/** Returns the JSON type of a value in a body. */
function typeOf(path: string[], body: unknown): string {
  const value = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], body);
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : value === undefined ? "nothing" : typeof value;
}
