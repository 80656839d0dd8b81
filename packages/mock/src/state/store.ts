import { randomUUID } from "node:crypto";
import type { MockDocument } from "../prism/document.ts";
import { Lifecycle, type Settle } from "./lifecycle.ts";
import { emptyWorld, exampleWorld, type Endpoint, type PublicService, type Service, type World } from "./seed.ts";

export interface StoreOptions {
  settle: Settle;
  /** Whether projects start without the example world. */
  empty: boolean;
  /** Milliseconds since 1970. */
  clock: () => number;
  newId: () => string;
}

/** A thing of which only the ID has to be there. */
type Given<T extends { id: string }> = Partial<T> & { id: string };

/** A world as somebody writes it down: what is left out has defaults. */
interface GivenWorld {
  endpoint_services?: Given<Service>[];
  endpoints?: Given<Endpoint>[];
  public_endpoint_services?: Given<PublicService>[];
  quotas?: Partial<World["quotas"]>;
}

/** What projects start with: one world for all, or one for each of some. */
export type Fixture = GivenWorld | { projects: Record<string, GivenWorld> };

const LISTS = ["endpoint_services", "endpoints", "public_endpoint_services"] as const;
const MEMBERS: string[] = [...LISTS, "quotas"];
/** Projects that are remembered; the one that was asked for least lately makes room. */
const MOST_PROJECTS = 1000;

/** The mock's memory: a world for each project, which no other project sees. */
export class Store {
  readonly region: string;
  readonly services: Lifecycle;
  readonly endpoints: Lifecycle;
  readonly newId: () => string;
  readonly clock: () => number;
  readonly #start: World;
  #fixture: Fixture | undefined;
  /** Worlds that single projects start with in place of the fixture. */
  #fixtures = new Map<string, GivenWorld>();
  #projects = new Map<string, World>();

  constructor(document: MockDocument, options: StoreOptions) {
    this.services = new Lifecycle(document, "EndpointServiceStatus", options.settle);
    this.endpoints = new Lifecycle(document, "EndpointStatus", options.settle);
    this.region = document.servers?.[0]?.variables?.["region"]?.default ?? "region";
    this.clock = options.clock;
    this.newId = options.newId ?? randomUUID;
    this.#start = options.empty ? emptyWorld(document) : exampleWorld(document);
  }

  /** Time of now as the API writes it. */
  now(): string {
    return `${new Date(this.clock()).toISOString().slice(0, 19)}Z`;
  }

