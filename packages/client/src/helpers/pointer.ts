/** Returns the value at a JSON pointer, given by its segments; `undefined` where there is none. */
export function at(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], value);
}

/**
 * Returns the value at a JSON pointer one of whose segments may be `{name}`: the item of a list whose member `name` has
 * the value that `params` has under that name.
 */
export function atItem(value: unknown, segments: readonly string[], params: object): unknown {
  const index = segments.findIndex((segment) => segment.startsWith("{"));
  if (index < 0) return at(value, segments);
  const name = (segments[index] as string).slice(1, -1);
  const wanted = (params as Record<string, unknown>)[name];
  const list = at(value, segments.slice(0, index));
  if (!Array.isArray(list)) return undefined;
  const item: unknown = list.find((one) => at(one, [name]) === wanted);
  return at(item, segments.slice(index + 1));
}
