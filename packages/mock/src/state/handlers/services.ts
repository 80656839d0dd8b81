import { ServiceError } from "../../http/errors.ts";
import type { ProjectCall, ProjectHandler } from "./types.ts";
import { contains, page, text } from "./list.ts";
import { countRead, type Store } from "../store.ts";
import { checkNewTags } from "./tags.ts";
import type { Endpoint, Service, World } from "../seed.ts";

/** The endpoint service of the path. */
export function findService({ world, parameter }: ProjectCall): Service {
  const id = parameter("vpc_endpoint_service_id");
  const service = world.endpoint_services.find((candidate) => candidate.id === id);
  if (!service) throw new ServiceError("EndPoint.0005", `The endpoint service "${id}" does not exist.`);
  return service;
}

/** VPC endpoints that use an endpoint service, so that it cannot be deleted. */
export function connectedTo(world: World, service: Service): Endpoint[] {
  return world.endpoints.filter(
    ({ endpoint_service_id: id, status }) => id === service.id && (status === "creating" || status === "accepted"),
  );
}

type Ports = NonNullable<Service["ports"]>;

interface ServiceBody {
  service_name?: string;
  port_id?: string;
  ip?: string;
  ports?: Ports;
  tags?: Service["tags"];
  service_type?: string;
  approval_enabled?: boolean;
  tcp_proxy?: string;
  [member: string]: unknown;
}

