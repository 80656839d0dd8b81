import { servers } from "./generated/client-options.ts";
import type { ClientOptions, Region } from "./options.ts";
import { checkBaseUrl } from "./request/path.ts";

/**
 * Checks the options of a client, for programs without a type checker.
 *
 * @throws {TypeError} Names the first option that is missing or wrong.
 */
export function checkOptions(options: ClientOptions): void {
  const { region, baseUrl, projectId, auth, timeout = 0 } = Object(options) as Partial<ClientOptions>;
  if (!region === (baseUrl === undefined)) throw new TypeError("createClient: needs either region or baseUrl");
  if (baseUrl === undefined) regionUrl(region as Region);
  else checkBaseUrl(baseUrl);
  if (!projectId) throw new TypeError("createClient: projectId is missing");
  if (!auth?.authenticate) throw new TypeError("createClient: auth is missing");
  if (!(timeout >= 0)) throw new TypeError(`createClient: timeout must not be ${timeout}`);
}

/** Returns the address of the service in a region. */
export function regionUrl(region: Region): string {
  for (const [url, variables] of servers) {
    if (variables.region?.split(" ").includes(region)) return url.replace("{region}", region);
  }
  const known = servers.map(([, { region: list }]) => list).join(" ");
  throw new TypeError(`createClient: unknown region "${region}"; known: ${known}`);
}
