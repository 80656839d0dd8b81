// Checks of arguments, for programs without a type checker. Each throws a `TypeError` that names the argument.

/** Requires a number that is not negative; an undefined one is left to its default. */
export function checkAmount(owner: string, name: string, value: unknown): void {
  if (value !== undefined && !(typeof value === "number" && value >= 0))
    throw new TypeError(`${owner}: ${name} must be a number of at least 0, not ${value}`);
}

/** Options of a call of an operation that pages and waiters pass on. */
export const CALL_OPTIONS = ["signal", "retry", "headers", "idempotent"];

/** Requires names that are known. */
export function checkNames(owner: string, options: object | null | undefined, known: string[]): void {
  for (const name in options) {
    if (!known.includes(name)) throw new TypeError(`${owner}: unknown option "${name}"; known: ${known.join(", ")}`);
  }
}

/** Requires a text. The error does not show it, as it may be a secret. */
export function checkText(name: string, value: unknown): void {
  if (!value || typeof value !== "string") throw new TypeError(`${name} ${value ? "must be a string" : "is missing"}`);
}

/** Requires a text that a header can carry as it is. */
export function checkPrintable(name: string, value: unknown): void {
  checkText(name, value);
  if (!/^[!-~]([ -~]*[!-~])?$/.test(value as string))
    throw new TypeError(`${name} must be printable ASCII, without blanks around it`);
}

/** Requires values that headers can carry: `Headers` would show in its error one that they cannot. */
export function checkHeaders(owner: string, headers: object): void {
  for (const [name, value] of Symbol.iterator in headers ? (headers as Headers) : Object.entries(headers)) {
    if (/[^\t -~\x80-\xff]/.test(`${value}`.trim()))
      throw new TypeError(`${owner}: header ${name} must be printable Latin-1`);
  }
}

/** Requires credentials. */
export function checkAuth(owner: string, auth: { authenticate?: unknown } | undefined): void {
  if (typeof auth?.authenticate !== "function")
    throw new TypeError(`${owner}: auth must come from tokenAuth() or alike`);
}

/**
 * Requires the address of a server: http or https, without user info, query and fragment. In a page, a path is enough: it stands
 * for one on the page's own server. No error shows a user name or a password in the address.
 */
export function checkUrl(name: string, value: unknown): void {
  const isUrl = URL.canParse(value as string, (globalThis as { location?: Location }).location?.href);
  if (isUrl && typeof value === "string" && /^(https?:\/)?\/[^\s@?#]*$/i.test(value)) return;
  const shown = `${value}`.includes("@") ? name : `${name} "${value}"`;
  throw new TypeError(`${shown} must start with http(s)://, without user info, query or fragment`);
}
