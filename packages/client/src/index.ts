/**
 * The client itself and its options. This entry point also exports everything of `@vpcep/client/auth` and
 * `@vpcep/client/errors`, and these:
 *
 * | name | what it is |
 * | --- | --- |
 * | `components`, `operations`, `paths` | The types that openapi-typescript makes of the OpenAPI document, also those of the module `@vpcep/client/schema`: `components["schemas"]["Endpoint"]` is a schema |
 * | `specVersion` | Version of the OpenAPI document that the client was generated from |
 * | `KnownCode`, `OperationCodes` | Types of the error codes: all that some operation names, and those of each operation |
 * | `Middleware`, `HeadersOptions` | [Types of openapi-fetch](https://openapi-ts.dev/openapi-fetch/middleware-auth): a middleware for `client.use`, and headers in every form that it takes |
 *
 * @module Create a client
 */
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
