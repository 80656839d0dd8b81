import { ServiceError, serviceBody } from "./errors.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Store } from "./state/store.ts";
import type { Target } from "./target.ts";

/** First segment of the control routes; no path of the API has a second one after a name like this. */
export const CONTROL = "__mock";

interface ControlReply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The routes by which a test steers the mock. */
export interface Control {
  owns(target: Target): boolean;
  answer(method: string, target: Target, query: Record<string, string | string[]>, body: unknown): ControlReply;
}

export interface ControlOptions {
  document: { title: string; version: string };
  /** The memory, where there is one. */
  store: Store | undefined;
  faults: Faults;
  /** Forgets everything that happened. */
  reset(): void;
}

type Route = (body: unknown, query: Record<string, string | string[]>) => ControlReply;

export function createControl({ document, store, faults, reset }: ControlOptions): Control {
  const memory = () => {
    if (!store) throw new ServiceError("EndPoint.0002", "The mock has no state; start it with --stateful.");
    return store;
  };
  const done: ControlReply = { status: 204 };
  const routes: Record<string, Record<string, Route>> = {
    health: { GET: () => ({ status: 200, body: { status: "ok", stateful: store !== undefined, document } }) },
    reset: {
      POST: () => {
        reset();
        return done;
      },
    },
    state: {
      GET: (_, { project_id: id }) => ({ status: 200, body: memory().dump(typeof id === "string" ? id : undefined) }),
    },
    fixture: {
      PUT(body) {
        memory().load(body);
        return done;
      },
    },
    faults: {
      POST(body) {
        faults.add((body ?? {}) as Fault);
        return done;
      },
      DELETE() {
        faults.clear();
        return done;
      },
    },
  };
  return {
    owns: ({ segments }) => segments[0] === CONTROL,
    answer(method, { segments }, query, body) {
      const route = segments.length === 2 ? routes[segments[1] as string] : undefined;
      if (!route) {
        const known = Object.keys(routes).map((name) => `/${CONTROL}/${name}`);
        return { status: 404, body: serviceBody("EndPoint.0005", `The mock is steered by ${known.join(", ")}.`) };
      }
      const act = route[method === "HEAD" ? "GET" : method];
      if (!act) {
        const allow = Object.keys(route).join(", ");
        return { status: 405, headers: { allow }, body: serviceBody("EndPoint.0002", `Use ${allow} here.`) };
      }
      try {
        return act(body, query);
      } catch (error) {
        if (error instanceof TypeError) throw new ServiceError("EndPoint.0002", error.message);
        throw error;
      }
    },
  };
}
