import { pointerSegments } from "../core/pointer.ts";
import { escapePointer } from "../core/document.ts";

/** JSON pointers of the places where two values differ. */
export function differences(wanted: unknown, found: unknown, pointer = ""): string[] {
  if (Object.is(wanted, found)) return [];
  if (!isContainer(wanted) || !isContainer(found) || Array.isArray(wanted) !== Array.isArray(found))
    return [pointer || "/"];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...keys].flatMap((key) => differences(wanted[key], found[key], `${pointer}/${escapePointer(key)}`));
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Returns an object with a value at each JSON pointer. */
export function nested(values: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [pointer, value] of Object.entries(values)) {
    const keys = pointerSegments(pointer);
    const last = keys.pop() ?? "";
    let node = root;
    keys.forEach((key, index) => {
      const isList = /^\d+$/.test(keys[index + 1] ?? last);
      node = (node[key] ??= isList ? [] : {}) as Record<string, unknown>;
    });
    node[last] = value;
  }
  return root;
}
