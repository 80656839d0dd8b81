import type { OpenApiDocument, Parameter, PathItem } from "./openapi.ts";

/** OpenAPI says to ignore header parameters of these names. */
const IGNORED_HEADERS = new Set(["accept", "authorization", "content-type"]);

/** Returns a document with everything in the one form that the generators know. The one given is left as it is. */
export function normalise(document: OpenApiDocument): OpenApiDocument {
  const normalised = structuredClone(document);
  const holders = Object.values(normalised.paths ?? {}).flatMap((item) => [item, ...Object.values(item)]);
  for (const holder of holders as PathItem[]) {
    if (Array.isArray(holder?.parameters))
      holder.parameters = holder.parameters.filter((one) => !isIgnored(one as Partial<Parameter>));
  }
  return normalised;
}

function isIgnored({ in: place, name }: Partial<Parameter>): boolean {
  return place === "header" && IGNORED_HEADERS.has(name?.toLowerCase() ?? "");
}
