/**
 * A function for each operation of the API, named by its operationId: `operation(client, params, options?)`. It returns the
 * data of the response or throws. `params` has the parameters by name, and the body as `body`. For `listEndpoints`, the type of
 * `params` is `ListEndpointsParams`, and that of the data `ListEndpointsData`; likewise for the others.
 *
 * Two objects have further functions. Those of `paginate` go through all pages of a list: `paginate.listEndpoints(client, params,
 * options?)`, with {@link PageOptions}, returns {@link Pages}. Those of `waitFor` wait for a state: `waitFor.endpointAccepted(client,
 * params, options?)`, with {@link WaitOptions}, returns the data that show the state.
 *
 * @module Calls, pagination and waiters
 */
export type { CallOptions } from "./options.ts";
export { withResponse, type FullResponse, type OperationClient } from "./request/call.ts";
export * from "./generated/operations.ts";
export * as paginate from "./generated/pagination.ts";
export * as waitFor from "./generated/waiters.ts";
export type { PageOptions, Pages } from "./helpers/paginate.ts";
export type { Poll, WaitOptions } from "./helpers/wait.ts";
