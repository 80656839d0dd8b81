import { isIP } from "node:net";
import { ServiceError } from "../../http/errors.ts";
import type { ProjectCall, ProjectHandler } from "./types.ts";
import { contains, pageOf, text } from "./list.ts";
import type { Project } from "../project.ts";
import { checkNewTags } from "./tags.ts";
import type { Endpoint, Service } from "../resources.ts";

const LARGEST_WHITELIST = 60;

interface EndpointBody {
  endpoint_service_id: string;
  vpc_id: string;
  subnet_id?: string;
  port_ip?: string;
  enable_dns?: boolean;
  tags?: Endpoint["tags"];
  whitelist?: string[];
  enable_whitelist?: boolean;
  routetables?: string[];
  policy_statement?: unknown[];
  policy_document?: unknown;
  [member: string]: unknown;
}

/** Returns the endpoint of the path. @throws {ServiceError} Where there is none. */
function findEndpoint({ project, parameter }: ProjectCall): Endpoint {
  const id = parameter("vpc_endpoint_id");
  const endpoint = project.endpoints.get(id);
  if (!endpoint) throw new ServiceError("EndPoint.0005", `The VPC endpoint "${id}" does not exist.`);
  return endpoint;
}

/** @throws {ServiceError} Where the state of an endpoint does not allow a change. */
export function changeableEndpoint({ status }: Endpoint): void {
  if (status === "creating") throw new ServiceError("EndPoint.2019");
  if (status === "deleting") throw new ServiceError("EndPoint.2018");
  if (status === "failed") throw new ServiceError("EndPoint.2047");
}

/** Returns the fields of an endpoint that a schema has, with the present name of its endpoint service. */
function show(call: ProjectCall, schema: string, endpoint: Endpoint): object {
  return call.view(schema, { ...endpoint, endpoint_service_name: serviceName(call.project, endpoint) });
}

function serviceName(project: Project, endpoint: Endpoint): unknown {
  return project.findService(endpoint.endpoint_service_id)?.service_name ?? endpoint["endpoint_service_name"];
}

function checkWhitelist(whitelist: string[], type: string): void {
  if (whitelist.length && type !== "interface") {
    throw new ServiceError("EndPoint.2044", "Only VPC endpoints of interface services have a whitelist.");
  }
  if (whitelist.length > LARGEST_WHITELIST) throw new ServiceError("EndPoint.2045");
  const invalid = whitelist.find((entry) => !isAddress(entry));
  if (invalid !== undefined)
    throw new ServiceError("EndPoint.2044", `"${invalid}" is neither an IP address nor a CIDR block.`);
}

function isAddress(entry: string): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const version = isIP(address);
  if (!version || rest.length) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function checkPolicy(
  body: EndpointBody | Pick<EndpointBody, "policy_statement" | "policy_document">,
  service: { enable_policy?: boolean } | undefined,
): void {
  const hasPolicy = body.policy_statement !== undefined || body.policy_document !== undefined;
  if (hasPolicy && !service?.enable_policy)
    throw new ServiceError("EndPoint.2048", "The endpoint service does not support policies.");
}

/** Refuses a route table that leads to the endpoint service through another endpoint. */
function checkRouteTables(
  project: Project,
  tables: string[],
  { id, endpoint_service_id }: Pick<Endpoint, "id" | "endpoint_service_id">,
): void {
  const other = project
    .endpointsOf(endpoint_service_id)
    .find((endpoint) => endpoint.id !== id && endpoint.routetables?.some((table) => tables.includes(table)));
  if (other) throw new ServiceError("EndPoint.2039", `A route table is used by the VPC endpoint "${other.id}".`);
}

