import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { MockSettings } from "./cli/settings.ts";
import { suggestion } from "./did-you-mean.ts";
import type { Call } from "./features/call.ts";
import { Clock } from "./features/clock.ts";
import { createControl } from "./features/control/index.ts";
import { Faults } from "./features/faults.ts";
import { createIam } from "./features/iam.ts";
import { Journal } from "./features/journal.ts";
import { unknownNames } from "./features/unknown-names.ts";
import { errorForViolation } from "./features/violation-codes.ts";
import { addressOf, hostOf, listenError } from "./http/address.ts";
import { Router } from "./http/router.ts";
import { createHttpServer } from "./http/server.ts";
import { createHandler, type Backend } from "./pipeline.ts";
import { documentOperations, hasErrorCatalog, readMockDocument, type DocumentOperation } from "./prism/document.ts";
import { createEngine } from "./prism/engine.ts";
import { createLogger } from "./prism/logger.ts";
import { readFileText } from "./read-file.ts";
import { DataFile } from "./state/data-file.ts";
import { createState, type State } from "./state/index.ts";
import { watchFiles } from "./watch.ts";

/** Functions that a program that starts a mock may pass beside the settings. */
export interface Hooks {
  /** Returns milliseconds since 1970, for the times that a stateful mock writes and for its transitions. */
  clock?: () => number;
  /** Returns the ID of a new resource of a stateful mock. */
  newId?: () => string;
  /** Seed data of a stateful mock, in the form of a fixture file. */
  fixture?: object;
  /** Receives each request for the API, once the response is sent. */
  onCall?: (call: Call) => void;
  /** Called once for each operation that a stateful mock responds to from the examples, at its first request. */
  onUnhandled?: (operationId: string) => void;
  /** Receives each line that Prism logs. */
  onPrismLog?: (line: string) => void;
  /** Called after a reload; with an error where the files could not be loaded. */
  onReload?: (error?: Error) => void;
}

export interface RunningMock {
  /** Address, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly faults: Faults;
  readonly journal: Journal;
  /** Returns the operations of the document as it is loaded now. */
  operations(): DocumentOperation[];
  /** Resets state, faults and calls of one project, or of all. */
  reset(projectId?: string): void;
  /** Replaces the seed data of one project, or of all, and resets the state. */
  load(fixture: unknown, projectId?: string): void;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/**
 * Starts a mock.
 *
 * @throws {Error} Where it cannot listen, or where the document or the fixture is not valid.
 */
export async function runMock(settings: MockSettings, hooks: Hooks = {}): Promise<RunningMock> {
  checkCombination(settings, hooks);
  const checkOperation = (name: string) => {
    const known = operations.map(({ operationId }) => operationId);
    if (!known.includes(name)) throw new TypeError(`there is no operation "${name}"${suggestion(name, known, '"')}`);
  };
  const shared: Shared = {
    faults: new Faults(checkOperation),
    journal: new Journal(checkOperation),
    clock: new Clock(hooks.clock ?? Date.now, settings.seed !== undefined && hooks.clock === undefined),
    data: settings.data === undefined ? undefined : new DataFile(settings.data),
  };
  const { faults, journal, data } = shared;
  let { backend, state, operations } = createBackend(settings, hooks, shared);
  const server = createHttpServer(createHandler(() => backend));
  server.listen(settings.port, hostOf(settings));
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw listenError(settings, error);
  });
  const { port } = server.address() as AddressInfo;

  const files = [settings.document, settings.fixture].filter((file) => file !== undefined);
  const unwatch = settings.watch
    ? watchFiles(files, () => {
        try {
          const next = createBackend(settings, hooks, shared);
          data?.clear();
          ({ backend, state, operations } = next);
          hooks.onReload?.();
        } catch (error) {
          hooks.onReload?.(error as Error);
        }
      })
    : undefined;

  return {
    url: addressOf(hostOf(settings), port),
    faults,
    journal,
    operations: () => operations,
    reset: (projectId) => reset(state, shared, projectId),
    load(fixture, projectId) {
      if (!state) throw new TypeError("load requires stateful");
      state.store.load(fixture, projectId);
    },
    async close() {
      unwatch?.();
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      data?.close();
    },
  };
}

/** Parts of a mock that survive a reload of its files. */
interface Shared {
  faults: Faults;
  journal: Journal;
  clock: Clock;
  data: DataFile | undefined;
}

function reset(state: State | undefined, { faults, journal }: Shared, projectId?: string): void {
  state?.reset(projectId);
  faults.clear(projectId);
  journal.clear(projectId);
}

/** Creates everything behind the HTTP layer from the files as they are now. */
function createBackend(
  settings: MockSettings,
  hooks: Hooks,
  shared: Shared,
): { backend: Backend; state: State | undefined; operations: DocumentOperation[] } {
  const { faults, journal, clock, data } = shared;
  const host = hostOf(settings);
  const document = readMockDocument(settings.document);
  const state = settings.stateful
    ? createState(document, {
        ...settings,
        seed: settings.seed,
        fixture: hooks.fixture ?? (settings.fixture === undefined ? undefined : readFixture(settings.fixture)),
        clock,
        newId: hooks.newId,
        data,
        onUnhandled: (operationId) => hooks.onUnhandled?.(operationId),
      })
    : undefined;
  const router = new Router<DocumentOperation>();
  const operations = documentOperations(document);
  for (const operation of operations) router.add(operation.method, operation.path, operation);
  const accessKeys = new Map(
    settings.accessKey.map((pair) => {
      const colon = pair.indexOf(":");
      return [pair.slice(0, colon), pair.slice(colon + 1)];
    }),
  );
  const backend: Backend = {
    router,
    engine: createEngine(document, hooks.onPrismLog && createLogger(hooks.onPrismLog)),
    handler: (operationId) => state?.handler(operationId),
    errorFor: (operation, violation) => errorForViolation(document, operation, violation),
    dynamic: settings.dynamic,
    seed: settings.seed,
    control: createControl({
      document: document.info,
      store: state?.store,
      clock,
      faults,
      journal,
      reset: (projectId) => reset(state, shared, projectId),
    }),
    iam: createIam(document),
    faults,
    accessKeys,
    cors: settings.cors,
    errorForm: hasErrorCatalog(document) ? "service" : "problem",
    errors: settings.errors,
    host,
    strict: settings.strict,
    unknownNames: (operation, request, body) => unknownNames(document, operation, request, body),
    onCall(call) {
      journal.add(call);
      hooks.onCall?.(call);
    },
  };
  return { backend, state, operations };
}

/** @throws {Error} Where an option has no effect without `stateful`. */
function checkCombination({ stateful, empty, fixture, data, transitions }: MockSettings, hooks: Hooks): void {
  if (stateful) return;
  const unused = [
    ...(empty ? ["empty"] : []),
    ...((fixture ?? hooks.fixture) ? ["fixture"] : []),
    ...(data ? ["data"] : []),
    ...(transitions === "immediate" ? [] : ["transitions"]),
  ];
  if (unused[0]) throw new Error(`--${unused[0]} requires --stateful`);
}

function readFixture(file: string): unknown {
  try {
    return JSON.parse(readFileText(file));
  } catch (error) {
    throw new Error(`cannot read the fixture ${file}: ${(error as Error).message}`);
  }
}
