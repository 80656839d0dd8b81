export { withResponse, type CallOptions, type FullAnswer, type OperationClient } from "./call.ts";
export * from "./generated/operations.ts";
export * as paginate from "./generated/pagination.ts";
export * as waitFor from "./generated/waiters.ts";
export type { PageOptions, Pages } from "./paginate.ts";
export type { WaitOptions } from "./wait.ts";
