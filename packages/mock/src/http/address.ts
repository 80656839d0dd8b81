/** Returns the host to listen on; an IPv6 address may have the brackets that it has in a URL. */
export function hostOf({ host }: { host: string }): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}

/** Returns the URL of a server that listens. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Explains why a server cannot listen. */
export function listenError(
  { host, port }: { host: string; port: number },
  { code, message }: NodeJS.ErrnoException,
): Error {
  let reason = message;
  if (code === "EADDRINUSE") reason = "the port is taken; choose another with --port, or 0 for a free one";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") reason = "this machine has no such address";
  if (code === "EACCES") reason = "not allowed";
  return new Error(`cannot listen on ${host}:${port}: ${reason}`);
}
