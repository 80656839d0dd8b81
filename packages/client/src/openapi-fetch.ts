// The only file that imports openapi-fetch. Its declarations for `require` name nothing but the default export, so all types are
// taken from those for `import`.
import * as library from "openapi-fetch";
import type * as Library from "openapi-fetch" with { "resolution-mode": "import" };

export type {
  Client as FetchClient,
  ClientOptions as FetchClientOptions,
  HeadersOptions,
  Middleware,
  ParseAs,
  PathSerializer,
} from "openapi-fetch" with { "resolution-mode": "import" };

export const createFetchClient: typeof Library.default = library.default;
/**
 * Returns a function that writes query parameters in other styles, for the option `querySerializer`.
 * [openapi-fetch](https://openapi-ts.dev/openapi-fetch/api#createqueryserializer) describes its options.
 */
export const createQuerySerializer: typeof Library.createQuerySerializer = library.createQuerySerializer;
export const defaultPathSerializer: typeof Library.defaultPathSerializer = library.defaultPathSerializer;
/**
 * Returns a client that has the methods under their paths: `pathClient["/v1/{project_id}/quotas"].GET()`, as
 * [openapi-fetch](https://openapi-ts.dev/openapi-fetch/api#wrapaspathbasedclient) describes it.
 */
export const wrapAsPathBasedClient: typeof Library.wrapAsPathBasedClient = library.wrapAsPathBasedClient;
