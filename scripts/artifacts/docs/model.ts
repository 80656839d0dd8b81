import { listOperations, type OpenApiDocument, type Operation, type Schema } from "../../core/document.ts";
import { samplesOf, type Sample } from "./components/samples.ts";

/** What the pages of the reference know of each other. */
export interface Site {
  document: OpenApiDocument;
  operations: Operation[];
  /** The operations under their first tag, in the order in which the document lists its tags. */
  groups: Group[];
  schemas: Map<string, Schema>;
  /** Calls of each operation, by operationId. */
  samples: Map<string, Sample[]>;
  /** Meanings of the error codes, from `x-error-catalog`. */
  errors: Map<string, ErrorMeaning>;
}

export interface Group {
  name: string;
  slug: string;
  description: string | undefined;
  operations: Operation[];
}

/** An entry of `x-error-catalog`. */
export interface ErrorMeaning {
  code: string;
  status: number;
  meaning: string;
  retry?: boolean;
}

export function readSite(document: OpenApiDocument): Site {
  const operations = listOperations(document);
  const names = [...(document.tags ?? []).map(({ name }) => name), ...operations.map(tagOf)];
  const schemas = new Map(Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>));
  const catalog = [...schemas.values()].flatMap((schema) => (schema["x-error-catalog"] ?? []) as ErrorMeaning[]);
  return {
    document,
    operations,
    groups: [...new Set(names)]
      .map((name) => ({
        name,
        slug: slug(name),
        description: document.tags?.find((tag) => tag.name === name)?.description,
        operations: operations.filter((operation) => tagOf(operation) === name),
      }))
      .filter((group) => group.operations.length > 0),
    schemas,
    samples: samplesOf(document),
    errors: new Map(catalog.map((entry) => [entry.code, entry])),
  };
}

export function tagOf({ object }: Operation): string {
  return object.tags?.[0] ?? "Other";
}

/** The name of an operation as people read it. */
export function titleOf({ object, operationId }: Operation): string {
  return object.summary ?? operationId;
}

/** Part of an address made of a heading. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Address of an operation's page, relative to the folder of the reference. */
export function operationPath(operationId: string): string {
  return `${operationId.replace(/[^\w.-]+/g, "-")}.html`;
}

/** Address of a schema's page, relative to the folder of the reference. */
export function schemaPath(name: string): string {
  return `schemas/${name}.html`;
}

/** Address of an operation in Redoc, relative to the root of the site. */
export function redocPath(operation: Operation): string {
  return `index.html#/${slug(tagOf(operation))}/${operation.operationId.toLowerCase()}`;
}

/** First paragraph of a Markdown text, without its marks, cut at a word. */
export function excerpt(text: string | undefined, length = 155): string {
  const plain =
    (text ?? "")
      .trim()
      .split(/\n\s*\n/)[0]
      ?.replace(/[`*]|\[|\]\([^)]*\)/g, "")
      .replace(/\s+/g, " ") ?? "";
  return plain.length <= length ? plain : `${plain.slice(0, length).replace(/\s\S*$/, "")}…`;
}
