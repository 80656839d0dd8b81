import { ServiceError, serviceBody } from "../http/errors.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Store } from "../state/store.ts";
import type { Target } from "../http/request.ts";

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
  /** Forgets everything that happened, in one project or in all. */
  reset(projectId?: string): void;
}

type Route = (body: unknown, projectId: string | undefined) => ControlReply;

export function createControl({ document, store, faults, reset }: ControlOptions): Control {
  const memory = () => {
    if (!store) throw new ServiceError("EndPoint.0002", "The mock has no state; start it with --stateful.");
    return store;
  };
  const done: ControlReply = { status: 204 };
  const routes: Record<string, Record<string, Route>> = {
    health: { GET: () => ({ status: 200, body: { status: "ok", stateful: store !== undefined, document } }) },
    reset: {
      POST(_, projectId) {
        reset(projectId);
        return done;
      },
    },
    state: { GET: (_, projectId) => ({ status: 200, body: memory().dump(projectId) }) },
    fixture: {
      PUT(body, projectId) {
        memory().load(body, projectId);
        return done;
      },
    },
    faults: {
      POST(body, projectId) {
        faults.add((body ?? {}) as Fault, projectId);
        return done;
      },
      DELETE(_, projectId) {
        faults.clear(projectId);
        return done;
      },
    },
  };
  return {
    owns: ({ segments }) => segments[0] === CONTROL,
    answer(method, { segments }, query, body) {
      const [, name = "", ...rest] = segments;
      const route = !rest.length && Object.hasOwn(routes, name) ? routes[name] : undefined;
      if (!route) {
        const known = Object.keys(routes).map((each) => `/${CONTROL}/${each}`);
        return { status: 404, body: serviceBody("EndPoint.0005", `The mock is steered by ${known.join(", ")}.`) };
      }
      const verb = method === "HEAD" ? "GET" : method;
      const act = Object.hasOwn(route, verb) ? route[verb] : undefined;
      if (!act) {
        const allow = [...Object.keys(route), ...("GET" in route ? ["HEAD"] : []), "OPTIONS"].join(", ");
        if (method === "OPTIONS") return { status: 204, headers: { allow } };
        return { status: 405, headers: { allow }, body: serviceBody("EndPoint.0002", `Use ${allow} here.`) };
      }
      try {
        return act(body, typeof query["project_id"] === "string" ? query["project_id"] : undefined);
      } catch (error) {
        if (error instanceof TypeError) throw new ServiceError("EndPoint.0002", error.message);
        throw error;
      }
    },
  };
}
