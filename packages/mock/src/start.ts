import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { MockSettings } from "./cli/settings.ts";
import type { Call } from "./features/call.ts";
import { createControl } from "./features/control.ts";
import { Faults } from "./features/faults.ts";
import { unknownNames } from "./features/unknown-names.ts";
import { errorForViolation } from "./features/violation-codes.ts";
import { addressOf, hostOf, listenError } from "./http/address.ts";
import { Router } from "./http/router.ts";
import { createHttpServer } from "./http/server.ts";
import { createHandler, type Backend } from "./pipeline.ts";
import { documentOperations, readMockDocument, type DocumentOperation } from "./prism/document.ts";
import { createEngine } from "./prism/engine.ts";
import { createHandlers } from "./state/handlers/index.ts";
import { readSettle } from "./state/lifecycle.ts";
import { Store } from "./state/store.ts";
import { watchFiles } from "./watch.ts";

/** What a program that starts a mock may pass beside the settings. */
export interface Hooks {
  /** Returns milliseconds since 1970, for the times that a stateful mock writes and for its transitions. */
  clock?: () => number;
  /** Returns the ID of a new resource of a stateful mock. */
  newId?: () => string;
  /** Seed data of a stateful mock, in the form of a fixture file. */
  fixture?: object;
  /** Receives each request for the API, once the response is sent. */
  onCall?: (call: Call) => void;
  /** Called after a reload; with an error where the files could not be loaded. */
  onReload?: (error?: Error) => void;
}

export interface RunningMock {
  /** Address, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly faults: Faults;
  /** Returns the operations of the document as it is loaded now. */
  operations(): DocumentOperation[];
  /** Resets the state and the faults of one project, or of all. */
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
  const faults: Faults = new Faults(() => operations.map(({ operationId }) => operationId));
  let { backend, store, operations } = createBackend(settings, hooks, faults);
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
          ({ backend, store, operations } = createBackend(settings, hooks, faults));
          hooks.onReload?.();
        } catch (error) {
          hooks.onReload?.(error as Error);
        }
      })
    : undefined;

  return {
    url: addressOf(hostOf(settings), port),
    faults,
    operations: () => operations,
    reset(projectId) {
      store?.reset(projectId);
      faults.clear(projectId);
    },
    load(fixture, projectId) {
      if (!store) throw new TypeError("`load` requires `stateful`.");
      store.load(fixture, projectId);
    },
    async close() {
      unwatch?.();
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Creates everything behind the HTTP layer from the files as they are now. */
function createBackend(
  settings: MockSettings,
  hooks: Hooks,
  faults: Faults,
): { backend: Backend; store: Store | undefined; operations: DocumentOperation[] } {
  const host = hostOf(settings);
  const document = readMockDocument(settings.document);
  const store = settings.stateful
    ? new Store(document, {
        settle: readSettle(settings.settle),
        empty: settings.empty,
        clock: hooks.clock ?? Date.now,
        newId: hooks.newId ?? randomUUID,
      })
    : undefined;
  const fixture = hooks.fixture ?? (settings.fixture === undefined ? undefined : readFixture(settings.fixture));
  if (fixture !== undefined) store?.load(fixture);
  const handlers = store && createHandlers(document, store);
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
    engine: createEngine(document),
    handler: (operationId) => handlers?.(operationId),
    errorFor: (operation, violation) => errorForViolation(document, operation, violation),
    dynamic: settings.dynamic,
    seed: settings.seed,
    control: createControl({
      document: document.info,
      store,
      faults,
      reset(projectId) {
        store?.reset(projectId);
        faults.clear(projectId);
      },
    }),
    faults,
    accessKeys,
    cors: settings.cors,
    host,
    strict: settings.strict,
    unknownNames: (operation, request, body) => unknownNames(document, operation, request, body),
    onCall: hooks.onCall,
  };
  return { backend, store, operations };
}

/** @throws {Error} Where an option has no effect without `stateful`. */
function checkCombination({ stateful, empty, fixture, settle }: MockSettings, hooks: Hooks): void {
  if (stateful) return;
  const unused = [
    ...(empty ? ["empty"] : []),
    ...((fixture ?? hooks.fixture) ? ["fixture"] : []),
    ...(settle === "immediate" ? [] : ["settle"]),
  ];
  if (unused[0]) throw new Error(`\`--${unused[0]}\` requires \`--stateful\`.`);
}

function readFixture(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`cannot read the fixture ${file}: ${(error as Error).message}`);
  }
}
