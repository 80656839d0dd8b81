// The only file that knows openapi-fetch.
import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import type { Auth } from "./auth.ts";
import { clientParameters, servers } from "./generated/client-options.ts";
import type { paths } from "./generated/schema.ts";

/** A region of the cloud that has the service. */
export type Region = (typeof servers)[number]["variables"]["region"][number];

type FilledIn = keyof typeof clientParameters;

/** The paths of the API, with the parameters that the client fills in made optional. */
export type ClientPaths = {
  [Path in keyof paths]: {
    [Member in keyof paths[Path]]: Relaxed<paths[Path][Member]>;
  };
};
type Relaxed<T> = T extends { parameters: { path: infer Params } }
  ? Omit<T, "parameters"> & {
      parameters: Omit<T["parameters"], "path"> &
        (Exclude<keyof Params, FilledIn> extends never ? { path?: Optional<Params> } : { path: Optional<Params> });
    }
  : T;
type Optional<Params> = Omit<Params, FilledIn> & Partial<Pick<Params, FilledIn & keyof Params>>;

/** A client of the API: `client.GET("/v1/…", { params })` and its siblings, as in openapi-fetch. */
export type Client = FetchClient<ClientPaths, "application/json">;

export interface ClientOptions {
  /** Region to call, such as `cn-north-4`. */
  region?: Region;
  /** Address to call instead of a region's, such as that of a mock: `http://127.0.0.1:4010`. */
  baseUrl?: string;
  /** Project that the calls are about; a call may name another one. */
  projectId: string;
  /** How the calls are authenticated. */
  auth: Auth;
  /** Takes the place of the global `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/**
 * Creates a client.
 *
 * @throws {TypeError} Where neither or both of `region` and `baseUrl` are given, or the region is not known.
 */
export function createClient({ region, baseUrl, projectId, auth, fetch }: ClientOptions): Client {
  if ((region === undefined) === (baseUrl === undefined)) {
    throw new TypeError("createClient: give either a region or a baseUrl");
  }
  const options: Record<(typeof clientParameters)[FilledIn], string> = { projectId };
  const client = createFetchClient<ClientPaths, "application/json">({
    baseUrl: baseUrl ?? regionUrl(region as string),
    // A redirect could carry the credentials to another host.
    redirect: "manual",
    pathSerializer: (path, params) =>
      path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
        const option = (clientParameters as Record<string, keyof typeof options>)[name];
        return pathSegment(name, params[name] ?? (option && options[option]));
      }),
    fetch: async (request) => {
      const headers = new Headers(request.headers);
      await auth.authenticate({ method: request.method, url: request.url, headers });
      return (fetch ?? globalThis.fetch)(new Request(request, { headers }));
    },
  });
  return fillIn(client);
}

/** openapi-fetch asks for the path only where a call has path parameters; every call has them here. */
function fillIn(client: Client): Client {
  type Init = { params?: { path?: object } } | undefined;
  type Method = (...args: unknown[]) => unknown;
  const filled = { ...client } as Record<string, Method>;
  for (const name of ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "request"]) {
    const method = filled[name] as Method;
    filled[name] = (...args) => {
      const init = args.at(name === "request" ? 2 : 1) as Init;
      const params = { ...init?.params, path: init?.params?.path ?? {} };
      return method(...args.slice(0, name === "request" ? 2 : 1), { ...init, params });
    };
  }
  return filled as unknown as Client;
}

function regionUrl(region: string): string {
  for (const { url, variables } of servers) {
    if ((variables.region as readonly string[]).includes(region)) return url.replace("{region}", region);
  }
  const known = servers.flatMap(({ variables }) => [...variables.region]).sort();
  throw new TypeError(`createClient: unknown region "${region}"; known are ${known.join(", ")}`);
}

/** Encodes the value of a path parameter; refuses one that would lead the request to another resource. */
function pathSegment(name: string, value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  if (["", ".", ".."].includes(text)) {
    throw new TypeError(`path parameter "${name}" must not be ${text ? `"${text}"` : "empty"}`);
  }
  return encodeURIComponent(text);
}
