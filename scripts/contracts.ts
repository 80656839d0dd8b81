import { checkClientOptions } from "./contracts/client-options.ts";
import { checkCodes, checkErrors, checkPagination, checkWaiters } from "./contracts/lists.ts";
import { checkDocs } from "./contracts/docs.ts";
import { checkMockDocument } from "./contracts/mock-document.ts";
import { checkOperations } from "./contracts/operations.ts";
import { checkTypes } from "./contracts/types.ts";
import type { OpenApiDocument } from "./lib/document.ts";

/** A check of one artifact against the description, made without the generator of the artifact. */
export interface Contract {
  name: string;
  /** The artifact, relative to the root of the repository. */
  path: string;
  /** What is wrong, in words; empty where the artifact agrees with the description. */
  check(document: OpenApiDocument, text: string): string[] | Promise<string[]>;
}

/** Every contract; the only file that knows them all. */
export const contracts: Contract[] = [
  { name: "types", path: "packages/client/src/generated/schema.ts", check: checkTypes },
  { name: "operations", path: "packages/client/src/generated/operations.ts", check: checkOperations },
  { name: "pagination", path: "packages/client/src/generated/pagination.ts", check: checkPagination },
  { name: "waiters", path: "packages/client/src/generated/waiters.ts", check: checkWaiters },
  { name: "errors", path: "packages/client/src/generated/errors.ts", check: checkErrors },
  { name: "error codes", path: "packages/client/src/generated/error-codes.ts", check: checkCodes },
  { name: "client options", path: "packages/client/src/generated/client-options.ts", check: checkClientOptions },
  { name: "docs", path: "packages/docs/dist/index.html", check: checkDocs },
  { name: "mock", path: "packages/mock/generated/openapi.mock.json", check: checkMockDocument },
];
