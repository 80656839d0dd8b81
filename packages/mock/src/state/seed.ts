import { dereference, documentOperations, type MockDocument } from "../prism/document.ts";
import type { Progress } from "./lifecycle.ts";

type Tag = { key: string; value?: string };
type Port = { client_port?: number; server_port?: number; protocol?: string };

/** A whitelist record of an endpoint service. */
export interface Permission {
  id: string;
  permission: string;
  permission_type: string;
  description?: string;
  created_at: string;
}

/** An endpoint service as the mock keeps it; the members are those of the API, and a few of our own. */
export interface Service {
  id: string;
  service_name: string;
  status: string;
  service_type: string;
  approval_enabled: boolean;
  created_at: string;
  updated_at: string;
  port_id?: string;
  ports?: Port[];
  tags?: Tag[];
  enable_policy?: boolean;
  permissions: Permission[];
  progress?: Progress;
  [member: string]: unknown;
}

/** A VPC endpoint as the mock keeps it. */
export interface Endpoint {
  id: string;
  endpoint_service_id: string;
  service_type: string;
  status: string;
  marker_id: number;
  created_at: string;
  updated_at: string;
  ip?: string;
  /** The address that was asked for, to be had once the connection is accepted. */
  port_ip?: string | undefined;
  subnet_id?: string | undefined;
  vpc_id?: string;
  tags?: Tag[];
  whitelist?: string[];
  routetables?: string[];
  policy_statement?: unknown[];
  policy_document?: unknown;
  /** What the owner of the endpoint service wrote about the connection. */
  connection_description?: string;
  progress?: Progress;
  [member: string]: unknown;
}

/** An endpoint service of the operator of the cloud, which every project can connect to. */
export interface PublicService {
  id: string;
  service_name: string;
  service_type: string;
  created_at: string;
  enable_policy?: boolean;
  [member: string]: unknown;
}

/** Everything that one project has. */
export interface World {
  endpoint_services: Service[];
  endpoints: Endpoint[];
  public_endpoint_services: PublicService[];
  quotas: { endpoint_service: number; endpoint: number };
}

/** A world without endpoint services and endpoints; what the operator offers, and the quotas, are as in the document. */
export function emptyWorld(document: MockDocument): World {
  return { ...exampleWorld(document), endpoint_services: [], endpoints: [] };
}

/** The world that the examples of the document tell of. */
export function exampleWorld(document: MockDocument): World {
  const answers = answerExamples(document);
  const of = <T>(operation: string, member: string) =>
    answers(operation).flatMap((answer) => (answer[member] ?? []) as T[]);
  const permissions = of<Permission>("listServicePermissionsDetails", "permissions");
  const described = of<Permission>("batchAddEndpointServicePermissions", "permissions");
  const whitelist = merge(
    permissions,
    described.filter(({ id }) => permissions.some((permission) => permission.id === id)),
  );
  const owner = firstParameterExample(document, "listServicePermissionsDetails", "vpc_endpoint_service_id");
  const services = merge(
    of<Service>("listEndpointService", "endpoint_services"),
    answers("listServiceDetails") as Service[],
  );
  const connections = of<{ id: string; description?: string; domain_id?: string }>(
    "listServiceConnections",
    "connections",
  );
  const quotas = answers("listQuotaDetails").flatMap(
    (answer) => (answer["quotas"] as { resources?: { type: string; quota: number }[] })?.resources ?? [],
  );
  return {
    endpoint_services: services.map(({ connection_count: _, ...service }) => ({
      ...service,
      permissions: service.id === owner ? whitelist : [],
    })),
    endpoints: merge(of<Endpoint>("listEndpoints", "endpoints"), answers("listEndpointInfoDetails") as Endpoint[]).map(
      (endpoint) => {
        const connection = connections.find(({ id }) => id === endpoint.id);
        if (!connection) return endpoint;
        return { ...endpoint, connection_description: connection.description ?? "", domain_id: connection.domain_id };
      },
    ),
    public_endpoint_services: of<PublicService>("listServicePublicDetails", "endpoint_services"),
    quotas: {
      endpoint_service: quotas.find(({ type }) => type === "endpoint_service")?.quota ?? 20,
      endpoint: quotas.find(({ type }) => type === "endpoint")?.quota ?? 50,
    },
  };
}

type Answer = Record<string, unknown>;

/** Examples of an operation's answers of success. */
export function answerExamples(document: MockDocument): (operationId: string) => Answer[] {
  const operations = new Map(documentOperations(document).map((operation) => [operation.operationId, operation]));
  return (operationId) =>
    Object.entries(operations.get(operationId)?.object.responses ?? {})
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([, response]) => {
        const { content } = dereference<{ content?: Record<string, { examples?: object }> }>(document, response);
        const examples = content?.["application/json"]?.examples ?? {};
        return Object.values(examples).map((example) =>
          structuredClone(dereference<{ value: Answer }>(document, example).value),
        );
      });
}

function firstParameterExample(document: MockDocument, operationId: string, name: string): unknown {
  const operation = documentOperations(document).find((candidate) => candidate.operationId === operationId);
  const item = dereference<{ parameters?: unknown[] }>(document, document.paths?.[operation?.path ?? ""]);
  for (const value of item?.parameters ?? []) {
    const parameter = dereference<{ name: string; examples?: Record<string, unknown> }>(document, value);
    const example = Object.values(parameter.examples ?? {})[0];
    if (parameter.name === name && example) return dereference<{ value: unknown }>(document, example).value;
  }
  return undefined;
}

/** One thing for each id, with what every list knows of it. */
function merge<T extends { id: string }>(...lists: T[][]): T[] {
  const merged = new Map<string, T>();
  for (const item of lists.flat()) merged.set(item.id, { ...merged.get(item.id), ...item });
  return [...merged.values()];
}
