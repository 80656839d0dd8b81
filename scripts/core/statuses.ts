import { DocumentError, listOperations, refName, type OpenApiDocument } from "./document.ts";

/** Name and description of each error status that the operations document; the name is that of the response component. */
export function errorStatuses(document: OpenApiDocument): Map<number, { name: string; description: string }> {
  const found = new Map<number, { name: string; description: string }>();
  for (const { responses, object, pointer } of listOperations(document)) {
    for (const [code, { description }] of Object.entries(responses).filter(([status]) => /^[45]\d\d$/.test(status))) {
      const name = refName(object.responses?.[code]) ?? `Status${code}`;
      const other = found.get(Number(code)) ?? { name, description };
      if (other.name !== name)
        throw new DocumentError(`${pointer}/responses/${code}`, `is "${name}" here and "${other.name}" elsewhere`);
      found.set(Number(code), other);
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}
