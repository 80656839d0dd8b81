import { dereference, type MockDocument } from "../prism/document.ts";

/** Life cycle of a resource: `x-lifecycle` of the schema of its status. */
interface LifecycleData {
  initial: string;
  states: { name: string; transient: boolean }[];
  transitions: { from: string; to: string; by?: string }[];
}

/** Duration of a transient state: a time, or a number of reads. */
export type TransitionDuration = { unit: "milliseconds" | "reads"; count: number };

/** Progress of a resource through a transient state. */
export interface Progress {
  /** Start, in milliseconds since 1970. */
  since: number;
  /** Number of responses that have shown the resource since. */
  reads: number;
}

/** Parses `immediate`, `1.5s`, `200ms` or `3reads`. */
export function parseTransitionDuration(text: string): TransitionDuration {
  const [, amount = "0", unit = "reads"] = /^(\d+(?:\.\d+)?) ?(ms|s|reads)$/.exec(text) ?? [];
  if (unit === "reads") return { unit, count: Math.floor(Number(amount)) };
  return { unit: "milliseconds", count: Number(amount) * (unit === "s" ? 1000 : 1) };
}

/** Life cycle of one kind of resource, with the duration of its transient states. */
export class Lifecycle {
  readonly initial: string;
  readonly #transient: Set<string>;
  readonly #transitions: LifecycleData["transitions"];
  readonly #duration: TransitionDuration;

  /** @param schema Name of the schema of the status. */
  constructor(document: MockDocument, schema: string, duration: TransitionDuration) {
    const { ["x-lifecycle"]: data } = dereference<{ "x-lifecycle"?: LifecycleData }>(
      document,
      document.components?.["schemas"]?.[schema] ?? {},
    );
    this.initial = data?.initial ?? "creating";
    this.#transient = new Set(data?.states.filter(({ transient }) => transient).map(({ name }) => name));
    this.#transitions = data?.transitions ?? [];
    this.#duration = duration;
  }

  /** Returns the state to which an operation leads, or undefined where the life cycle does not allow the operation. */
  target(from: string, operation: string, wanted?: string): string | undefined {
    return this.#transitions.find(
      (transition) =>
        transition.from === from && transition.by === operation && (wanted ?? transition.to) === transition.to,
    )?.to;
  }

  /** Returns the states that can follow a transient state without a request. */
  next(from: string): string[] {
    return this.#transitions.filter((transition) => transition.from === from && !transition.by).map(({ to }) => to);
  }

  /** Returns whether a resource has reached the end of a transient state. */
  isOver(status: string, progress: Progress, now: number): boolean {
    if (!this.#transient.has(status)) return false;
    const passed = this.#duration.unit === "reads" ? progress.reads : now - progress.since;
    return passed >= this.#duration.count;
  }
}
