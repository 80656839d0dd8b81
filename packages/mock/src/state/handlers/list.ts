import type { Collection } from "../collection.ts";
import type { Endpoint, Service } from "../resources.ts";

type Query = Record<string, string | string[]>;

/** Fields by the values of `sort_key`. */
const SORT_KEYS: Record<string, string> = {
  create_at: "created_at",
  created_at: "created_at",
  update_at: "updated_at",
  updated_at: "updated_at",
};

/** Returns a value of a query; an empty one counts as absent, as for Prism. */
export function text(query: Query, name: string): string | undefined {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

/** Returns whether a text contains another, whatever the case. */
export function contains(whole: string, part: string | undefined): boolean {
  return part === undefined || whole.toLowerCase().includes(part.toLowerCase());
}

interface Page<T> {
  shown: T[];
  total_count: number;
}

/** Returns a page of a list, newest first unless the query sets another order, with the number of all items. */
export function page<T extends object>(items: readonly T[], query: Query): Page<T> {
  const key = sortKey(query);
  const at = (item: T) => String((item as Record<string, unknown>)[key] ?? "");
  return slice(
    [...items].sort((a, b) => (at(a) < at(b) ? -1 : Number(at(a) > at(b)))),
    query,
  );
}

/** Returns a page of the resources that match, for which the order of creation is known already. */
export function pageOf<T extends Service | Endpoint>(
  all: Collection<T>,
  candidates: readonly T[] | undefined,
  query: Query,
): Page<T> {
  if (candidates || sortKey(query) !== "created_at") return page(candidates ?? all.byCreation(), query);
  return slice(all.byCreation(), query);
}

function sortKey(query: Query): string {
  return SORT_KEYS[text(query, "sort_key") ?? "create_at"] ?? "created_at";
}

/** Returns a page of a list in ascending order. */
function slice<T>(items: readonly T[], query: Query): Page<T> {
  const offset = Number(text(query, "offset") ?? 0);
  const limit = Number(text(query, "limit") ?? 10);
  const count = items.length;
  const isAscending = text(query, "sort_dir") === "asc";
  const shown = isAscending
    ? items.slice(offset, offset + limit)
    : items.slice(Math.max(count - offset - limit, 0), Math.max(count - offset, 0)).reverse();
  return { shown, total_count: count };
}
