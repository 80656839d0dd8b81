import type { Clock } from "../features/clock.ts";
import type { MockDocument } from "../prism/document.ts";
import type { DataFile } from "./data-file.ts";
import { createHandlers } from "./handlers/index.ts";
import type { Handler } from "./handlers/types.ts";
import { Ids } from "./ids.ts";
import { parseTransitionDuration } from "./lifecycle.ts";
import { Store } from "./store.ts";

export interface StateOptions {
  transitions: string;
  empty: boolean;
  seed: string | undefined;
  fixture: unknown;
  clock: Clock;
  newId: (() => string) | undefined;
  data: DataFile | undefined;
  /** Called once for each operation that has no handler, at its first request. */
  onUnhandled(operationId: string): void;
}

/** State of a stateful mock, and the handlers of its operations. */
export interface State {
  store: Store;
  handler(operationId: string): Handler | undefined;
  reset(projectId?: string): void;
}

/** @throws {TypeError} Where the fixture is not valid. */
export function createState(document: MockDocument, options: StateOptions): State {
  const { transitions, empty, seed, fixture, clock, newId, data, onUnhandled } = options;
  const ids = new Ids(seed);
  const saved = data?.take();
  const counters = saved?.counters as { ids?: number; clock?: Clock["state"] } | undefined;
  ids.count = counters?.ids ?? 0;
  if (counters?.clock) clock.restore(counters.clock);
  const store = new Store(document, {
    transitions: parseTransitionDuration(transitions),
    empty,
    clock,
    newId: newId ?? (() => ids.next()),
    fixture,
    data,
    saved,
    counters: () => ({ ids: ids.count, clock: clock.state }),
  });
  const find = createHandlers(document, store);
  const unhandled = new Set<string>();
  return {
    store,
    handler(operationId) {
      const handler = find(operationId);
      if (!handler && !unhandled.has(operationId)) {
        unhandled.add(operationId);
        onUnhandled(operationId);
      }
      return handler;
    },
    reset(projectId) {
      store.reset(projectId);
      if (projectId !== undefined) return;
      clock.reset();
      ids.count = 0;
    },
  };
}
