import type { OpenApiDocument, Ref } from "./openapi.ts";

/** An error in an OpenAPI document, or something in it that is not supported; the message begins with a JSON pointer. */
export class DocumentError extends Error {
  constructor(pointer: string, problem: string) {
    super(`#${pointer || "/"}: ${problem}`);
    this.name = "DocumentError";
  }
}

export function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && typeof (value as Ref).$ref === "string";
}

/** Returns what a reference leads to, or the value itself. `pointer` names the place in error messages. */
export function resolve<T>(document: OpenApiDocument, value: T | Ref, pointer = ""): T {
  const seen = new Set<string>();
  let current: unknown = value;
  while (isRef(current)) {
    const { $ref } = current;
    if (!$ref.startsWith("#/")) {
      throw new DocumentError(pointer, `reference "${$ref}" leaves the document; bundle it first`);
    }
    if (seen.has($ref)) throw new DocumentError(pointer, `reference "${$ref}" leads back to itself`);
    seen.add($ref);
    current = $ref
      .slice(2)
      .split("/")
      .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
    if (current === undefined) throw new DocumentError(pointer, `reference "${$ref}" leads nowhere`);
  }
  return current as T;
}

/** Returns the name under which a reference's target stands in `components`, if it does. */
export function refName(value: unknown): string | undefined {
  return isRef(value) ? value.$ref.match(/^#\/components\/[^/]+\/([^/]+)$/)?.[1] : undefined;
}
