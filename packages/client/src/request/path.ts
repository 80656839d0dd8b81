import { defaultPathSerializer, type PathSerializer } from "../openapi-fetch.ts";

/**
 * Returns a path serializer that refuses values which would lead a request to another resource: a parameter that is
 * missing, and one that leaves its segment empty, `.` or `..`.
 */
export function guardPath(serialize: PathSerializer = defaultPathSerializer): PathSerializer {
  return (template, values) => {
    const path = serialize(template, values);
    const segments = path.split("/");
    for (const [index, segment] of template.split("/").entries()) {
      for (const [, name = ""] of segment.matchAll(/\{[.;]?([^{}*]+)/g)) {
        if (values[name] == null) throw new TypeError(`path parameter "${name}" is missing`);
        if (/^(\.|%2e){0,2}$/i.test(segments[index] ?? ""))
          throw new TypeError(`path parameter "${name}" must not be "${values[name]}"`);
      }
    }
    return path;
  };
}

/**
 * Checks that a client can use the address of a server. No error shows a user name or a password in it.
 *
 * @throws {TypeError} Where it has no scheme, another one than http or https, user info, a query or a fragment.
 */
export function checkBaseUrl(baseUrl: string): void {
  const { location } = globalThis as { location?: { href: string } };
  const name = baseUrl.includes("@") ? "baseUrl" : `baseUrl "${baseUrl}"`;
  // A relative address is one of the page.
  const url = URL.canParse(baseUrl, location?.href) ? new URL(baseUrl, location?.href) : undefined;
  if (!/^https?:$/.test(`${url?.protocol}`)) throw new TypeError(`${name} must start with http(s)://`);
  if (url?.username || url?.password || /[?#]/.test(baseUrl))
    throw new TypeError(`${name} must have no user info, query or fragment`);
}
