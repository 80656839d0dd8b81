export * from "./auth/index.ts";
export { createClient, type Client, type ClientPaths } from "./client.ts";
export * from "./errors/index.ts";
export { specVersion } from "./generated/client-options.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export { createQuerySerializer, wrapAsPathBasedClient, type HeadersOptions, type Middleware } from "./openapi-fetch.ts";
export type {
  AttemptEvent,
  CallOptions,
  ClientOptions,
  FetchFunction,
  Logger,
  Region,
  RetryOptions,
} from "./options.ts";
export { withResponse, type FullResponse, type OperationClient } from "./request/call.ts";
