import { dereference, type MockDocument } from "../../prism/document.ts";
import { connectionHandlers } from "./connections.ts";
import { endpointHandlers } from "./endpoints.ts";
import { permissionHandlers } from "./permissions.ts";
import { serviceHandlers } from "./services.ts";
import type { Store } from "../store.ts";
import { tagHandlers } from "./tags.ts";
import { versionHandlers } from "./versions.ts";
import type { Handler, ProjectHandler } from "./types.ts";

const projectHandlers: Record<string, ProjectHandler> = {
  ...serviceHandlers,
  ...permissionHandlers,
  ...connectionHandlers,
  ...endpointHandlers,
  ...tagHandlers,
};

/** Returns a function that finds the handler of an operation by its operationId. */
export function createHandlers(document: MockDocument, store: Store): (operationId: string) => Handler | undefined {
  const fields = new Map<string, Set<string>>();
  const view = (schema: string, resource: object) => {
    let known = fields.get(schema);
    if (!known) {
      const { properties = {} } = dereference<{ properties?: object }>(
        document,
        document.components?.["schemas"]?.[schema] ?? {},
      );
      known = new Set(Object.keys(properties));
      fields.set(schema, known);
    }
    return Object.fromEntries(
      Object.entries(resource).filter(([name, value]) => known.has(name) && value !== undefined),
    );
  };
  const handlers = new Map<string, Handler>(Object.entries(versionHandlers(document)));
  for (const [operationId, handle] of Object.entries(projectHandlers)) {
    handlers.set(operationId, (call) => {
      const parameter = (name: string) => call.parameters[name] ?? "";
      const projectId = parameter("project_id");
      store.clock.tick();
      try {
        return handle({ ...call, store, project: store.project(projectId), projectId, parameter, view });
      } finally {
        store.commit(projectId);
      }
    });
  }
  return (operationId) => handlers.get(operationId);
}
