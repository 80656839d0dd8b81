import type { Call } from "./http/server.ts";
import type { Fault } from "./features/faults.ts";
import { runMock } from "./start.ts";
import { checkSettings, defaultSettings, type MockSettings } from "./cli/settings.ts";

export type { Call } from "./http/server.ts";
export type { Fault } from "./features/faults.ts";

/** Settings of a mock that a program starts; each has the default of the command's option, but for the port. */
export interface MockOptions extends Partial<
  Omit<MockSettings, "fixture" | "watch" | "log" | "report" | "failOnInvalid">
> {
  /** World that projects of a stateful mock start with: a file, or what would be in it. */
  fixture?: string | object;
  /** Milliseconds since 1970, for the times that a stateful mock writes and for its transitions. */
  clock?: () => number;
  /** Makes the IDs that a stateful mock gives; each must be new. */
  newId?: () => string;
}

/** A running mock. */
export interface Mock {
  /** Address, such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Requests that were answered since the start or the last reset, oldest first; of many, the latest 10,000. */
  readonly calls: readonly Call[];
  /** Forgets calls, faults, and what requests created, changed and deleted; of one project, all but the calls. */
  reset(projectId?: string): void;
  /** Lets the next requests fail. @throws {TypeError} Where the fault cannot be meant. */
  fail(fault: Fault): void;
  /**
   * Puts another world in the place of the one that projects, or one of them, start with, and starts over.
   *
   * @throws {TypeError} Where it is none.
   */
  load(world: object, projectId?: string): void;
  /** Stops the mock; may be called twice. */
  stop(): Promise<void>;
}

const MOST_CALLS = 10_000;

/**
 * Starts a mock in this process, on a free port unless one is given.
 *
 * @throws {Error} Where an option is wrong or the mock cannot listen.
 */
export async function startMock({ clock, newId, fixture, ...options }: MockOptions = {}): Promise<Mock> {
  checkSettings(options);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings: MockSettings = { ...defaultSettings(), port: 0, ...given };
  if (typeof fixture === "string") settings.fixture = fixture;
  const calls: Call[] = [];
  const mock = await runMock(settings, {
    ...(clock && { clock }),
    ...(newId && { newId }),
    ...(typeof fixture === "object" && { world: fixture }),
    seen(call) {
      if (calls.push(call) > MOST_CALLS) calls.shift();
    },
  });
  return {
    url: mock.url,
    calls,
    reset(projectId) {
      if (projectId === undefined) calls.length = 0;
      mock.reset(projectId);
    },
    fail: (fault) => mock.faults.add(fault),
    load: (world, projectId) => mock.load(world, projectId),
    stop: () => mock.close(),
  };
}
