import { listOperations, type OpenApiDocument, type Operation, type Schema } from "../../core/document.ts";
import { guidePath, modulePath, operationPath, schemaPath, slug } from "./addresses.ts";
import { sampler } from "./components/samples.ts";
import type { Sample } from "./components/sample.ts";
import { readInputs, type Inputs } from "./inputs.ts";
import { generatedLists, type GeneratedList } from "./modules/generated.ts";
import type { Module } from "./modules/model.ts";
import { workflowPage, type WorkflowStep } from "./workflows.ts";
import { NOT_RELEASED, readReleases, type Release } from "./releases.ts";

/** Everything that the pages show, read from the document once. */
export interface Site {
  document: OpenApiDocument;
  operations: OperationEntry[];
  /** Operations under their first tag, in the order in which the document lists its tags. */
  groups: Group[];
  schemas: Map<string, SchemaEntry>;
  /** Error codes of `x-error-catalog`. */
  errors: Map<string, ErrorEntry>;
  guide: GuidePage[];
  modules: ModulePage[];
  releases: Release[];
  inputs: Inputs;
  /** Addresses of the pages that a name in a code span leads to: operations, schemas, and exports of modules. */
  pageOf: Map<string, string>;
}

export interface OperationEntry extends Operation {
  title: string;
  address: string;
  group: Group;
  samples: Sample[];
  /** Codes of `x-error-codes`. */
  codes: string[];
}

export interface Group {
  name: string;
  slug: string;
  description: string | undefined;
  operations: OperationEntry[];
}

export interface SchemaEntry {
  name: string;
  address: string;
  schema: Schema;
  /** Operations and schemas that refer to it. */
  usedBy: { operations: OperationEntry[]; schemas: SchemaEntry[] };
}

/** An entry of `x-error-catalog`, with the operations whose `x-error-codes` name it. */
export interface ErrorEntry {
  code: string;
  status: number;
  meaning: string;
  when?: string;
  action?: string;
  retry?: boolean;
  otherStatuses?: number[];
  operations: OperationEntry[];
}

export interface GuidePage {
  name: string;
  /** Steps of a workflow. */
  steps?: WorkflowStep[];
  address: string;
  title: string;
  markdown: string;
}

/** A module with its page, and what it exports of the generated code. */
export interface ModulePage extends Module {
  address: string;
  lists: GeneratedList[];
}

export function readSite(document: OpenApiDocument, inputs = readInputs(document)): Site {
  const components = Object.entries((document.components?.["schemas"] ?? {}) as Record<string, Schema>);
  const schemas = new Map<string, SchemaEntry>();
  const errors = new Map<string, ErrorEntry>();
  for (const [name, schema] of components) {
    schemas.set(name, { name, address: schemaPath(name), schema, usedBy: { operations: [], schemas: [] } });
    for (const entry of (schema["x-error-catalog"] ?? []) as Omit<ErrorEntry, "operations">[])
      errors.set(entry.code, { ...entry, operations: [] });
  }
  for (const user of schemas.values())
    for (const name of schemasIn(user.schema)) schemas.get(name)?.usedBy.schemas.push(user);

  const groups = new Map(
    (document.tags ?? []).map(({ name, description }) => [name, { ...newGroup(name), description }]),
  );
  const listed = listOperations(document);
  const samplesOf = sampler(document, listed);
  const operations = listed.map((operation): OperationEntry => {
    const { object, operationId } = operation;
    const tag = object.tags?.[0] ?? "Other";
    const group = groups.get(tag) ?? newGroup(tag);
    groups.set(tag, group);
    const entry: OperationEntry = {
      ...operation,
      title: object.summary ?? operationId,
      address: operationPath(operationId),
      group,
      samples: samplesOf(operation),
      codes: (object["x-error-codes"] ?? []) as string[],
    };
    group.operations.push(entry);
    for (const code of entry.codes) errors.get(code)?.operations.push(entry);
    const { requestBody, responses, parameters } = operation;
    for (const name of schemasIn({ requestBody, responses, parameters }))
      schemas.get(name)?.usedBy.operations.push(entry);
    return entry;
  });
  const modules = inputs.modules.map((module): ModulePage => {
    const address = modulePath(module.title);
    return { ...module, address, lists: generatedLists(module.generated, address, document, operations) };
  });
  const releases = readReleases(inputs.changelog, document.info.version, inputs.packageChangelogs);
  const noted = releases[0]?.changes === NOT_RELEASED ? inputs.unreleased : undefined;
  return {
    document,
    operations,
    groups: [...groups.values()].filter((group) => group.operations.length > 0),
    schemas,
    errors,
    guide: inputs.guide.map(({ name, markdown, arazzo }) => ({
      name,
      address: guidePath(name),
      ...(arazzo
        ? workflowPage(arazzo, document, operations, samplesOf)
        : {
            markdown: noted?.pages.includes(name) ? addNote(markdown, noted.note) : markdown,
            title: markdown.match(/^# (.+)$/m)?.[1] ?? name,
          }),
    })),
    releases,
    modules,
    inputs,
    pageOf: new Map([
      ...modules.flatMap(moduleAddresses),
      ...operations.map((one) => [one.operationId, one.address] as const),
      ...addressesOf(schemas),
    ]),
  };
}

/** Puts a note below the title and the first paragraph of a page. */
function addNote(markdown: string, note: string): string {
  return markdown.replace(/^# .+\n\n[^]+?\n\n/, (start) => `${start}${note}\n\n`);
}

function newGroup(name: string): Group {
  return { name, slug: slug(name), description: undefined, operations: [] };
}

function moduleAddresses({ address, exports, lists }: ModulePage): [string, string][] {
  const listed = lists.flatMap(({ entries }) => entries.map((one): [string, string] => [one.name, one.address]));
  return [...exports.map(({ name }): [string, string] => [name, `${address}#${name}`]), ...listed];
}

function addressesOf(schemas: Map<string, SchemaEntry>): [string, string][] {
  return [...schemas].map(([name, { address }]) => [name, address]);
}

/** Names of the schemas that a part of the document refers to. */
function schemasIn(value: unknown): Set<string> {
  const references = JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"/]+)"/g);
  return new Set([...references].map(([, name = ""]) => name));
}
