import { suggestion } from "../../did-you-mean.ts";
import { serviceBody, ServiceError } from "../../http/errors.ts";
import type { Target } from "../../http/request.ts";
import type { Store } from "../../state/store.ts";
import type { Clock } from "../clock.ts";
import type { Fault, Faults } from "../faults.ts";
import type { CallFilter, Expectation, Journal } from "../journal.ts";
import { checkBody, checkNoBody, description, readQueryOf, routes } from "./description.ts";

/** First segment of the control routes; no path of the API has a second one after a name like this. */
export const CONTROL = "__mock";

interface ControlReply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Routes by which tests steer the mock. */
export interface Control {
  owns(target: Target): boolean;
  respond(method: string, target: Target, query: Record<string, string | string[]>, body: unknown): ControlReply;
}

export interface ControlOptions {
  document: { title: string; version: string };
  /** State of a stateful mock. */
  store: Store | undefined;
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** Forgets state, faults and calls, of one project or of all. */
  reset(projectId?: string): void;
}

interface ControlRequest {
  body: unknown;
  projectId: string | undefined;
  filter: CallFilter;
}

type Route = (request: ControlRequest) => ControlReply | undefined;

export function createControl(options: ControlOptions): Control {
  const handlers = createRoutes(options);
  return {
    owns: ({ segments }) => segments[0] === CONTROL,
    respond(method, { segments }, query, body) {
      const path = `/${segments.join("/")}`;
      const route = routes.get(path);
      if (!route) {
        const known = [...routes.keys()].filter((each) => each.startsWith(`/${CONTROL}/`));
        const message = `There is no route ${path}${suggestion(path, known)}`;
        return { status: 404, body: serviceBody("EndPoint.0005", message) };
      }
      const operation = route.get(method === "HEAD" ? "GET" : method);
      if (!operation) {
        const allow = [...route.keys(), ...(route.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
        if (method === "OPTIONS") return { status: 204, headers: { allow } };
        return { status: 405, headers: { allow }, body: serviceBody("EndPoint.0002", notAllowed(method, path, allow)) };
      }
      try {
        const { project_id: projectId, ...filter } = readQueryOf(operation, query) as CallFilter;
        const { operationId, requestBody } = operation;
        if (requestBody) checkBody(operationId, body, "the body");
        else checkNoBody(operation, body);
        return handlers[operationId]?.({ body, projectId, filter }) ?? { status: 204 };
      } catch (error) {
        if (error instanceof TypeError) throw new ServiceError("EndPoint.0002", error.message);
        throw error;
      }
    },
  };
}

/** Returns the message for a method that a route does not have. */
function notAllowed(method: string, path: string, allow: string): string {
  return `The method ${method} is not allowed on ${path}; use ${allow}. GET /${CONTROL}/openapi.json describes all routes.`;
}

/** Returns the handlers of the control routes by operationId; one without a result responds with 204. */
function createRoutes({
  document: { title, version },
  store,
  clock,
  faults,
  journal,
  reset,
}: ControlOptions): Record<string, Route> {
  const stateful = () => {
    if (!store) throw new TypeError("the mock has no state; start it with --stateful");
    return store;
  };
  const readClock = () => ({
    status: 200,
    body: { now: new Date(clock.now()).toISOString(), stopped: clock.isStopped },
  });
  return {
    getHealth: () => ({
      status: 200,
      body: { status: "ok", stateful: store !== undefined, document: { title, version } },
    }),
    getDescription: () => ({ status: 200, body: description }),
    reset: ({ projectId }) => void reset(projectId),
    getState: ({ projectId }) => ({ status: 200, body: stateful().dump(projectId) }),
    putFixture: ({ body, projectId }) => void stateful().load(body, projectId),
    listFaults: ({ projectId }) => ({ status: 200, body: { faults: faults.list(projectId) } }),
    injectFault: ({ body, projectId }) => void faults.add(body as Fault, projectId),
    removeFaults: ({ projectId }) => void faults.clear(projectId),
    listCalls: ({ projectId, filter }) => ({
      status: 200,
      body: { calls: journal.list({ ...filter, ...(projectId !== undefined && { project_id: projectId }) }) },
    }),
    forgetCalls: ({ projectId }) => void journal.clear(projectId),
    verifyCalls({ body }) {
      const { count, problem } = journal.verify(body as Expectation);
      if (problem === undefined) return { status: 200, body: { count } };
      return { status: 422, body: { ...serviceBody("EndPoint.0002", problem), count } };
    },
    getClock() {
      stateful();
      return readClock();
    },
    setClock({ body }) {
      const { now, stopped = false } = body as { now: string; stopped?: boolean };
      const state = stateful();
      clock.set(Date.parse(now), stopped);
      state.saveClock();
      return readClock();
    },
    advanceClock({ body }) {
      const state = stateful();
      clock.advance((body as { seconds: number }).seconds * 1000);
      state.saveClock();
      return readClock();
    },
    resetClock() {
      const state = stateful();
      clock.reset();
      state.saveClock();
      return undefined;
    },
  };
}
