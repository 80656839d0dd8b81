import { jsonContent, listOperations, resolve, type OpenApiDocument, type Schema } from "../../core/document.ts";

/**
 * Facts of an API by their places: an operation ("createEndpoint"), a query parameter ("listQuotaDetails query type") or a member
 * of a body ("createEndpoint body tags[].key", "listQuotaDetails response quotas.resources[].used").
 */
export type Facts = Map<string, { type: string; values?: string[] }>;

/** Returns the facts of an OpenAPI document that an SDK has as well: operations, query parameters and bodies of success. */
export function specFacts(document: OpenApiDocument): Facts {
  const facts: Facts = new Map();
  for (const { operationId, method, path, parameters, requestBody, responses } of listOperations(document)) {
    facts.set(operationId, { type: `${method} ${path}` });
    for (const { name, in: place, schema } of parameters)
      if (place === "query") facts.set(`${operationId} query ${name}`, fact(document, schema));
    const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
    addSchema(facts, document, `${operationId} body `, jsonContent(document, requestBody)?.schema);
    addSchema(facts, document, `${operationId} response `, jsonContent(document, success)?.schema);
  }
  return facts;
}

function fact(document: OpenApiDocument, schema: Schema = {}): { type: string; values: string[] } {
  const { type, anyOf = [], enum: values = [] } = resolve<Schema>(document, schema) as Schema & { anyOf?: Schema[] };
  return { type: [type ?? anyOf[0]?.type ?? "object"].flat().join(" or "), values: values.map(String) };
}

function addSchema(
  facts: Facts,
  document: OpenApiDocument,
  prefix: string,
  schema?: Schema,
  within: Schema[] = [],
): void {
  const whole = resolve<Schema>(document, schema ?? {});
  if (within.includes(whole)) return;
  for (const [name, property] of Object.entries(whole.properties ?? {})) {
    const { items } = resolve<Schema>(document, property);
    const place = `${prefix}${name}`;
    const own = fact(document, property);
    facts.set(place, items ? { ...fact(document, items), type: `array of ${fact(document, items).type}` } : own);
    addSchema(facts, document, items ? `${place}[].` : `${place}.`, items ?? property, [...within, whole]);
  }
}

/** Returns the differences between the facts of the spec and of an SDK, as one line each. */
export function differences(spec: Facts, sdk: Facts): string[] {
  const has = (facts: Facts, place: string) => {
    const parents = [...place.matchAll(/[ .]|\[\]\./g)].map(({ index }) => place.slice(0, index));
    // What is missing as a whole is one difference.
    return facts.has(place) || parents.some((parent) => (spec.has(parent) || sdk.has(parent)) && !facts.has(parent));
  };
  const gone = [...spec.keys()].filter((place) => !has(sdk, place)).map((place) => `only in the spec: ${place}`);
  const came = [...sdk.keys()].filter((place) => !has(spec, place)).map((place) => `only in the SDK: ${place}`);
  const changed = [...spec].flatMap(([place, own]) => {
    const other = sdk.get(place);
    if (!other) return [];
    if (other.type !== own.type) return [`${place}: ${own.type} in the spec, ${other.type} in the SDK`];
    // An SDK that lists no values says nothing about them.
    const [values, others] = [own.values ?? [], other.values ?? []];
    if (!values.length || !others.length) return [];
    return [
      ...others.filter((value) => !values.includes(value)).map((value) => `only in the SDK: ${place} = ${value}`),
      ...values.filter((value) => !others.includes(value)).map((value) => `only in the spec: ${place} = ${value}`),
    ];
  });
  return [...gone, ...came, ...changed].sort();
}
