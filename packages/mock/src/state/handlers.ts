import { dereference, type MockDocument } from "../document.ts";
import type { Handler, HandlerCall } from "../engine.ts";
import type { ServiceErrorCode } from "../errors.ts";
import { connectionHandlers } from "./connections.ts";
import { endpointHandlers } from "./endpoints.ts";
import { permissionHandlers } from "./permissions.ts";
import { serviceHandlers } from "./services.ts";
import type { Store } from "./store.ts";
import { tagHandlers } from "./tags.ts";
import { versionHandlers } from "./versions.ts";
import type { World } from "./world.ts";

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

/** Codes for values that are not valid, by where the value stands; the last name on the way to it counts. */
const CODES: Record<string, ServiceErrorCode> = {
  limit: "EndPoint.0006",
  offset: "EndPoint.0010",
  sort_key: "EndPoint.0017",
  sort_dir: "EndPoint.0018",
  status: "EndPoint.0019",
  action: "EndPoint.0007",
  endpoints: "EndPoint.2031",
  resource_type: "EndPoint.3070",
  tags: "EndPoint.3068",
  tags_any: "EndPoint.3068",
  not_tags: "EndPoint.3068",
  not_tags_any: "EndPoint.3068",
  ports: "EndPoint.3043",
  permissions: "EndPoint.3036",
  policy_statement: "EndPoint.2048",
  policy_document: "EndPoint.2048",
  whitelist: "EndPoint.2044",
  endpoint_service_name: "EndPoint.1003",
  service_name: "EndPoint.1003",
};

/** The documented code for a value that is not valid. */
export function invalidCode(operationId: string, location: string[], keyword: string): ServiceErrorCode {
  const name = location.findLast((part) => Object.hasOwn(CODES, part));
  if (name === "ports" && keyword === "maxItems") return "EndPoint.3074";
  if (name === "action" && operationId === "addOrRemoveServicePermissions") return "EndPoint.3035";
  if (keyword === "uniqueItems" && name?.includes("tags"))
    return location.at(-1) === "values" ? "EndPoint.3071" : "EndPoint.3067";
  return (name !== undefined && CODES[name]) || "EndPoint.0002";
}
