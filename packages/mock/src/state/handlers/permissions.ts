import { ServiceError } from "../../http/errors.ts";
import type { ProjectHandler } from "./types.ts";
import { contains, page, text } from "./list.ts";
import { findService } from "./services.ts";
import type { Store } from "../store.ts";
import type { Permission, Service } from "../resources.ts";

type Given = { permission: string; description?: string };

/** Adds a record, or returns the existing one of the account: a whitelist has each account once. */
function add(store: Store, service: Service, { permission, description }: Given, type: string | undefined): Permission {
  const known = service.permissions.find((record) => record.permission === permission);
  if (known) {
    if (description !== undefined) known.description = description;
    return known;
  }
  const record: Permission = {
    id: store.newId(),
    permission,
    permission_type: type ?? (permission.startsWith("organizations:") ? "orgPath" : "domainId"),
    ...(description !== undefined && { description }),
    created_at: store.now(),
  };
  service.permissions.push(record);
  return record;
}

export const permissionHandlers: Record<string, ProjectHandler> = {
  listServicePermissionsDetails(call) {
    const matching = findService(call).permissions.filter(({ permission }) =>
      contains(permission, text(call.query, "permission")),
    );
    const { shown, total_count } = page(matching, call.query);
    return { status: 200, body: { permissions: shown.map((record) => call.view("Permission", record)), total_count } };
  },

  addOrRemoveServicePermissions(call) {
    const body = call.body as { permissions: string[]; permission_type?: string; action: "add" | "remove" };
    const service = findService(call);
    if (!body.permissions.length) throw new ServiceError("EndPoint.3036");
    if (body.action === "add")
      for (const permission of body.permissions) add(call.store, service, { permission }, body.permission_type);
    else service.permissions = service.permissions.filter(({ permission }) => !body.permissions.includes(permission));
    call.project.services.update(service);
    const { permission_type = "domainId" } = body;
    const permissions = service.permissions.filter((record) => record.permission_type === permission_type);
    return { status: 200, body: { permissions: permissions.map(({ permission }) => permission), permission_type } };
  },

  batchAddEndpointServicePermissions(call) {
    const { permissions, permission_type: type } = call.body as { permissions: Given[]; permission_type?: string };
    const service = findService(call);
    if (!permissions.length) throw new ServiceError("EndPoint.3036");
    const records = permissions.map((given) => add(call.store, service, given, type));
    call.project.services.update(service);
    return { status: 200, body: { permissions: records.map((record) => call.view("Permission", record)) } };
  },

  batchRemoveEndpointServicePermissions(call) {
    const { permissions } = call.body as { permissions: { id: string }[] };
    const service = findService(call);
    const ids = permissions.map(({ id }) => id);
    const unknown = ids.find((id) => !service.permissions.some((record) => record.id === id));
    if (!ids.length || unknown !== undefined) {
      throw new ServiceError("EndPoint.3036", unknown && `The whitelist has no record "${unknown}".`);
    }
    service.permissions = service.permissions.filter(({ id }) => !ids.includes(id));
    call.project.services.update(service);
    return {
      status: 200,
      body: { permissions: service.permissions.map((record) => call.view("Permission", record)) },
    };
  },

  updateEndpointServicePermissionDesc(call) {
    const { permission } = call.body as { permission: { description?: string } };
    const id = call.parameter("permission_id");
    const service = findService(call);
    const record = service.permissions.find((candidate) => candidate.id === id);
    if (!record) throw new ServiceError("EndPoint.0005", `The whitelist has no record "${id}".`);
    record.description = permission.description ?? "";
    call.project.services.update(service);
    return { status: 200, body: { permissions: [call.view("Permission", record)] } };
  },
};
