import { checkAmount, checkAuth, checkHeaders, checkPrintable, checkUrl } from "./check.ts";
import { regionUrls } from "./generated/client-options.ts";
import type { ClientOptions } from "./options.ts";

/**
 * Checks the options of a client, for programs without a type checker.
 *
 * @returns The address to call.
 * @throws {TypeError} Names the first option that is missing or wrong.
 */
export function checkOptions(options: ClientOptions): string {
  const { region, baseUrl, projectId, auth, userAgent } = Object(options) as Partial<ClientOptions>;
  if (!region === !baseUrl) throw new TypeError("createClient: needs region or baseUrl, not both");
  checkPrintable("createClient: projectId", projectId);
  checkAuth("createClient", auth);
  if (userAgent) checkPrintable("createClient: userAgent", userAgent);
  checkSendOptions("createClient", options);
  return baseUrl || regionUrl("createClient", region as string);
}

/** Checks the options that both a client and a call have, but for the retry policy. */
export function checkSendOptions(
  owner: string,
  { baseUrl, timeout, headers }: { baseUrl?: unknown; timeout?: unknown; headers?: object | undefined },
): void {
  if (baseUrl) checkUrl(`${owner}: baseUrl`, baseUrl);
  checkAmount(owner, "timeout", timeout);
  if (headers) checkHeaders(owner, headers);
}

/** Returns the address of the service in a region. Which regions there are is left to the service, which gets new ones. */
export function regionUrl(owner: string, region: string): string {
  if (!/^[a-z\d-]+$/.test(region)) throw new TypeError(`${owner}: region must be like "cn-north-4", not "${region}"`);
  return (regionUrls[region] ?? (regionUrls["*"] as string)).replace("{region}", region);
}
