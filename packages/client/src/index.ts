export { tokenAuth, type Auth, type OutgoingRequest } from "./auth.ts";
export type { CallOptions, OperationClient } from "./call.ts";
export { createClient, type Client, type ClientOptions, type ClientPaths, type Region } from "./client.ts";
export { VpcepError, type VpcepErrorDetails } from "./errors.ts";
export { specVersion } from "./generated/client-options.ts";
export type { components, operations, paths } from "./generated/schema.ts";
