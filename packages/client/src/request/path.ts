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
