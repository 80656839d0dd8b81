import type { Clock } from "../features/clock.ts";
import type { MockDocument } from "../prism/document.ts";
import { FixtureSchema, type Fixture, type GivenState } from "./fixture.ts";
import type { DataFile, SavedState } from "./data-file.ts";
import { Lifecycle, type TransitionDuration } from "./lifecycle.ts";
import { Project, type Lifecycles } from "./project.ts";
import type { ProjectState } from "./resources.ts";
import { emptyState, exampleState } from "./seed.ts";

export interface StoreOptions {
  transitions: TransitionDuration;
  /** Starts projects without the resources of the document's examples. */
  empty: boolean;
  clock: Clock;
  newId: () => string;
  /** Seed data in place of the document's examples. */
  fixture?: unknown;
  /** File that keeps the state across restarts, and what it held at the start. */
  data?: DataFile | undefined;
  saved?: SavedState | undefined;
  /** Returns the state of the clock and of the IDs, for the data file. */
  counters?: () => unknown;
}

/** Number of projects in memory; the least recently used one makes room. */
const MAX_PROJECTS = 1000;

/** State of a stateful mock: one for each project, invisible to the others. */
export class Store {
  readonly region: string;
  readonly lifecycles: Lifecycles;
  readonly newId: () => string;
  readonly clock: Clock;
  /** Account that owns the projects, as in the document's examples. */
  readonly domainId: string | undefined;
  readonly #seed: ProjectState;
  readonly #schema: FixtureSchema;
  readonly #data: DataFile | undefined;
  readonly #counters: (() => unknown) | undefined;
  #fixture: Fixture | undefined;
  /** Fixtures of single projects, which take precedence. */
  #fixtures = new Map<string, GivenState>();
  #projects = new Map<string, Project>();

  /** @throws {TypeError} Where the fixture is not valid, with the JSON pointer of the value. */
  constructor(document: MockDocument, options: StoreOptions) {
    const { transitions, empty, clock, newId, fixture, data, saved, counters } = options;
    this.lifecycles = {
      services: new Lifecycle(document, "EndpointServiceStatus", transitions),
      endpoints: new Lifecycle(document, "EndpointStatus", transitions),
    };
    this.region = document.servers?.[0]?.variables?.["region"]?.default ?? "region";
    this.clock = clock;
    this.newId = newId;
    const example = exampleState(document);
    this.domainId = example.endpoint_services
      .map((service) => service["domain_id"])
      .find((id) => typeof id === "string");
    this.#seed = empty ? emptyState(document) : example;
    this.#schema = new FixtureSchema(document);
    this.#data = data;
    this.#counters = counters;
    if (fixture !== undefined) {
      this.#schema.check(fixture);
      this.#fixture = fixture;
    }
    for (const [id, state] of saved?.projects ?? []) this.#projects.set(id, new Project(state));
    // A fixture that was loaded at run time takes precedence over that of the start.
    if (saved?.fixture) this.#fixture = saved.fixture;
    for (const [id, own] of saved?.fixtures ?? []) this.#fixtures.set(id, own);
  }

  /** Returns the time as the API writes it. */
  now(): string {
    return `${new Date(this.clock.now()).toISOString().slice(0, 19)}Z`;
  }

  /** Returns a project, with every transition made that is over. */
  project(id: string): Project {
    const project = this.#projects.get(id) ?? new Project(this.#initialState(id));
    this.#projects.delete(id);
    this.#projects.set(id, project);
    const [oldest] = this.#projects.keys();
    if (this.#projects.size > MAX_PROJECTS && oldest !== undefined) this.reset(oldest);
    project.advance(this.lifecycles, this.clock.now(), this.now());
    return project;
  }

  /** Writes the changes of a project to the data file, if there is one. */
  commit(id: string): void {
    const project = this.#projects.get(id);
    if (!project) return;
    const [services, endpoints] = [project.services.takeChanges(), project.endpoints.takeChanges()];
    this.#data?.commit(id, { services, endpoints }, () => project.state, this.#counters?.());
  }

  /** Writes the state of the clock to the data file, if there is one. */
  saveClock(): void {
    this.#data?.append({ counters: this.#counters?.() });
  }

  /** Forgets the changes in one project, or in all. */
  reset(id?: string): void {
    if (id === undefined) this.#projects.clear();
    else this.#projects.delete(id);
    this.#data?.append({ reset: id ?? null });
  }

  /**
   * Replaces the seed data of one project, or of all, and starts over with it.
   *
   * @throws {TypeError} Where the fixture is not valid, with the JSON pointer of the value.
   */
  load(value: unknown, id?: string): void {
    this.#schema.check(value);
    if (id === undefined) {
      this.#fixture = value;
      this.#fixtures.clear();
      this.#data?.append({ fixture: value });
    } else {
      const own = stateOf(value, id);
      this.#fixtures.set(id, own);
      this.#data?.append({ fixture: own, project: id });
    }
    this.reset(id);
  }

  /** Returns a copy of the state, in the form of a fixture. */
  dump(id?: string): { projects: Record<string, ProjectState> } {
    const ids = id === undefined ? [...this.#projects.keys()] : [id];
    return { projects: Object.fromEntries(ids.map((known) => [known, structuredClone(this.project(known).state)])) };
  }

  #initialState(id: string): ProjectState {
    const fixture = this.#fixture;
    const general = fixture && ("projects" in fixture ? ownValue(fixture.projects, id) : (fixture as GivenState));
    const given = this.#fixtures.get(id) ?? general;
    const state = given ? this.#complete(structuredClone(given)) : structuredClone(this.#seed);
    for (const resource of [...state.endpoint_services, ...state.endpoints]) resource["project_id"] = id;
    return state;
  }

  /** Fills in what a fixture leaves out. */
  #complete({ endpoint_services = [], endpoints = [], public_endpoint_services, quotas }: GivenState): ProjectState {
    const now = this.now();
    const common = { service_type: "interface", created_at: now, updated_at: now };
    return {
      endpoint_services: endpoint_services.map((service) => ({
        service_name: `${this.region}.${service.id}`,
        status: "available",
        approval_enabled: false,
        permissions: [],
        ...common,
        ...service,
      })),
      endpoints: endpoints.map((endpoint, index) => ({
        endpoint_service_id: "unknown",
        status: "accepted",
        marker_id: index + 1,
        ...common,
        ...endpoint,
      })),
      public_endpoint_services: (public_endpoint_services ?? structuredClone(this.#seed.public_endpoint_services)).map(
        (service) => ({ service_name: service.id, service_type: "interface", created_at: now, ...service }),
      ),
      quotas: { ...this.#seed.quotas, ...quotas },
    };
  }
}

/** Returns the state of a project in a fixture for it. @throws {TypeError} Where it is one of other projects. */
function stateOf(fixture: Fixture, id: string): GivenState {
  if (!("projects" in fixture)) return fixture;
  const ids = Object.keys(fixture.projects);
  const own = ownValue(fixture.projects, id);
  if (own && ids.length === 1) return own;
  throw new TypeError(`a fixture for the project "${id}" must have it only in /projects, not ${JSON.stringify(ids)}`);
}

function ownValue<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
