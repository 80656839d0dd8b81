import { ServiceError } from "../../http/errors.ts";
import type { ProjectCall, ProjectHandler } from "./types.ts";
import { contains, page, pageOf, text } from "./list.ts";
import type { Project } from "../project.ts";
import type { Store } from "../store.ts";
import { checkNewTags } from "./tags.ts";
import type { Service } from "../resources.ts";

/** Returns the endpoint service of the path. @throws {ServiceError} Where there is none. */
export function findService({ project, parameter }: ProjectCall): Service {
  const id = parameter("vpc_endpoint_service_id");
  const service = project.services.get(id);
  if (!service) throw new ServiceError("EndPoint.0005", `The endpoint service "${id}" does not exist.`);
  return service;
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

/** Returns the name that the service stores: unique, as it ends in the ID. */
function storedName({ region }: Store, shortName: string | undefined, id: string): string {
  return [region, ...(shortName ? [shortName] : []), id].join(".");
}

/** Public border group of the endpoint services that are not at an edge site. */
const CENTRAL = "center";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses a port ID that the schemas of requests allow and those of responses do not. */
function checkPortId(portId: string | undefined): void {
  if (portId !== undefined && !UUID.test(portId))
    throw new ServiceError("EndPoint.3003", `port_id must be a UUID, not "${portId}".`);
}

/** Refuses a port of the backend that another endpoint service uses. */
function checkPorts(project: Project, id: string | undefined, portId: string | undefined, ports: Ports = []): void {
  const own = new Set(ports.map(({ server_port: port, protocol = "TCP" }) => `${port} ${protocol}`));
  for (const other of project.services.values()) {
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

/** Fills in the protocol, as the service does. */
function withProtocol(ports: Ports): Ports {
  return ports.map(({ protocol, ...port }) => ({ ...port, protocol: protocol || "TCP" }));
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
  call.project.services.countRead(service);
  return call.view("EndpointServiceListItem", {
    public_border_group: CENTRAL,
    enable_policy: false,
    ...service,
    connection_count: call.project.connectedTo(service).length,
  });
}

export const serviceHandlers: Record<string, ProjectHandler> = {
  createEndpointService({ store, project, projectId, body, view }) {
    const {
      service_name: shortName,
      tags = [],
      ports,
      ...given
    } = view("EndpointServiceCreate", body as object) as ServiceBody;
    if (project.services.size >= project.quotas.endpoint_service) throw new ServiceError("Endpoint.1018");
    if (given.service_type === "gateway") {
      throw new ServiceError("EndPoint.0002", "Users can create endpoint services of the type interface only.");
    }
    checkPortId(given.port_id);
    checkPorts(project, undefined, given.port_id, ports);
    checkNewTags(tags);
    const id = store.newId();
    const now = store.now();
    const service: Service = {
      approval_enabled: true,
      service_type: "interface",
      tcp_proxy: "close",
      enable_policy: false,
      ...(store.domainId !== undefined && { domain_id: store.domainId }),
      ...given,
      ...(ports && { ports: withProtocol(ports) }),
      id,
      service_name: storedName(store, shortName, id),
      status: store.lifecycles.services.initial,
      tags,
      project_id: projectId,
      created_at: now,
      updated_at: now,
      permissions: [],
      progress: { since: store.clock.now(), reads: 0 },
    };
    project.services.add(service);
    return { status: 200, body: view("EndpointServiceResult", service) };
  },

  listEndpointService(call) {
    const { project, query } = call;
    const [name, id, status] = ["endpoint_service_name", "id", "status"].map((key) => text(query, key));
    const [group, netType, serverType] = ["public_border_group", "net_type", "server_type"].map((key) =>
      text(query, key),
    );
    const matching = project.services
      .byCreation()
      .filter(
        (service) =>
          contains(service.service_name, name) &&
          (id ?? service.id) === service.id &&
          (status ?? service.status) === service.status &&
          (serverType ?? service.server_type) === service.server_type &&
          (group === undefined || (service["public_border_group"] ?? CENTRAL) === group) &&
          (netType === undefined || netType === "all" || (service["net_type"] ?? "vxlan") === netType),
      );
    const { shown, total_count } = pageOf(project.services, matching, query);
    return { status: 200, body: { endpoint_services: shown.map((service) => listed(call, service)), total_count } };
  },

  listServiceDetails(call) {
    const service = findService(call);
    call.project.services.countRead(service);
    return { status: 200, body: call.view("EndpointService", service) };
  },

  listServiceDescribeDetails({ project, query, view }) {
    const [name, id] = ["endpoint_service_name", "id"].map((key) => text(query, key));
    if (name === undefined && id === undefined) {
      throw new ServiceError("EndPoint.0002", "Either endpoint_service_name or id is required.");
    }
    const service = [...project.services.values(), ...project.publicServices].find(
      (candidate) =>
        (name ?? candidate.service_name) === candidate.service_name && (id ?? candidate.id) === candidate.id,
    );
    if (!service) throw new ServiceError("EndPoint.0005", "There is no endpoint service of this name or ID.");
    return { status: 200, body: view("EndpointServiceSummary", { is_charge: true, ...service }) };
  },

  listServicePublicDetails({ project, query, view }) {
    const [name, id] = ["endpoint_service_name", "id"].map((key) => text(query, key));
    const matching = project.publicServices.filter(
      (service) => contains(service.service_name, name) && (id ?? service.id) === service.id,
    );
    const { shown, total_count } = page(matching, query);
    return {
      status: 200,
      body: { endpoint_services: shown.map((service) => view("PublicEndpointService", service)), total_count },
    };
  },

  updateEndpointService(call) {
    const { service_name: shortName, ports, ...changes } = call.body as ServiceBody;
    const service = changeable(call);
    if (changes.port_id !== undefined && changes.ip !== undefined) throw new ServiceError("EndPoint.3052");
    checkPortId(changes.port_id);
    checkPorts(call.project, service.id, changes.port_id ?? service.port_id, ports ?? service.ports);
    const fields = ["approval_enabled", "port_id", "tcp_proxy", "description", "ip"];
    Object.assign(service, Object.fromEntries(Object.entries(changes).filter(([name]) => fields.includes(name))));
    if (ports) service.ports = withProtocol(ports);
    if (shortName !== undefined) service.service_name = storedName(call.store, shortName, service.id);
    call.project.services.update(service, call.store.now());
    return { status: 200, body: call.view("EndpointServiceResult", service) };
  },

  updateEndpointServiceName(call) {
    // The body is optional.
    const { endpoint_service_name: shortName } = (call.body ?? {}) as { endpoint_service_name?: string };
    const service = changeable(call);
    if (shortName === undefined) throw new ServiceError("EndPoint.1003", "endpoint_service_name is missing.");
    service.service_name = storedName(call.store, shortName, service.id);
    call.project.services.update(service, call.store.now());
    return { status: 200, body: { endpoint_service_name: service.service_name } };
  },

  deleteEndpointService(call) {
    const service = findService(call);
    const target = call.store.lifecycles.services.target(service.status, "deleteEndpointService");
    if (!target)
      throw new ServiceError("EndPoint.3045", `An endpoint service that is ${service.status} cannot be deleted.`);
    const [user] = call.project.connectedTo(service);
    if (user)
      throw new ServiceError("EndPoint.3006", `The endpoint service is in use by the VPC endpoint "${user.id}".`);
    service.status = target;
    service.progress = { since: call.store.clock.now(), reads: 0 };
    call.project.services.update(service);
    return { status: 204 };
  },

  addEndpointServiceServerResource(call) {
    const service = changeable(call);
    const { server_resources: added } = call.body as { server_resources: unknown[] };
    service["server_resources"] = [...((service["server_resources"] as unknown[] | undefined) ?? []), ...added];
    call.project.services.update(service, call.store.now());
    return { status: 204 };
  },

  upgradeEndpointService(call) {
    const service = changeable(call);
    const { action = "upgrade" } = (call.body ?? {}) as { action?: string };
    service["supported_editions"] = action === "rollback" ? ["basic"] : ["basic", "profession"];
    call.project.services.update(service, call.store.now());
    return { status: 204 };
  },

  listQuotaDetails({ project, query }) {
    const type = text(query, "type");
    const resources = [
      { type: "endpoint_service", used: project.services.size, quota: project.quotas.endpoint_service },
      { type: "endpoint", used: project.endpoints.size, quota: project.quotas.endpoint },
    ];
    return {
      status: 200,
      body: { quotas: { resources: resources.filter((resource) => (type ?? resource.type) === resource.type) } },
    };
  },
};