export const endpointHandlers: Record<string, ProjectHandler> = {
  createEndpoint(call) {
    const { store, project, projectId } = call;
    const {
      port_ip: ip,
      subnet_id: subnet,
      enable_dns: dns = false,
      whitelist = [],
      enable_whitelist = false,
      routetables = [],
      tags = [],
      ...given
    } = call.view("EndpointCreate", call.body as EndpointBody) as EndpointBody;
    const service = project.findService(given.endpoint_service_id);
    if (!service) throw new ServiceError("EndPoint.2003");
    const { service_type: type } = service;
    if ((service as Partial<Service>).status !== undefined && (service as Service).status !== "available") {
      throw new ServiceError("EndPoint.2004", `The endpoint service is ${(service as Service).status}.`);
    }
    if (project.endpoints.size >= project.quotas.endpoint) throw new ServiceError("Endpoint.1018");
    if (type === "interface" && subnet === undefined) throw new ServiceError("EndPoint.2010");
    checkWhitelist(whitelist, type);
    checkPolicy(given, service);
    checkNewTags(tags);
    const id = store.newId();
    if (type === "gateway") checkRouteTables(project, routetables, { id, endpoint_service_id: service.id });
    if (
      ip !== undefined &&
      project.endpoints.values().some((other) => (other.ip ?? other.port_ip) === ip && other.subnet_id === subnet)
    ) {
      throw new ServiceError("EndPoint.2042");
    }
    const now = store.now();
    const endpoint: Endpoint = {
      description: "",
      ...given,
      id,
      service_type: type,
      status: store.lifecycles.endpoints.initial,
      active_status: ["active"],
      enable_status: "enable",
      specification_name: "default",
      marker_id: project.nextMarker(),
      project_id: projectId,
      ...(store.domainId !== undefined && { domain_id: store.domainId }),
      created_at: now,
      updated_at: now,
      tags,
      ...(type === "gateway"
        ? { enable_dns: false, routetables }
        : { enable_dns: dns, subnet_id: subnet, port_ip: ip, whitelist, enable_whitelist }),
      progress: { since: store.clock.now(), reads: 0 },
    };
    project.addEndpoint(endpoint);
    return { status: 200, body: show(call, "CreatedEndpoint", endpoint) };
  },

  listEndpoints(call) {
    const { project, query } = call;
    const [name, vpcId, id] = ["endpoint_service_name", "vpc_id", "id"].map((key) => text(query, key));
    const candidates = id === undefined ? project.endpoints.byCreation() : [project.endpoints.get(id) ?? []].flat();
    const isFiltered = name !== undefined || vpcId !== undefined || id !== undefined;
    const matching = isFiltered
      ? candidates.filter(
          (endpoint) =>
            contains(String(serviceName(project, endpoint) ?? ""), name) &&
            (vpcId ?? endpoint.vpc_id) === endpoint.vpc_id,
        )
      : undefined;
    const { shown, total_count } = pageOf(project.endpoints, matching, query);
    for (const endpoint of shown) project.endpoints.countRead(endpoint);
    return {
      status: 200,
      body: { endpoints: shown.map((endpoint) => show(call, "EndpointListItem", endpoint)), total_count },
    };
  },

  listEndpointInfoDetails(call) {
    const endpoint = findEndpoint(call);
    call.project.endpoints.countRead(endpoint);
    return { status: 200, body: show(call, "Endpoint", endpoint) };
  },

  deleteEndpoint(call) {
    const endpoint = findEndpoint(call);
    const target = call.store.lifecycles.endpoints.target(endpoint.status, "deleteEndpoint");
    if (!target) throw new ServiceError(endpoint.status === "deleting" ? "EndPoint.2018" : "EndPoint.2019");
    endpoint.status = target;
    endpoint.progress = { since: call.store.clock.now(), reads: 0 };
    call.project.endpoints.update(endpoint);
    return { status: 204 };
  },

  updateEndpointWhite(call) {
    const { whitelist, enable_whitelist: enabled } = call.body as { whitelist?: string[]; enable_whitelist?: boolean };
    const endpoint = findEndpoint(call);
    changeableEndpoint(endpoint);
    if (endpoint.service_type !== "interface") {
      throw new ServiceError("EndPoint.2044", "Only VPC endpoints of interface services have a whitelist.");
    }
    checkWhitelist(whitelist ?? [], endpoint.service_type);
    if (whitelist) endpoint.whitelist = whitelist;
    if (enabled !== undefined) endpoint["enable_whitelist"] = enabled;
    call.project.endpoints.update(endpoint, call.store.now());
    return { status: 200, body: show(call, "UpdatedEndpoint", endpoint) };
  },

  updateEndpointRoutetable(call) {
    const { routetables } = call.body as { routetables: string[] };
    const endpoint = findEndpoint(call);
    changeableEndpoint(endpoint);
    if (endpoint.service_type !== "gateway") throw new ServiceError("EndPoint.2040");
    checkRouteTables(call.project, routetables, endpoint);
    endpoint.routetables = routetables;
    call.project.endpoints.update(endpoint, call.store.now());
    return { status: 200, body: { routetables } };
  },

  updateEndpointPolicy(call) {
    const { policy_statement: statement, policy_document: policy } = call.body as EndpointBody;
    const endpoint = findEndpoint(call);
    changeableEndpoint(endpoint);
    if (statement === undefined && policy === undefined)
      throw new ServiceError("EndPoint.2048", "The policy is missing.");
    checkPolicy(call.body as EndpointBody, call.project.findService(endpoint.endpoint_service_id));
    if (statement !== undefined) endpoint.policy_statement = statement;
    if (policy !== undefined) endpoint.policy_document = policy;
    call.project.endpoints.update(endpoint, call.store.now());
    return { status: 200, body: show(call, "EndpointPolicyResult", endpoint) };
  },

  deleteEndpointPolicy(call) {
    const endpoint = findEndpoint(call);
    changeableEndpoint(endpoint);
    if (endpoint.policy_statement === undefined && endpoint.policy_document === undefined)
      throw new ServiceError("EndPoint.2049");
    delete endpoint.policy_statement;
    delete endpoint.policy_document;
    call.project.endpoints.update(endpoint, call.store.now());
    return { status: 200, body: show(call, "EndpointPolicyResult", endpoint) };
  },

  upgradeEndpoint(call) {
    const endpoint = findEndpoint(call);
    changeableEndpoint(endpoint);
    endpoint["supported_editions"] = ["profession"];
    call.project.endpoints.update(endpoint, call.store.now());
    return { status: 202 };
  },
};
