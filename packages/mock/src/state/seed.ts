import { dereference, documentOperations, type MockDocument } from "../prism/document.ts";
import type { Endpoint, Permission, ProjectState, PublicService, Service } from "./resources.ts";

/** Returns the state of an empty project: the public endpoint services and the quotas of the document's examples. */
export function emptyState(document: MockDocument): ProjectState {
  return { ...exampleState(document), endpoint_services: [], endpoints: [] };
}

/** Returns the seed data of a project: the resources in the document's response examples. */
export function exampleState(document: MockDocument): ProjectState {
  const examples = responseExamples(document);
  const of = <T>(operation: string, member: string) =>
    examples(operation).flatMap((body) => (body[member] ?? []) as T[]);
  const permissions = of<Permission>("listServicePermissionsDetails", "permissions");
  const described = of<Permission>("batchAddEndpointServicePermissions", "permissions");
  const whitelist = merge(
    permissions,
    described.filter(({ id }) => permissions.some((permission) => permission.id === id)),
  );
  const owner = firstParameterExample(document, "listServicePermissionsDetails", "vpc_endpoint_service_id");
  const services = merge(
    of<Service>("listEndpointService", "endpoint_services"),
    examples("listServiceDetails") as unknown as Service[],
  );
  const connections = of<{ id: string; description?: string; domain_id?: string }>(
    "listServiceConnections",
    "connections",
  );
  const quotas = examples("listQuotaDetails").flatMap(
    (body) => (body["quotas"] as { resources?: { type: string; quota: number }[] })?.resources ?? [],
  );
  return {
    endpoint_services: services.map(({ connection_count: _, ...service }) => ({
      ...service,
      permissions: service.id === owner ? whitelist : [],
    })),
    endpoints: merge(
      of<Endpoint>("listEndpoints", "endpoints"),
      examples("listEndpointInfoDetails") as unknown as Endpoint[],
    ).map((endpoint) => {
      const connection = connections.find(({ id }) => id === endpoint.id);
      if (!connection) return endpoint;
      return { ...endpoint, connection_description: connection.description ?? "", domain_id: connection.domain_id };
    }),
    public_endpoint_services: of<PublicService>("listServicePublicDetails", "endpoint_services"),
    quotas: {
      endpoint_service: quotas.find(({ type }) => type === "endpoint_service")?.quota ?? 20,
      endpoint: quotas.find(({ type }) => type === "endpoint")?.quota ?? 50,
    },
  };
}

type Body = Record<string, unknown>;

/** Returns a function that lists the examples of an operation's successful responses. */
export function responseExamples(document: MockDocument): (operationId: string) => Body[] {
  const operations = new Map(documentOperations(document).map((operation) => [operation.operationId, operation]));
  return (operationId) =>
    Object.entries(operations.get(operationId)?.object.responses ?? {})
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([, response]) => {
        const { content } = dereference<{ content?: Record<string, { examples?: object }> }>(document, response);
        const examples = content?.["application/json"]?.examples ?? {};
        return Object.values(examples).map((example) =>
          structuredClone(dereference<{ value: Body }>(document, example).value),
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

/** Merges lists of resources by ID; fields of later lists win. */
function merge<T extends { id: string }>(...lists: T[][]): T[] {
  const merged = new Map<string, T>();
  for (const item of lists.flat()) merged.set(item.id, { ...merged.get(item.id), ...item });
  return [...merged.values()];
}
