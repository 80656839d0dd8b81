import { listOperations, type OpenApiDocument, type PathItem } from "../../../scripts/core/document.ts";

/** A description with as many operations: its paths again and again, each time under another prefix. */
export function synthesise(original: OpenApiDocument, count: number): OpenApiDocument {
  // Operations and waiters have names that are unique, and by which operations refer to each other.
  const names = listOperations(original).flatMap(({ operationId, object }) => [
    operationId,
    ...Object.keys(object["x-waiters"] ?? {}),
  ]);
  const name = new RegExp(`"(${names.join("|")})"`, "g");
  const paths: Record<string, PathItem> = {};
  let made = 0;
  for (let round = 0; made < count; round++) {
    for (const [path, item] of Object.entries(original.paths ?? {})) {
      const text = JSON.stringify(item);
      const copy = JSON.parse(round === 0 ? text : text.replace(name, `"$1Copy${round}"`)) as PathItem;
      for (const member of Object.keys(copy)) {
        if (member === "parameters") continue;
        if (made === count) delete copy[member];
        made = Math.min(made + 1, count);
      }
      paths[round === 0 ? path : `/copy${round}${path}`] = copy;
      if (made === count) break;
    }
  }
  return { ...original, paths };
}
