import { dereference, type MockDocument } from "../prism/document.ts";

/** The states of a resource as the document has them (`x-lifecycle` of the schema of its status). */
interface LifecycleData {
  initial: string;
  states: { name: string; transient: boolean }[];
  transitions: { from: string; to: string; by?: string }[];
}

/** When a transition that takes its time is over: after milliseconds, or after having been read so many times. */
export type Settle = { after: "time"; milliseconds: number } | { after: "reads"; count: number };

/** A resource on its way from one state to another. */
export interface Progress {
  /** Milliseconds since 1970 when it set out. */
  since: number;
  /** How many answers have shown it since. */
  reads: number;
}

/** Reads `immediate`, `1.5s`, `200ms` or `3reads`. */
export function readSettle(text: string): Settle {
  const [, amount = "0", unit = "reads"] = /^(\d+(?:\.\d+)?) ?(ms|s|reads)$/.exec(text) ?? [];
  if (unit === "reads") return { after: "reads", count: Math.floor(Number(amount)) };
  return { after: "time", milliseconds: Number(amount) * (unit === "s" ? 1000 : 1) };
}

/** The life of one kind of resource: what the document says, and how long its transitions take. */
export class Lifecycle {
  readonly initial: string;
  readonly #transient: Set<string>;
  readonly #transitions: LifecycleData["transitions"];
  readonly #settle: Settle;

  /** @param schema Name of the schema of the status. */
  constructor(document: MockDocument, schema: string, settle: Settle) {
    const { ["x-lifecycle"]: data } = dereference<{ "x-lifecycle"?: LifecycleData }>(
      document,
      document.components?.["schemas"]?.[schema] ?? {},
    );
    this.initial = data?.initial ?? "creating";
    this.#transient = new Set(data?.states.filter(({ transient }) => transient).map(({ name }) => name));
    this.#transitions = data?.transitions ?? [];
    this.#settle = settle;
  }

  /** The state that an operation leads to from another, or nothing where it may not be called then. */
  target(from: string, operation: string, wanted?: string): string | undefined {
    return this.#transitions.find(
      (transition) =>
        transition.from === from && transition.by === operation && (wanted ?? transition.to) === transition.to,
    )?.to;
  }

  /** States that a resource comes to by itself from a transient one. */
  next(from: string): string[] {
    return this.#transitions.filter((transition) => transition.from === from && !transition.by).map(({ to }) => to);
  }

  /** Whether a resource in a transient state has reached the end of it. */
  isOver(status: string, progress: Progress | undefined, now: number): boolean {
    if (!progress || !this.#transient.has(status)) return false;
    if (this.#settle.after === "reads") return progress.reads >= this.#settle.count;
    return now - progress.since >= this.#settle.milliseconds;
  }
}
