export * from "./auth.ts";
export { withResponse, type CallOptions, type FullAnswer, type OperationClient } from "./call.ts";
export { createClient, type Client, type ClientOptions, type ClientPaths, type Region } from "./client.ts";
export * from "./errors.ts";
export { specVersion } from "./generated/client-options.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type { RetryOptions } from "./retry.ts";
export type { Logger } from "./transport.ts";
