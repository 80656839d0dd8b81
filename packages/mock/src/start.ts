import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { verifySignature } from "./features/auth.ts";
import { createControl } from "./features/control.ts";
import { documentOperations, readMockDocument, type DocumentOperation } from "./prism/document.ts";
import { createEdge, type Backend, type Call } from "./http/server.ts";
import { createEngine } from "./prism/engine.ts";
import { Faults } from "./features/faults.ts";
import { errorForViolation } from "./features/violation-codes.ts";
import { Router } from "./http/router.ts";
import type { MockSettings } from "./cli/settings.ts";
import { createHandlers } from "./state/handlers/index.ts";
import { readSettle } from "./state/lifecycle.ts";
import { Store } from "./state/store.ts";
import { watchFiles } from "./cli/watch.ts";

/** What a program that starts a mock may hand in, beside the settings. */
export interface Hooks {
  /** Milliseconds since 1970, for the times that a stateful mock writes and for its transitions. */
  clock?: () => number;
  /** Makes the IDs that a stateful mock gives. */
  newId?: () => string;
  /** World that a stateful mock starts with, in the form of a fixture file. */
  world?: object;
  /** Told of each request, once it is answered; not of those that steer the mock. */
  seen?: (call: Call) => void;
  /** Told of a reload: nothing where it went well, or else what is wrong with the files. */
  reloaded?: (problem?: Error) => void;
}

export interface RunningMock {
  /** Address, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  readonly faults: Faults;
  /** The operations that it has at the moment. */
  operations(): DocumentOperation[];
  /** Forgets everything that happened since the start, in one project or in all. */
  reset(projectId?: string): void;
  /** Puts another world in the place of the one that projects, or one of them, start with. */
  load(world: unknown, projectId?: string): void;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/**
 * Starts a mock.
 *
 * @throws {Error} Where it cannot listen, or where the document or the fixture is not right; says what to do about it.
 */
export async function runMock(settings: MockSettings, hooks: Hooks = {}): Promise<RunningMock> {
  checkCombination(settings, hooks);
  const faults: Faults = new Faults(() => operations.map(({ operationId }) => operationId));
  let { backend, store, operations } = createBackend(settings, hooks, faults);
  const server = createEdge(() => backend);
  server.listen(settings.port, settings.host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw explainListen(settings, error);
  });
  const { port } = server.address() as AddressInfo;

  const files = [settings.document, settings.fixture].filter((file) => file !== undefined);
  const unwatch = settings.watch
    ? watchFiles(files, () => {
        try {
          ({ backend, store, operations } = createBackend(settings, hooks, faults));
          hooks.reloaded?.();
        } catch (error) {
          hooks.reloaded?.(error as Error);
        }
      })
    : undefined;

  return {
    url: addressOf(settings.host, port),
    faults,
    operations: () => operations,
    reset(projectId) {
      store?.reset(projectId);
      faults.clear(projectId);
    },
    load(world, projectId) {
      if (!store) throw new TypeError("only a stateful mock has a world");
      store.load(world, projectId);
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

/** Everything behind the edge, made from the files as they are now. */
function createBackend(
  settings: MockSettings,
  hooks: Hooks,
  faults: Faults,
): { backend: Backend; store: Store | undefined; operations: DocumentOperation[] } {
  const document = readMockDocument(settings.document);
  const store = settings.stateful
    ? new Store(document, {
        settle: readSettle(settings.settle),
        empty: settings.empty,
        clock: hooks.clock ?? Date.now,
        newId: hooks.newId ?? randomUUID,
      })
    : undefined;
  const world = hooks.world ?? (settings.fixture === undefined ? undefined : readFixture(settings.fixture));
  if (world !== undefined) store?.load(world);
  const handlers = store && createHandlers(document, store);
  const router = new Router<DocumentOperation>();
  const operations = documentOperations(document);
  for (const operation of operations) router.add(operation.method, operation.path, operation);
  const keys = new Map(
    settings.accessKey.map((pair) => {
      const colon = pair.indexOf(":");
      return [pair.slice(0, colon), pair.slice(colon + 1)];
    }),
  );
  const backend: Backend = {
    router,
    engine: createEngine(document, {
      dynamic: settings.dynamic,
      seed: settings.seed,
      handler: (operationId) => handlers?.(operationId),
      errorFor: (operation, violation) => errorForViolation(document, operation, violation),
    }),
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
    authorize(request) {
      if (keys.size) verifySignature(request, keys, Date.now());
    },
    cors: settings.cors,
    seen: hooks.seen,
  };
  return { backend, store, operations };
}

/** Rather than to pass over what somebody counts on. */
function checkCombination({ stateful, empty, fixture, settle }: MockSettings, { world }: Hooks): void {
  if (stateful) return;
  const idle =
    (empty && "empty") || ((fixture ?? world) && "fixture") || (settle !== "immediate" && "settle") || undefined;
  if (idle) throw new Error(`${idle} is of use with stateful only`);
}

function readFixture(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`cannot read the fixture ${file}: ${(error as Error).message}`);
  }
}

/** Address of a server that listens. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Why a server cannot listen, and what to do about it. */
export function explainListen(
  { host, port }: { host: string; port: number },
  { code, message }: NodeJS.ErrnoException,
): Error {
  let reason = message;
  if (code === "EADDRINUSE") reason = "the port is taken; choose another with --port, or 0 for a free one";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") reason = "this machine has no such address";
  if (code === "EACCES") reason = "not allowed";
  return new Error(`cannot listen on ${host}:${port}: ${reason}`);
}
