// The only file that imports openapi-fetch.
import createFetchClient from "openapi-fetch";

export {
  createQuerySerializer,
  defaultBodySerializer,
  defaultPathSerializer,
  mergeHeaders,
  wrapAsPathBasedClient,
} from "openapi-fetch";
export type {
  BodySerializer,
  Client as FetchClient,
  ClientOptions as FetchClientOptions,
  HeadersOptions,
  Middleware,
  MiddlewareCallbackParams,
  ParseAs,
  PathSerializer,
  QuerySerializer,
  QuerySerializerOptions,
} from "openapi-fetch" with { "resolution-mode": "import" };
export { createFetchClient };
