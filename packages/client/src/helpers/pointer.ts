/** The value at a JSON pointer, given by its segments; `undefined` where there is none. */
export function at(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], value);
}
