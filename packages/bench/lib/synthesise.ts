import type { OpenApiDocument, PathItem } from "../../../scripts/lib/document.ts";

/** A description with as many operations: its paths again and again, each time under another prefix. */
export function synthesise(original: OpenApiDocument, count: number): OpenApiDocument {
  const paths: Record<string, PathItem> = {};
  let made = 0;
  for (let round = 0; made < count; round++) {
    for (const [path, item] of Object.entries(original.paths ?? {})) {
      const copy = structuredClone(item);
      for (const [member, value] of Object.entries(copy)) {
        if (member === "parameters") continue;
        if (made === count) delete copy[member];
        else if (round > 0) (value as { operationId: string }).operationId += `Copy${round}`;
        made = Math.min(made + 1, count);
      }
      paths[round === 0 ? path : `/copy${round}${path}`] = copy;
      if (made === count) break;
    }
  }
  return { ...original, paths };
}
