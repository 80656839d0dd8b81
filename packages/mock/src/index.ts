/**
 * A mock in the process of a test. `vpcep-mock --help` describes the command, which has the same options.
 *
 * @module Mock in a program
 */
import type { Call } from "./features/call.ts";
import type { Fault } from "./features/faults.ts";
import { runMock } from "./start.ts";
import { checkSettings, defaultSettings, type MockSettings } from "./cli/settings.ts";

export type { Call } from "./features/call.ts";
export type { Fault } from "./features/faults.ts";
export type { Violation } from "./http/response.ts";

/** Options of a mock that a program starts; the defaults are those of the command, but for the port, which is a free one. */
export interface MockOptions extends Partial<
  Omit<MockSettings, "fixture" | "watch" | "log" | "report" | "failOnInvalid">
> {
  /** Seed data of the projects of a stateful mock: a fixture file, or its content. Default: the examples of the document. */
  fixture?: string | object;
  /** Returns milliseconds since 1970, for the times that a stateful mock writes and for its transitions. Default: `Date.now`. */
  clock?: () => number;
  /** Returns the ID of a new resource of a stateful mock; each must be new. Default: random UUIDs; with `seed`, the same ones in each run. */
  newId?: () => string;
}

/** A running mock. */
export interface Mock {
  /** Address to send requests to, such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Requests since the start or the last reset, oldest first; at most the latest 10,000. */
  readonly calls: readonly Call[];
  /** Resets calls, faults and state of one project, or of all. */
  reset(projectId?: string): void;
  /** Injects a fault into the next requests. @throws {TypeError} Where the fault is not valid. */
  fail(fault: Fault): void;
  /**
   * Replaces the seed data of one project, or of all, and resets the state.
   *
   * @throws {TypeError} Where the fixture is not valid, or the mock not stateful.
   */
  load(fixture: object, projectId?: string): void;
  /** Stops the mock; may be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts a mock in this process, on a free port unless one is given.
 *
 * @param options Options of the mock; all may be left out.
 * @returns The running mock, once it listens.
 * @throws {Error} Where an option is not valid or the mock cannot listen.
 * @example
 * ```ts
 * import { startMock } from "@vpcep/mock";
 *
 * const mock = await startMock({ stateful: true });
 * mock.fail({ operation: "listEndpoints", status: 503 });
 * const response = await fetch(`${mock.url}/v1/6e9dfd51d1124e8d8498dce894923a0d/vpc-endpoints`, {
 *   headers: { "X-Auth-Token": "any" },
 * });
 * console.log(response.status, mock.calls.length); // 503 1
 * await mock.stop();
 * ```
 */
export async function startMock({ clock, newId, fixture, ...options }: MockOptions = {}): Promise<Mock> {
  checkSettings(options);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings: MockSettings = { ...defaultSettings(), port: 0, ...given };
  if (typeof fixture === "string") settings.fixture = fixture;
  const mock = await runMock(settings, {
    ...(clock && { clock }),
    ...(newId && { newId }),
    ...(typeof fixture === "object" && { fixture }),
    onUnhandled: (operationId) =>
      process.emitWarning(`vpcep-mock responds to ${operationId} from the examples of the document`),
  });
  return {
    url: mock.url,
    calls: mock.journal.calls,
    reset: (projectId) => mock.reset(projectId),
    fail: (fault) => mock.faults.add(fault),
    load: (data, projectId) => mock.load(data, projectId),
    stop: () => mock.close(),
  };
}
