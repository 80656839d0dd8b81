import { dereference, type DocumentOperation, type MockDocument } from "../../prism/document.ts";
import type { Handler, HandlerCall } from "../../prism/engine.ts";
import type { ServiceErrorCode } from "../../http/errors.ts";
import { connectionHandlers } from "./connections.ts";
import { endpointHandlers } from "./endpoints.ts";
import { permissionHandlers } from "./permissions.ts";
import { serviceHandlers } from "./services.ts";
import type { Store } from "../store.ts";
import { tagHandlers } from "./tags.ts";
import { versionHandlers } from "./versions.ts";
import type { World } from "../seed.ts";

/** What a handler of an operation of a project works with. */
export interface ProjectCall extends HandlerCall {
  store: Store;
  world: World;
  projectId: string;
  /** Value of a path parameter. */
  parameter(name: string): string;
  /** The members of a thing that a schema of the document has. */
  view(schema: string, thing: object): object;
}

export type ProjectHandler = (call: ProjectCall) => { status: number; body?: unknown };

const projectHandlers: Record<string, ProjectHandler> = {
  ...serviceHandlers,
  ...permissionHandlers,
  ...connectionHandlers,
  ...endpointHandlers,
  ...tagHandlers,
};

/** Handlers for every operation that has a memory, by operationId. */
export function createHandlers(document: MockDocument, store: Store): (operationId: string) => Handler | undefined {
  const fields = new Map<string, Set<string>>();
  const view = (schema: string, thing: object) => {
    let known = fields.get(schema);
    if (!known) {
      const { properties = {} } = dereference<{ properties?: object }>(
        document,
        document.components?.["schemas"]?.[schema] ?? {},
      );
      known = new Set(Object.keys(properties));
      fields.set(schema, known);
    }
    return Object.fromEntries(Object.entries(thing).filter(([name, value]) => known.has(name) && value !== undefined));
  };
  const handlers = new Map<string, Handler>(Object.entries(versionHandlers(document)));
  for (const [operationId, handle] of Object.entries(projectHandlers)) {
    handlers.set(operationId, (call) => {
      const parameter = (name: string) => call.parameters[name] ?? "";
      const projectId = parameter("project_id");
      return handle({ ...call, store, world: store.project(projectId), projectId, parameter, view });
    });
  }
  return (operationId) => handlers.get(operationId);
}

/** Codes for values that are not valid, by the name of what holds the value: those that one operation or another documents. */
const CODES: Record<string, ServiceErrorCode[]> = {
  project_id: ["EndPoint.0014"],
  vpc_endpoint_service_id: ["EndPoint.3062"],
  vpc_endpoint_id: ["EndPoint.2017"],
  id: ["EndPoint.2017"],
  resource_type: ["EndPoint.3070"],
  type: ["EndPoint.3070"],
  limit: ["EndPoint.0006"],
  offset: ["EndPoint.0010"],
  sort_key: ["EndPoint.0017"],
  sort_dir: ["EndPoint.0018"],
  status: ["EndPoint.0019"],
  marker_id: ["EndPoint.0021"],
  net_type: ["EndPoint.3048"],
  action: ["EndPoint.0007", "EndPoint.3035"],
  endpoints: ["EndPoint.2031"],
  vpc_id: ["EndPoint.0020"],
  subnet_id: ["EndPoint.0023"],
  port_ip: ["EndPoint.2041"],
  enable_dns: ["EndPoint.2033"],
  routetables: ["EndPoint.1019"],
  whitelist: ["EndPoint.2044"],
  policy_statement: ["EndPoint.2048"],
  policy_document: ["EndPoint.2048"],
  server_type: ["EndPoint.3021"],
  port_id: ["EndPoint.3003"],
  ports: ["EndPoint.3043"],
  protocol: ["EndPoint.3075"],
  endpoint_service_name: ["EndPoint.1003"],
  service_name: ["EndPoint.3076"],
  permission: ["EndPoint.3002"],
  permissions: ["EndPoint.3036"],
  tags: ["EndPoint.3068"],
};

/** Where the keyword tells more. */
const CODES_BY_KEYWORD: Record<string, Record<string, ServiceErrorCode[]>> = {
  required: { vpc_id: ["EndPoint.2011"], endpoint_service_id: ["EndPoint.2029"] },
  maxItems: { ports: ["EndPoint.3074"] },
  minLength: {
    key: ["EndPoint.3072"],
    vpc_id: ["EndPoint.2011"],
    subnet_id: ["EndPoint.2010"],
    endpoint_service_id: ["EndPoint.2029"],
  },
  maxLength: { key: ["EndPoint.3072"], value: ["EndPoint.3073"], values: ["EndPoint.3073"] },
  uniqueItems: {
    values: ["EndPoint.3071"],
    tags: ["EndPoint.3067"],
    tags_any: ["EndPoint.3067"],
    not_tags: ["EndPoint.3067"],
    not_tags_any: ["EndPoint.3067"],
  },
};

/** The code that the operation documents for a value that is not valid; the last name on the way to it counts most. */
export function invalidCode({ object }: DocumentOperation, location: string[], keyword: string): ServiceErrorCode {
  const documented = (object["x-error-codes"] ?? []) as string[];
  // An item of `permissions` is a permission.
  const names = location.map((part, index) => (/^\d+$/.test(part) ? location[index - 1]?.replace(/s$/, "") : part));
  for (const name of names.reverse()) {
    const code = [own(CODES_BY_KEYWORD[keyword], name), own(CODES, name)]
      .flatMap((codes) => codes ?? [])
      .find((candidate) => documented.includes(candidate));
    if (code) return code;
  }
  return "EndPoint.0002";
}

function own<T>(record: Record<string, T> = {}, name = ""): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
