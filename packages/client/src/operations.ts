export type { CallOptions } from "./options.ts";
export { withResponse, type FullResponse, type OperationClient } from "./request/call.ts";
export * from "./generated/operations.ts";
export * as paginate from "./generated/pagination.ts";
export * as waitFor from "./generated/waiters.ts";
export type { PageOptions, Pages } from "./helpers/paginate.ts";
export type { Poll, WaitOptions } from "./helpers/wait.ts";
