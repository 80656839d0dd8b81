import { listOperations, type OpenApiDocument } from "../../core/document.ts";
import { identifier } from "../../core/typescript.ts";
import { loadClient, requiredParams, type Respond } from "../../testing/client.ts";
import { nested } from "../../testing/compare.ts";

interface Waiter extends Record<"interval" | "delay" | "timeout", number> {
  state: string;
  success: string[];
  failure: string[];
  missing: "success" | "error";
}

/** Lets every waiter see every state that `x-waiters` names, and a 404, and compares what becomes of it and its pauses. */
export async function check(document: OpenApiDocument, root: string): Promise<string[]> {
  const { operations, recording } = await loadClient(root);
  const described = listOperations(document);
  const waiters = described.flatMap((operation) =>
    Object.entries((operation.object["x-waiters"] ?? {}) as Record<string, Waiter>).map(([name, waiter]) => ({
      name,
      waiter,
      operation,
    })),
  );
  const problems = Object.keys(operations.waitFor)
    .filter((name) => !waiters.some((one) => identifier(one.name) === name))
    .map((name) => `${name} is not in the document`);
  for (const { operationId, object } of described) {
    const { poll, waiter } = (object["x-long-running"] ?? {}) as Record<string, string>;
    if (waiter && !waiters.some((one) => one.name === waiter && one.operation.operationId === poll)) {
      problems.push(`${operationId} names the waiter ${waiter} of ${poll}, which does not exist`);
    }
  }
  for (const { name, waiter, operation } of waiters) {
    const wait = operations.waitFor[identifier(name)];
    if (!wait) {
      problems.push(`${name} has no function`);
      continue;
    }
    const params = { ...requiredParams(document, operation), ...pickedParams(waiter.state) };
    const showing =
      (state: string): Respond =>
      () =>
        Response.json(nested(shownState(waiter.state, state)));
    const outcomes: [string, Respond, string][] = [
      ...waiter.success.map((state): [string, Respond, string] => [state, showing(state), "resolved"]),
      ...waiter.failure.map((state): [string, Respond, string] => [state, showing(state), "failure"]),
      ["404", () => Response.json({}, { status: 404 }), waiter.missing === "success" ? "resolved" : "missing"],
      ["another state", showing("no such state"), "timeout"],
    ];
    for (const [seen, respond, wanted] of outcomes) {
      const { client } = recording(respond);
      const { outcome, pauses } = await withoutPauses(() => wait(client, params));
      if (outcome !== wanted) problems.push(`${name} ends with ${outcome} on ${seen}, not with ${wanted}`);
      const times = [waiter.timeout, waiter.delay, ...(wanted === "timeout" ? [waiter.interval] : [])];
      for (const seconds of times) {
        if (!pauses.includes(seconds * 1000)) problems.push(`${name} never sets a timer of ${seconds} s on ${seen}`);
      }
    }
  }
  return problems;
}

/** Returns a value for each parameter that picks an item of a list: a segment `{name}` of the pointer to the state. */
function pickedParams(pointer: string): Record<string, string> {
  return Object.fromEntries([...pointer.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => [name, "picked"]));
}

/** Returns the values of a response that shows a state; where an item is picked, another one in front shows none. */
function shownState(pointer: string, state: string): Record<string, string> {
  const members = Object.entries(pickedParams(pointer)).map(([name, value]): [string, string] => [
    `${pointer.slice(0, pointer.indexOf("{"))}1/${name}`,
    value,
  ]);
  return { ...Object.fromEntries(members), [pointer.replace(/\{[^{}]+\}/g, "1")]: state };
}

/** Runs something with timers that fire at once, the longest only after three others; returns how it ended and the timers. */
async function withoutPauses(run: () => Promise<unknown>): Promise<{ outcome: string; pauses: number[] }> {
  const { setTimeout: original } = globalThis;
  const pauses: number[] = [];
  globalThis.setTimeout = ((callback: () => void, milliseconds: number) => {
    pauses.push(milliseconds);
    // The first timer limits the whole wait.
    return original(callback, pauses.length === 1 ? 200 : 0);
  }) as typeof setTimeout;
  try {
    const outcome = await run().then(
      () => "resolved",
      (error: { reason?: string; message: string }) => error.reason ?? error.message,
    );
    return { outcome, pauses };
  } finally {
    globalThis.setTimeout = original;
  }
}