/** The name as it is stored: unique, as it ends in the ID. */
function storedName({ region }: Store, shortName: string | undefined, id: string): string {
  return [region, ...(shortName ? [shortName] : []), id].join(".");
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Answers promise a UUID here, though requests may hold other texts. */
function checkPortId(portId: string | undefined): void {
  if (portId !== undefined && !UUID.test(portId)) throw new ServiceError("EndPoint.3003", "port_id has to be a UUID.");
}

/** Endpoint services on one backend share its ports, but no two of them the same one. */
function checkPorts(world: World, id: string | undefined, portId: string | undefined, ports: Ports = []): void {
  const own = new Set(ports.map(({ server_port: port, protocol = "TCP" }) => `${port} ${protocol}`));
  for (const other of world.endpoint_services) {
    if (other.id === id || other.port_id !== portId) continue;
    const clash = other.ports?.find(({ server_port: port, protocol = "TCP" }) => own.has(`${port} ${protocol}`));
    if (clash) {
      throw new ServiceError(
        "EndPoint.3044",
        `Port ${clash.server_port} of the backend is used by the endpoint service "${other.id}".`,
      );
    }
  }
}

function changeable(call: ProjectCall): Service {
  const service = findService(call);
  if (service.status !== "available") {
    throw new ServiceError(
      "EndPoint.3045",
      `The endpoint service is ${service.status}; only one that is available can be changed.`,
    );
  }
  return service;
}

function listed(call: ProjectCall, service: Service): object {
  countRead(service);
  return call.view("EndpointServiceListItem", {
    ...service,
    connection_count: connectedTo(call.world, service).length,
  });
}

export const serviceHandlers: Record<string, ProjectHandler> = {
  createEndpointService({ store, world, projectId, body, view }) {
    const { service_name: shortName, tags = [], ...given } = body as ServiceBody;
    if (world.endpoint_services.length >= world.quotas.endpoint_service) throw new ServiceError("Endpoint.1018");
    if (given.service_type === "gateway") {
      throw new ServiceError("EndPoint.0002", "Users can create endpoint services of the type interface only.");
    }
    checkPortId(given.port_id);
    checkPorts(world, undefined, given.port_id, given.ports);
    checkNewTags(tags);
    const id = store.newId();
    const now = store.now();
    const service: Service = {
      approval_enabled: true,
      service_type: "interface",
      tcp_proxy: "close",
      ...given,
      id,
      service_name: storedName(store, shortName, id),
      status: store.services.initial,
      tags,
      project_id: projectId,
      created_at: now,
      updated_at: now,
      permissions: [],
      progress: { since: store.clock(), reads: 0 },
    };
    world.endpoint_services.push(service);
    return { status: 200, body: view("EndpointServiceResult", service) };
  },

  listEndpointService(call) {
    const { world, query } = call;
    const [name, id, status] = ["endpoint_service_name", "id", "status"].map((key) => text(query, key));
    const [group, netType, serverType] = ["public_border_group", "net_type", "server_type"].map((key) =>
      text(query, key),
    );
    const matching = world.endpoint_services.filter(
      (service) =>
        contains(service.service_name, name) &&
        (id ?? service.id) === service.id &&
        (status ?? service.status) === service.status &&
        (serverType ?? service.server_type) === service.server_type &&
        (group === undefined || service["public_border_group"] === group) &&
        (netType === undefined || netType === "all" || (service["net_type"] ?? "vxlan") === netType),
    );
    const { shown, total_count } = page(matching, query);
    return { status: 200, body: { endpoint_services: shown.map((service) => listed(call, service)), total_count } };
  },

  listServiceDetails(call) {
    const service = findService(call);
    countRead(service);
    return { status: 200, body: call.view("EndpointService", service) };
  },

  listServiceDescribeDetails({ world, query, view }) {
    const [name, id] = ["endpoint_service_name", "id"].map((key) => text(query, key));
    if (name === undefined && id === undefined) {
      throw new ServiceError("EndPoint.0002", "Either endpoint_service_name or id has to be given.");
    }
    const service = [...world.endpoint_services, ...world.public_endpoint_services].find(
      (candidate) =>
        (name ?? candidate.service_name) === candidate.service_name && (id ?? candidate.id) === candidate.id,
    );
    if (!service) throw new ServiceError("EndPoint.0005", "There is no endpoint service of this name or ID.");
    return { status: 200, body: view("EndpointServiceSummary", { is_charge: true, ...service }) };
  },

  listServicePublicDetails({ world, query, view }) {
    const [name, id] = ["endpoint_service_name", "id"].map((key) => text(query, key));
    const matching = world.public_endpoint_services.filter(
      (service) => contains(service.service_name, name) && (id ?? service.id) === service.id,
    );
    const { shown, total_count } = page(matching, query);
    return {
      status: 200,
      body: { endpoint_services: shown.map((service) => view("PublicEndpointService", service)), total_count },
    };
  },

  updateEndpointService(call) {
    const { service_name: shortName, ...changes } = call.body as ServiceBody;
    const service = changeable(call);
    if (changes.port_id !== undefined && changes.ip !== undefined) throw new ServiceError("EndPoint.3052");
    checkPortId(changes.port_id);
    checkPorts(call.world, service.id, changes.port_id ?? service.port_id, changes.ports ?? service.ports);
    const fields = ["approval_enabled", "ports", "port_id", "tcp_proxy", "description", "ip"];
    Object.assign(service, Object.fromEntries(Object.entries(changes).filter(([name]) => fields.includes(name))));
    if (shortName !== undefined) service.service_name = storedName(call.store, shortName, service.id);
    service.updated_at = call.store.now();
    return { status: 200, body: call.view("EndpointServiceResult", service) };
  },

  updateEndpointServiceName(call) {
    // The body may be left out.
    const { endpoint_service_name: shortName } = (call.body ?? {}) as { endpoint_service_name?: string };
    const service = changeable(call);
    if (shortName === undefined) throw new ServiceError("EndPoint.1003", "endpoint_service_name is missing.");
    service.service_name = storedName(call.store, shortName, service.id);
    service.updated_at = call.store.now();
    return { status: 200, body: { endpoint_service_name: service.service_name } };
  },

  deleteEndpointService(call) {
    const service = findService(call);
    const target = call.store.services.target(service.status, "deleteEndpointService");
    if (!target)
      throw new ServiceError("EndPoint.3045", `An endpoint service that is ${service.status} cannot be deleted.`);
    const [user] = connectedTo(call.world, service);
    if (user)
      throw new ServiceError("EndPoint.3006", `The endpoint service is in use by the VPC endpoint "${user.id}".`);
    service.status = target;
    service.progress = { since: call.store.clock(), reads: 0 };
    return { status: 204 };
  },

  addEndpointServiceServerResource(call) {
    const service = changeable(call);
    const { server_resources: added } = call.body as { server_resources: unknown[] };
    service["server_resources"] = [...((service["server_resources"] as unknown[] | undefined) ?? []), ...added];
    service.updated_at = call.store.now();
    return { status: 204 };
  },

  upgradeEndpointService(call) {
    const service = changeable(call);
    const { action = "upgrade" } = (call.body ?? {}) as { action?: string };
    service["supported_editions"] = action === "rollback" ? ["basic"] : ["basic", "profession"];
    service.updated_at = call.store.now();
    return { status: 204 };
  },

  listQuotaDetails({ world, query }) {
    const type = text(query, "type");
    const resources = [
      { type: "endpoint_service", used: world.endpoint_services.length, quota: world.quotas.endpoint_service },
      { type: "endpoint", used: world.endpoints.length, quota: world.quotas.endpoint },
    ];
    return {
      status: 200,
      body: { quotas: { resources: resources.filter((resource) => (type ?? resource.type) === resource.type) } },
    };
  },
};