  /** The world of a project, with every transition that is over by now made. */
  project(id: string): World {
    const world = this.#projects.get(id) ?? this.#create(id);
    this.#projects.delete(id);
    this.#projects.set(id, world);
    const [oldest] = this.#projects.keys();
    if (this.#projects.size > MOST_PROJECTS && oldest !== undefined) this.#projects.delete(oldest);
    this.#advance(world);
    return world;
  }

  /** Forgets what happened in one project, or in all. */
  reset(id?: string): void {
    if (id === undefined) this.#projects.clear();
    else this.#projects.delete(id);
  }

  /**
   * Puts another world in the place of the one that projects, or one of them, start with; starts over with it.
   *
   * @throws {TypeError} Where it is not made of what worlds are made of.
   */
  load(value: unknown, id?: string): void {
    checkFixture(value);
    if (id === undefined) {
      this.#fixture = value;
      this.#fixtures.clear();
    } else if ("projects" in value) {
      throw new TypeError("a fixture for one project has no projects");
    } else this.#fixtures.set(id, value);
    this.reset(id);
  }

  /** A copy of what is remembered, in the form of a fixture. */
  dump(id?: string): { projects: Record<string, World> } {
    const ids = id === undefined ? [...this.#projects.keys()] : [id];
    return { projects: Object.fromEntries(ids.map((known) => [known, structuredClone(this.project(known))])) };
  }

  #create(id: string): World {
    const fixture = this.#fixture;
    const general = fixture && ("projects" in fixture ? ownValue(fixture.projects, id) : (fixture as GivenWorld));
    const changes = this.#fixtures.get(id) ?? general;
    if (!changes) return own(structuredClone(this.#start), id);
    const {
      endpoint_services: services = [],
      endpoints = [],
      public_endpoint_services: offered,
    } = structuredClone(changes);
    const now = this.now();
    const made = { service_type: "interface", created_at: now, updated_at: now };
    return own(
      {
        endpoint_services: services.map((service) => ({
          service_name: `${this.region}.${service.id}`,
          status: "available",
          approval_enabled: false,
          permissions: [],
          ...made,
          ...service,
        })),
        endpoints: endpoints.map((endpoint, index) => ({
          endpoint_service_id: "unknown",
          status: "accepted",
          marker_id: index + 1,
          ...made,
          ...endpoint,
        })),
        public_endpoint_services: (offered ?? structuredClone(this.#start.public_endpoint_services)).map((service) => ({
          service_name: service.id,
          ...made,
          ...service,
        })),
        quotas: { ...this.#start.quotas, ...changes.quotas },
      },
      id,
    );
  }

  #advance(world: World): void {
    const now = this.clock();
    world.endpoint_services = world.endpoint_services.filter((service) => {
      if (!this.services.isOver(service.status, service.progress, now)) return true;
      return this.#enter(service, this.services.next(service.status)[0]);
    });
    world.endpoints = world.endpoints.filter((endpoint) => {
      if (!this.endpoints.isOver(endpoint.status, endpoint.progress, now)) return true;
      const [first] = this.endpoints.next(endpoint.status);
      const needsApproval = world.endpoint_services.find(
        ({ id }) => id === endpoint.endpoint_service_id,
      )?.approval_enabled;
      const next = endpoint.status === "creating" && needsApproval ? "pendingAcceptance" : first;
      if (next === "accepted") connect(world, endpoint);
      return this.#enter(endpoint, next);
    });
  }

  /** Puts a resource into its next state; says whether there is still something left of it. */
  #enter(resource: Service | Endpoint, status: string | undefined): boolean {
    if (status === undefined || status === "gone") return false;
    resource.status = status;
    resource.updated_at = this.now();
    delete resource.progress;
    return true;
  }
}

/** The same world, as that of a project. */
function own(world: World, id: string): World {
  for (const item of [...world.endpoint_services, ...world.endpoints]) item["project_id"] = id;
  return world;
}

/** Gives an endpoint what it has from its first connection on. */
export function connect(world: World, endpoint: Endpoint): void {
  if (endpoint.service_type === "gateway" || endpoint.ip !== undefined) return;
  if (endpoint.port_ip !== undefined) return void (endpoint.ip = endpoint.port_ip);
  const taken = new Set(world.endpoints.flatMap(({ ip, port_ip: asked }) => [ip, asked]));
  for (let host = 10; endpoint.ip === undefined; host += 1) {
    const ip = `192.168.${Math.floor(host / 250)}.${(host % 250) + 1}`;
    if (!taken.has(ip)) endpoint.ip = ip;
  }
}

/** Notes that an answer shows a resource. */
export function countRead(resource: Service | Endpoint): void {
  if (resource.progress) resource.progress.reads += 1;
}

function ownValue<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
const isListOf = (check: (item: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(check);
const isTag = (value: unknown) => isObject(value) && isText(value["key"]);
const isPermission = (value: unknown) => isObject(value) && isText(value["id"]) && isText(value["permission"]);

/** Members that the mock itself reckons with; whether all the others are right, the answers tell. */
const CHECKS: Record<string, [check: (value: unknown) => boolean, expected: string]> = {
  service_name: [isText, "a text"],
  status: [isText, "a text"],
  created_at: [isText, "a text"],
  updated_at: [isText, "a text"],
  marker_id: [Number.isInteger, "a number"],
  endpoint_service_id: [isText, "a text"],
  tags: [isListOf(isTag), 'a list of objects with a "key"'],
  ports: [isListOf(isObject), "a list of objects"],
  permissions: [isListOf(isPermission), 'a list of objects with "id" and "permission"'],
  routetables: [isListOf(isText), "a list of texts"],
  whitelist: [isListOf(isText), "a list of texts"],
  server_resources: [Array.isArray, "a list"],
};

function checkFixture(value: unknown): asserts value is Fixture {
  if (!isObject(value)) throw new TypeError("a fixture has to be an object");
  const { projects } = value;
  if (projects !== undefined && !isObject(projects)) throw new TypeError('"projects" of a fixture has to be an object');
  for (const world of projects === undefined ? [value] : Object.values(projects)) checkWorld(world);
}

function checkWorld(world: unknown): void {
  if (!isObject(world)) throw new TypeError("the world of a project has to be an object");
  const stranger = Object.keys(world).find((name) => !MEMBERS.includes(name));
  if (stranger !== undefined)
    throw new TypeError(`a fixture has no "${stranger}"; it has ${MEMBERS.join(", ")}, or projects`);
  const { quotas = {} } = world;
  if (!isObject(quotas) || !Object.values(quotas).every(Number.isInteger))
    throw new TypeError('"quotas" of a fixture has to be an object of numbers');
  for (const name of LISTS) {
    const list = world[name] ?? [];
    if (!Array.isArray(list)) throw new TypeError(`"${name}" of a fixture has to be a list`);
    list.forEach((item: unknown, index) => checkItem(item, `item ${index} of "${name}" of a fixture`));
  }
}

function checkItem(item: unknown, place: string): void {
  if (!isObject(item) || !isText(item["id"])) throw new TypeError(`${place} has no "id"`);
  for (const [name, [check, expected]] of Object.entries(CHECKS)) {
    const value = ownValue(item, name);
    if (value !== undefined && !check(value)) throw new TypeError(`"${name}" of ${place} has to be ${expected}`);
  }
}
