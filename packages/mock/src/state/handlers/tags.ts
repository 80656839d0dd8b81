import { ServiceError } from "../../http/errors.ts";
import type { ProjectCall, ProjectHandler } from "./types.ts";
import type { Collection } from "../collection.ts";
import type { Endpoint, Service } from "../resources.ts";

type Tags = { key: string; value?: string }[];
type Filter = { key: string; values: string[] };

const MOST_TAGS = 20;

/** @throws {ServiceError} Where one resource cannot have all the tags. */
export function checkNewTags(tags: Tags, all: Tags = tags): void {
  if (new Set(tags.map(({ key }) => key)).size < tags.length) throw new ServiceError("EndPoint.3067");
  if (all.length > MOST_TAGS) throw new ServiceError("EndPoint.3069", `A resource has at most ${MOST_TAGS} tags.`);
}

/** Returns the resources of the type in the path. */
function resources({ project, parameter }: ProjectCall): Collection<Service | Endpoint> {
  const all = parameter("resource_type") === "endpoint" ? project.endpoints : project.services;
  return all as Collection<Service | Endpoint>;
}

/** Returns the name of a resource, or its ID where it has none. */
function nameOf(resource: Service | Endpoint): string {
  return "service_name" in resource && resource["service_name"] ? String(resource["service_name"]) : resource.id;
}

/** Returns whether a resource has a tag with the key, and with one of the values if there are any. */
function carries({ tags = [] }: Service | Endpoint, { key, values }: Filter): boolean {
  return tags.some((tag) => tag.key === key && (!values.length || values.includes(tag.value ?? "")));
}

interface InstancesQuery {
  tags?: Filter[];
  tags_any?: Filter[];
  not_tags?: Filter[];
  not_tags_any?: Filter[];
  sys_tags?: Filter[];
  matches?: { key: string; value: string }[];
  without_any_tag?: boolean;
  limit?: string;
  offset?: string;
  action: "filter" | "count";
}

function checkFilters(filters: Filter[] = []): void {
  if (new Set(filters.map(({ key }) => key.trim())).size < filters.length) throw new ServiceError("EndPoint.3067");
  if (filters.some(({ values }) => new Set(values).size < values.length)) throw new ServiceError("EndPoint.3071");
}

function matchesQuery(resource: Service | Endpoint, query: InstancesQuery): boolean {
  const { tags = [], tags_any: any = [], not_tags: not = [], not_tags_any: notAny = [], sys_tags: system = [] } = query;
  const has = (filter: Filter) => carries(resource, { ...filter, key: filter.key.trim() });
  // The filters have no effect on a search for resources without tags.
  const byTags = query.without_any_tag
    ? !resource.tags?.length
    : tags.every(has) && (!any.length || any.some(has)) && (!not.length || !not.every(has)) && !notAny.some(has);
  return (
    byTags &&
    system.every(has) &&
    (query.matches ?? []).every(({ value }) =>
      value === "" ? nameOf(resource) === "" : nameOf(resource).toLowerCase().includes(value.toLowerCase()),
    )
  );
}

export const tagHandlers: Record<string, ProjectHandler> = {
  batchAddOrRemoveResourceInstance(call) {
    const { tags = [], action } = call.body as { tags?: Tags; action: "create" | "delete" };
    const id = call.parameter("resource_id");
    const resource = resources(call).get(id);
    if (!resource) {
      throw new ServiceError("EndPoint.0005");
    }
    if (!tags.length) throw new ServiceError("EndPoint.3066", "tags must not be empty.");
    const current = resource.tags ?? [];
    if (action === "create") {
      if (tags.some(({ value }) => value === undefined))
        throw new ServiceError("EndPoint.3068", "A tag to add requires a value.");
      const merged = [...current.filter(({ key }) => !tags.some((tag) => tag.key === key)), ...tags];
      checkNewTags(tags, merged);
      resource.tags = merged;
    } else {
      const goes = (tag: Tags[number]) =>
        tags.some(({ key, value }) => key === tag.key && (value ?? tag.value) === tag.value);
      resource.tags = current.filter((tag) => !goes(tag));
    }
    resources(call).update(resource, call.store.now());
    return { status: 204 };
  },

  listQueryProjectResourceTags(call) {
    const values = new Map<string, Set<string>>();
    for (const { key, value = "" } of resources(call)
      .values()
      .flatMap(({ tags = [] }) => tags)) {
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
    return { status: 200, body: { tags: [...values].map(([key, set]) => ({ key, values: [...set] })) } };
  },

  listResourceInstances(call) {
    const query = call.body as InstancesQuery;
    for (const filters of [query.tags, query.tags_any, query.not_tags, query.not_tags_any]) checkFilters(filters);
    const matching = resources(call)
      .values()
      .filter((resource) => matchesQuery(resource, query));
    if (query.action === "count") {
      if (query.limit !== undefined)
        throw new ServiceError("EndPoint.0006", "limit is not allowed with the action count.");
      if (query.offset !== undefined)
        throw new ServiceError("EndPoint.0010", "offset is not allowed with the action count.");
      return { status: 200, body: { total_count: matching.length } };
    }
    const offset = Number(query.offset ?? 0);
    const shown = matching.slice(offset, offset + Number(query.limit ?? 1000));
    for (const resource of shown) resources(call).countRead(resource);
    return {
      status: 200,
      body: {
        resources: shown.map((resource) => ({
          resource_id: resource.id,
          resource_name: nameOf(resource),
          tags: resource.tags ?? [],
        })),
        total_count: matching.length,
      },
    };
  },
};
