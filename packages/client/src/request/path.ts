import { defaultPathSerializer, type PathSerializer } from "../openapi-fetch.ts";

/** A segment that leads to another resource: an empty one, `.` or `..`, or one with a placeholder, whose value is missing. */
const UNSAFE = /\/(\.|%2e){0,2}(\/|$)|{/i;

/**
 * Returns a path serializer that refuses values which would lead a request to another resource: a parameter that is
 * missing, and one that leaves its segment empty, `.` or `..`.
 */
export function guardPath(owner: string, serialize: PathSerializer = defaultPathSerializer): PathSerializer {
  return (template, values) => {
    const path = serialize(template, values);
    if (!UNSAFE.test(path.replace("://", ""))) return path;
    template.split("/").forEach((part, index) => {
      const segment = path.split("/")[index] ?? "";
      if (part.includes("{") && UNSAFE.test(`/${segment}`)) {
        const problem = segment.includes("{") ? "is missing" : `must not be "${segment}"`;
        throw new TypeError(`${owner}: path parameter "${part.slice(1, -1)}" ${problem}`);
      }
    });
    return path;
  };
}
