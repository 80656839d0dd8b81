import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import type { Fixture, GivenState } from "./fixture.ts";
import type { Endpoint, ProjectState, Service } from "./resources.ts";

/** Changes of a collection: resources to store, and IDs of deleted ones. */
interface Changes<T> {
  put: T[];
  deleted: string[];
}

interface ProjectChanges {
  services: Changes<Service>;
  endpoints: Changes<Endpoint>;
}

/** One line of the file. */
interface Entry {
  /** Project of `state`, `changes` or `fixture`. */
  project?: string;
  /** Whole state of the project, at the first change in it. */
  state?: ProjectState;
  changes?: ProjectChanges;
  fixture?: Fixture;
  /** Project whose changes are forgotten; null for all. */
  reset?: string | null;
  /** State of the clock and of the IDs. */
  counters?: unknown;
}

const MEMBERS = new Set(["project", "state", "changes", "fixture", "reset", "counters"]);

/** State that a file contains. */
export interface SavedState {
  projects: Map<string, ProjectState>;
  /** Fixture that replaced the seed data of all projects, and those of single ones. */
  fixture: Fixture | undefined;
  fixtures: Map<string, GivenState>;
  counters: unknown;
}

/** A project while the file is read: its lists by ID, so that a change costs the same in a long list. */
interface Reading {
  state: ProjectState;
  services: Map<string, Service>;
  endpoints: Map<string, Endpoint>;
}

/**
 * Keeps the state of a stateful mock in a file: one JSON object a line, written before the response is sent. The file is
 * read, and rewritten without what is out of date, at the start.
 */
export class DataFile {
  readonly #content: SavedState = { projects: new Map(), fixture: undefined, fixtures: new Map(), counters: undefined };
  readonly #reading = new Map<string, Reading>();
  readonly #file: number;
  readonly #saved: Set<string>;

  /** @throws {Error} Where the file cannot be read or written, or a line other than the last is not valid. */
  constructor(path: string) {
    try {
      if (existsSync(path) && !statSync(path).isFile()) throw new Error("it is not a file");
      if (existsSync(path)) this.#read(path);
      const compact = openSync(`${path}.tmp`, "w");
      for (const entry of entries(this.#content)) writeLine(compact, entry);
      fsyncSync(compact);
      closeSync(compact);
      renameSync(`${path}.tmp`, path);
      this.#file = openSync(path, "a");
    } catch (error) {
      throw new Error(`cannot use the data file ${path}: ${(error as Error).message}`, { cause: error });
    }
    this.#saved = new Set(this.#content.projects.keys());
  }

  /** Returns what was read, at the first call; nothing later, when it is out of date. */
  take(): SavedState {
    const content = { ...this.#content };
    Object.assign(this.#content, { projects: new Map(), fixture: undefined, fixtures: new Map(), counters: undefined });
    return content;
  }

  /** Appends the changes of a request. @param state Returns the state of the project, for its first change. */
  commit(project: string, changes: ProjectChanges, state: () => ProjectState, counters: unknown): void {
    const { services, endpoints } = changes;
    if (![services, endpoints].some(({ put, deleted }) => put.length || deleted.length)) return;
    const content = this.#saved.has(project) ? { changes } : { state: state() };
    this.#saved.add(project);
    this.append({ project, ...content, ...(counters !== undefined && { counters }) });
  }

  append(entry: Entry): void {
    if (entry.reset === null) this.#saved.clear();
    // Of a project without changes, there is nothing to forget.
    else if (entry.reset !== undefined && !this.#saved.delete(entry.reset)) return;
    writeLine(this.#file, entry);
  }

  /** Empties the file. */
  clear(): void {
    this.#saved.clear();
    ftruncateSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }

  #read(path: string): void {
    const lines = readFileSync(path, "utf8").split("\n");
    for (const [index, line] of lines.entries()) {
      if (!line) continue;
      let entry: Entry;
      try {
        entry = JSON.parse(line) as Entry;
      } catch (error) {
        // A mock that was killed while it wrote leaves a last line without an end.
        if (index === lines.length - 1 && line.startsWith('{"')) break;
        throw new Error(`line ${index + 1}: ${(error as Error).message}`);
      }
      // Any other file must not be overwritten.
      if (!line.startsWith("{") || !Object.keys(entry).every((name) => MEMBERS.has(name)))
        throw new Error(`line ${index + 1} is not one of a mock; its members can be ${[...MEMBERS].join(", ")}`);
      this.#apply(entry);
    }
    for (const [id, reading] of this.#reading) this.#content.projects.set(id, stateOf(reading));
    this.#reading.clear();
  }

  #apply({ project = "", state, changes, fixture, reset, counters }: Entry): void {
    const content = this.#content;
    if (counters !== undefined) content.counters = counters;
    if (state) {
      const { endpoint_services, endpoints } = state;
      this.#reading.set(project, { state, services: byId(endpoint_services), endpoints: byId(endpoints) });
    }
    const known = this.#reading.get(project);
    if (changes && known) {
      apply(known.services, changes.services);
      apply(known.endpoints, changes.endpoints);
    }
    if (fixture && project) content.fixtures.set(project, fixture as GivenState);
    else if (fixture) {
      content.fixture = fixture;
      content.fixtures.clear();
    }
    if (reset === null) this.#reading.clear();
    else if (reset !== undefined) this.#reading.delete(reset);
  }
}

/** Returns the shortest lines that lead to a state. */
function* entries({ projects, fixture, fixtures, counters }: SavedState): Generator<Entry> {
  if (counters !== undefined) yield { counters };
  if (fixture) yield { fixture };
  for (const [project, own] of fixtures) yield { project, fixture: own };
  for (const [project, state] of projects) yield { project, state };
}

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function apply<T extends { id: string }>(items: Map<string, T>, { put, deleted }: Changes<T>): void {
  for (const item of put) items.set(item.id, item);
  for (const id of deleted) items.delete(id);
}

function stateOf({ state, services, endpoints }: Reading): ProjectState {
  return { ...state, endpoint_services: [...services.values()], endpoints: [...endpoints.values()] };
}

function writeLine(file: number, entry: Entry): void {
  writeSync(file, `${JSON.stringify(entry)}\n`);
}
