import { defaultPathSerializer, type PathSerializer } from "../openapi-fetch.ts";

/** A segment that leads to another resource: an empty one, `.` or `..`. */
const UNSAFE_SEGMENT = /^(\.|%2e){0,2}$/i;

/**
 * Returns a path serializer that refuses values which would lead a request to another resource: a parameter that is
 * missing, and one that leaves its segment empty, `.` or `..`.
 */
export function guardPath(owner: string, serialize: PathSerializer = defaultPathSerializer): PathSerializer {
  return (template, values) => {
    const path = serialize(template, values);
    const segments = path.split("/");
    for (const [index, part] of template.split("/").entries()) {
      for (const placeholder of part.match(/\{[.;]?[^{}*]+/g) ?? []) {
        const name = placeholder.replace(/^\{[.;]?/, "");
        if (values[name] == null) throw new TypeError(`${owner}: path parameter "${name}" is missing`);
        if (UNSAFE_SEGMENT.test(segments[index] ?? ""))
          throw new TypeError(`${owner}: path parameter "${name}" must not be "${values[name]}"`);
      }
    }
    return path;
  };
}
