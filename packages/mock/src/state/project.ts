import { Collection } from "./collection.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { Endpoint, ProjectState, PublicService, Service } from "./resources.ts";

/** Life cycles of the resources of a project. */
export interface Lifecycles {
  services: Lifecycle;
  endpoints: Lifecycle;
}

const FIRST_MARKER = 201_500_000;
/** Number of addresses that `192.168.0.0/16` yields; later ones are of `10.0.0.0/8`. */
const ADDRESSES = 64_000;

/** State of one project, with the indexes that its operations need. */
export class Project {
  readonly services: Collection<Service>;
  readonly endpoints: Collection<Endpoint>;
  readonly publicServices: PublicService[];
  readonly quotas: ProjectState["quotas"];
  readonly #byService = new Map<string, Set<Endpoint>>();
  readonly #addresses = new Set<string>();
  #host = 10;
  #marker = FIRST_MARKER;

  constructor(state: ProjectState) {
    this.services = new Collection(state.endpoint_services);
    this.endpoints = new Collection(state.endpoints);
    this.publicServices = state.public_endpoint_services;
    this.quotas = state.quotas;
    for (const endpoint of state.endpoints) this.#index(endpoint);
  }

  /** Returns the state as plain data, not copied. */
  get state(): ProjectState {
    return {
      endpoint_services: this.services.values(),
      endpoints: this.endpoints.values(),
      public_endpoint_services: this.publicServices,
      quotas: this.quotas,
    };
  }

  /** Returns an endpoint service of the project or a public one. */
  findService(id: string): Service | PublicService | undefined {
    return this.services.get(id) ?? this.publicServices.find((service) => service.id === id);
  }

  /** Returns the VPC endpoints of an endpoint service. */
  endpointsOf(serviceId: string): Endpoint[] {
    return [...(this.#byService.get(serviceId) ?? [])];
  }

  /** Returns the VPC endpoints that keep an endpoint service from being deleted. */
  connectedTo(service: Service): Endpoint[] {
    return this.endpointsOf(service.id).filter(({ status }) => status === "creating" || status === "accepted");
  }

  nextMarker(): number {
    return this.#marker + 1;
  }

  addEndpoint(endpoint: Endpoint): void {
    this.endpoints.add(endpoint);
    this.#index(endpoint);
  }

  /** Assigns an endpoint its address when the connection is accepted; it keeps the address from then on. */
  connect(endpoint: Endpoint): void {
    if (endpoint.service_type === "gateway" || endpoint.ip !== undefined) return;
    endpoint.ip = endpoint.port_ip ?? this.#freeAddress();
    this.#addresses.add(endpoint.ip);
  }

  /** Makes every transition that is over. @param time The value of `updated_at` after a transition. */
  advance({ services, endpoints }: Lifecycles, now: number, time: string): void {
    for (const service of this.services.changing) {
      if (!service.progress || !services.isOver(service.status, service.progress, now)) continue;
      const [next] = services.next(service.status);
      this.#enter(this.services, service, next, time);
    }
    for (const endpoint of this.endpoints.changing) {
      if (!endpoint.progress || !endpoints.isOver(endpoint.status, endpoint.progress, now)) continue;
      const needsApproval = this.services.get(endpoint.endpoint_service_id)?.approval_enabled;
      const [first] = endpoints.next(endpoint.status);
      const next = endpoint.status === "creating" && needsApproval ? "pendingAcceptance" : first;
      if (next === "accepted") this.connect(endpoint);
      this.#enter(this.endpoints, endpoint, next, time);
      if (!this.endpoints.get(endpoint.id)) this.#unindex(endpoint);
    }
  }

  /** Puts a resource into its next state, or removes it where there is none. */
  #enter<T extends Service | Endpoint>(all: Collection<T>, resource: T, status: string | undefined, now: string): void {
    if (status === undefined || status === "gone") return all.delete(resource);
    resource.status = status;
    delete resource.progress;
    all.update(resource, now);
  }

  #index(endpoint: Endpoint): void {
    const { endpoint_service_id: service, ip, port_ip, marker_id: marker } = endpoint;
    this.#byService.set(service, (this.#byService.get(service) ?? new Set()).add(endpoint));
    for (const address of [ip, port_ip]) if (address !== undefined) this.#addresses.add(address);
    this.#marker = Math.max(this.#marker, marker);
  }

  #unindex(endpoint: Endpoint): void {
    this.#byService.get(endpoint.endpoint_service_id)?.delete(endpoint);
    for (const address of [endpoint.ip, endpoint.port_ip]) if (address !== undefined) this.#addresses.delete(address);
  }

  #freeAddress(): string {
    for (; ; this.#host += 1) {
      const [low, high] = [(this.#host % 250) + 1, Math.floor(this.#host / 250)];
      const address = this.#host < ADDRESSES ? `192.168.${high}.${low}` : `10.${high >> 8}.${high & 255}.${low}`;
      if (!this.#addresses.has(address)) return address;
    }
  }
}
