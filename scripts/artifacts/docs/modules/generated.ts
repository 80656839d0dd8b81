import type { OpenApiDocument, Operation } from "../../../core/document.ts";
import { errorStatuses } from "../../../core/statuses.ts";
import { errorClass, identifier } from "../../../core/typescript.ts";
import { waitersOf } from "../components/waiters.ts";
import type { Module } from "./model.ts";

/** List of the exports of a module that are generated from the document. */
export interface GeneratedList {
  id: string;
  title: string;
  /** True where the entries have no other page. */
  isHere: boolean;
  entries: GeneratedEntry[];
}

interface GeneratedEntry {
  name: string;
  /** Markdown of one line. */
  text: string;
  /** The page that describes it. */
  address: string;
}

/** An operation with its page. */
interface DescribedOperation extends Operation {
  title: string;
  address: string;
}

/** Lists what a module exports of generated code; the types of parameters and data are described by their operations. */
export function generatedLists(
  generated: Module["generated"],
  address: string,
  document: OpenApiDocument,
  operations: DescribedOperation[],
): GeneratedList[] {
  return generated.flatMap(({ artifact, as }) => {
    const member = (name: string) => (as ? `${as}.${identifier(name)}` : identifier(name));
    const entries = entriesOf(artifact, member, address, document, operations);
    const isHere = artifact === "errors";
    const title = as ?? (isHere ? "One class for each status" : "Operations");
    return entries.length > 0 ? [{ id: as ?? artifact, title, isHere, entries }] : [];
  });
}

function entriesOf(
  artifact: string,
  member: (name: string) => string,
  page: string,
  document: OpenApiDocument,
  operations: DescribedOperation[],
): GeneratedEntry[] {
  switch (artifact) {
    case "operations":
      return operations.map(({ operationId, title, address }) => ({ name: member(operationId), text: title, address }));
    case "pagination":
      return operations
        .filter(({ object }) => object["x-pagination"])
        .map(({ operationId, title, address }) => ({
          name: member(operationId),
          text: title,
          address: `${address}#notes`,
        }));
    case "waiters":
      return operations.flatMap((operation) =>
        waitersOf(operation).map(([name, text]) => {
          return { name: member(name), text, address: `${operation.address}#waiter.${name}` };
        }),
      );
    case "errors":
      return [...errorStatuses(document)].map(([status, { name, description }]) => {
        const id = errorClass(name);
        return { name: id, text: `Status ${status}. ${description.trim()}`, address: `${page}#${id}` };
      });
    default:
      return [];
  }
}
