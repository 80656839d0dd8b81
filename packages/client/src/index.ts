export * from "./auth/index.ts";
export { withResponse, type CallOptions, type FullAnswer, type OperationClient } from "./request/call.ts";
export { createClient, type Client, type ClientOptions, type ClientPaths, type Region } from "./client.ts";
export * from "./errors/index.ts";
export { specVersion } from "./generated/client-options.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type { RetryOptions } from "./request/retry.ts";
export type { Logger } from "./request/transport.ts";
