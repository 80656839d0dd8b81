type Query = Record<string, string | string[]>;

const SORT_KEYS: Record<string, string> = {
  create_at: "created_at",
  created_at: "created_at",
  update_at: "updated_at",
  updated_at: "updated_at",
};

/** One value of a query; an empty one counts as not given, as Prism has it. */
export function text(query: Query, name: string): string | undefined {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

/** Whether a text has another in it, whatever the case. */
export function contains(whole: string, part: string | undefined): boolean {
  return part === undefined || whole.toLowerCase().includes(part.toLowerCase());
}

/** A page of a list: newest first unless the query says otherwise, and with the number of all that match. */
export function page<T extends object>(items: T[], query: Query): { shown: T[]; total_count: number } {
  const key = SORT_KEYS[text(query, "sort_key") ?? "create_at"] as string;
  const sign = text(query, "sort_dir") === "asc" ? 1 : -1;
  const at = (item: T) => String((item as Record<string, unknown>)[key] ?? "");
  const sorted = items
    .map((item, index) => ({ item, index }))
    // Things made in the same second stay in the order in which they were made.
    .sort((a, b) => sign * (at(a.item) < at(b.item) ? -1 : at(a.item) > at(b.item) ? 1 : a.index - b.index))
    .map(({ item }) => item);
  const offset = Number(text(query, "offset") ?? 0);
  const limit = Number(text(query, "limit") ?? 10);
  return { shown: sorted.slice(offset, offset + limit), total_count: items.length };
}
