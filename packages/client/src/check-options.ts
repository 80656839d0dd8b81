import { checkAmounts, checkAuth, checkHeaders, checkPrintable, checkUrl } from "./check.ts";
import { servers } from "./generated/client-options.ts";
import type { ClientOptions } from "./options.ts";

/**
 * Checks the options of a client, for programs without a type checker.
 *
 * @throws {TypeError} Names the first option that is missing or wrong.
 */
export function checkOptions(options: ClientOptions): void {
  const { region, baseUrl, projectId, auth, timeout, headers, userAgent } = Object(options) as Partial<ClientOptions>;
  if (!region === (baseUrl == null)) throw new TypeError("createClient: needs either region or baseUrl, not both");
  if (baseUrl == null) regionUrl(region as string);
  else checkUrl("createClient: baseUrl", baseUrl);
  checkPrintable("createClient: projectId", projectId);
  checkAuth("createClient", auth);
  checkAmounts("createClient", { timeout });
  if (headers) checkHeaders("createClient", headers);
  if (userAgent) checkPrintable("createClient: userAgent", userAgent);
}

/** Returns the address of the service in a region. */
export function regionUrl(region: string): string {
  for (const [url, variables] of servers) {
    if (variables.region?.split(" ").includes(region)) return url.replace("{region}", region);
  }
  const known = servers.map(([, { region: list }]) => list).join(" ");
  throw new TypeError(`createClient: unknown region "${region}"; known: ${known}`);
}
