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
