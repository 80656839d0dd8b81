import {
  DocumentError,
  resolve,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Schema,
} from "../../core/document.ts";
import { chooseMedia, commonKind, type BodyKind } from "../../core/media.ts";

/** Functions that write a body, which are part of the generated file where an operation needs them. */
const SERIALIZERS: Partial<Record<BodyKind, { name: string; code: string }>> = {
  text: { name: "asIs", code: "const asIs = (body: unknown) => body;\n" },
  binary: { name: "asIs", code: "const asIs = (body: unknown) => body;\n" },
  form: {
    name: "asForm",
    code: `const asForm = (body: object) =>
  new URLSearchParams(
    Object.entries(body).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map((one) => [name, String(one)]),
    ),
  );\n`,
  },
  multipart: {
    name: "asMultipart",
    code: `function asMultipart(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      const isJson = typeof one === "object" && one !== null && !(one instanceof Blob);
      if (isJson) form.append(name, new Blob([JSON.stringify(one)], { type: "application/json" }));
      else if (one !== undefined) form.append(name, one instanceof Blob ? one : String(one));
    }
  }
  return form;
}\n`,
  },
};

/** Code about the bodies of an operation. */
export interface Bodies {
  /** Type of the body of a request; `undefined` where it has none. */
  body: string | undefined;
  /** Type of the bodies of the responses of success. */
  data: string;
  /** Options of the call, as code: `options`, with what bodies need that are not JSON. */
  options: string;
  /** Functions that the options name. */
  helpers: string[];
}

/** Returns the types of the bodies of an operation, and how they go over the wire. `type` is the type of the operation. */
export function bodiesOf({ requestBody, responses, pointer }: Operation, type: string): Bodies {
  const headers: Record<string, string> = {};
  const options: string[] = [];
  const helpers: string[] = [];

  const sent = chooseMedia(requestBody?.content);
  const content = `NonNullable<${type}["requestBody"]>["content"]`;
  const own = sent && `${content}[${JSON.stringify(sent.media)}]`;
  const serializer = sent && SERIALIZERS[sent.kind];
  if (sent && sent.kind !== "multipart" && sent.media !== "application/json") headers["Content-Type"] = sent.media;
  if (serializer) {
    options.push(`bodySerializer: ${serializer.name}`);
    helpers.push(serializer.code);
  }

  // Where the document has no response of success, the default is that of all.
  const isSuccess = (status: string) => status.startsWith("2");
  const statuses = Object.keys(responses).some(isSuccess) ? Object.keys(responses).filter(isSuccess) : ["default"];
  const received = statuses.map((status) => ({ status, body: chooseMedia(responses[status]?.content) }));
  const kind = commonKind(
    received.flatMap(({ status, body }) => (body ? [{ status, body }] : [])),
    pointer,
  );
  if (kind && kind !== "json") options.push(`parseAs: "${kind === "text" ? "text" : "blob"}"`);
  const accepted = received.flatMap(({ body }) => (body?.hasOthers ? [body.media] : []));
  if (accepted.length) headers["Accept"] = [...new Set(accepted)].join(", ");
  const types = received.map(({ status, body }) => {
    if (!body) return "undefined";
    if (kind !== "json") return kind === "text" ? "string" : "Blob";
    // openapi-typescript writes a status as a number, and a range such as 2XX as a string.
    const member = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return `${type}["responses"][${member}]["content"][${JSON.stringify(body.media)}]`;
  });
  if (options.length || Object.keys(headers).length) options.push("...options");
  if (Object.keys(headers).length)
    options.push(`headers: { ${JSON.stringify(headers).slice(1, -1)}, ...options?.headers }`);
  return {
    body: sent?.kind === "binary" ? "BodyInit" : sent?.kind === "text" ? "string" : own,
    data: [...new Set(types)].join(" | "),
    options: options.length ? `{ ${options.join(", ")} }` : "options",
    helpers,
  };
}

/** Throws where the client would send a parameter in another form than the one described. */
export function refuseOtherStyles(document: OpenApiDocument, operation: Operation): void {
  const lists = [
    [operation.object.parameters ?? [], `${operation.pointer}/parameters`],
    [document.paths?.[operation.path]?.parameters ?? [], `${operation.pointer.replace(/\/[^/]*$/, "")}/parameters`],
  ] as const;
  for (const [list, place] of lists) {
    list.forEach((one, index) => {
      const problem = styleProblem(document, resolve<Parameter>(document, one));
      if (problem) throw new DocumentError(`${place}/${index}`, `${problem}, which the client does not support`);
    });
  }
}

function styleProblem(document: OpenApiDocument, parameter: Parameter): string | undefined {
  const { in: place, schema, content, allowReserved, explode } = parameter as Parameter & Record<string, unknown>;
  const { type, properties } = resolve<Schema>(document, schema ?? {});
  const types = [type ?? (properties ? "object" : [])].flat();
  const style = parameter["style" as "x-"] ?? (place === "query" || place === "cookie" ? "form" : "simple");
  if (place === "cookie") return "is sent as a cookie";
  if (content) return "has `content` in place of a schema";
  if (allowReserved) return "has `allowReserved`";
  if (types.includes("object"))
    return style === "deepObject" && place === "query" ? undefined : `is an object of style "${String(style)}"`;
  if (types.includes("array")) {
    if (place === "path") return "is an array in the path";
    if (place === "query" && (style !== "form" || explode === false))
      return `is an array of style "${String(style)}" with explode: ${explode ?? false}`;
  }
  if (!["form", "simple"].includes(String(style))) return `has the style "${String(style)}"`;
  return undefined;
}
