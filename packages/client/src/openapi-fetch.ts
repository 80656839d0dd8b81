// The only file that imports openapi-fetch. Its declarations for `require` name nothing but the default export, so all types are
// taken from those for `import`.
import * as library from "openapi-fetch";
import type * as openapiFetch from "openapi-fetch" with { "resolution-mode": "import" };

export type {
  Client as FetchClient,
  ClientOptions as FetchClientOptions,
  HeadersOptions,
  Middleware,
  ParseAs,
  PathSerializer,
} from "openapi-fetch" with { "resolution-mode": "import" };

export { default as createFetchClient } from "openapi-fetch";
/**
 * Returns a function that writes query parameters in other styles, for the option `querySerializer`.
 * [openapi-fetch](https://openapi-ts.dev/openapi-fetch/api#createqueryserializer) describes its options.
 */
export const createQuerySerializer: typeof openapiFetch.createQuerySerializer = library.createQuerySerializer;
export const defaultPathSerializer: typeof openapiFetch.defaultPathSerializer = library.defaultPathSerializer;
/**
 * Returns a client that has the methods under their paths, as
 * [openapi-fetch](https://openapi-ts.dev/openapi-fetch/api#wrapaspathbasedclient) describes it:
 *
 * ```ts
 * import { wrapAsPathBasedClient } from "@vpcep/client";
 *
 * const { data } = await wrapAsPathBasedClient(client)["/v1/{project_id}/quotas"].GET({ params: {} });
 * ```
 */
export const wrapAsPathBasedClient: typeof openapiFetch.wrapAsPathBasedClient = library.wrapAsPathBasedClient;
