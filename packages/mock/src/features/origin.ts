import { isIP } from "node:net";
import { GatewayError } from "../http/errors.ts";

/** Top-level names that nobody can register, so that no web page of another site can be served under them. */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|test)$/i;

/**
 * Refuses a request for a control route that a web page of another origin has sent, also by DNS rebinding, for which the
 * `Host` is that of the page. Programs send no `Origin`.
 *
 * @param own Name that the mock listens on.
 * @throws {GatewayError} 403
 */
export function checkOrigin({ origin, host }: Record<string, string>, own: string): void {
  if (origin !== undefined && origin !== `http://${host}`)
    throw forbidden("Origin", origin, "the origin of the mock itself");
  if (host === undefined) return;
  const name = host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "");
  if (isIP(name) || name === own || !name.includes(".") || PRIVATE_NAME.test(name)) return;
  throw forbidden(
    "Host",
    host,
    "an IP address, a name without a dot, and names under .localhost, .local, .internal, .test",
  );
}

function forbidden(header: string, value: string, allowed: string): GatewayError {
  const message = `Control routes refuse the ${header} "${value}"; allowed are ${allowed}.`;
  return new GatewayError(403, "APIGW.0201", message);
}
