/** An address of the API as it was typed or copied: with or without host, method, query string, and values of parameters. */
interface TypedPath {
  method: string | undefined;
  segments: string[];
  /** Begins at the root, so that it is no part of a longer path. */
  isWhole: boolean;
}

/** A method and the template of a path, such as `GET /v1/books/{book_id}`. */
const TEMPLATE = /^([A-Z]+) (\/\S*)$/;
const PARAMETER = /^(?:\{.*\}|<.*>|:.+|\$.+)$/;

/** Finds the paths that a query has an address of, the best match first. `names` are those of all places, by their number. */
export function pathFinder(names: string[][]): (query: string) => number[] {
  const templates = names.flatMap((all, id) =>
    all.flatMap((name) => {
      const [, method = "", path = ""] = TEMPLATE.exec(name) ?? [];
      return path ? [{ id, method, segments: segmentsOf(path) }] : [];
    }),
  );
  const methods = new Set(templates.map(({ method }) => method));
  return (query) => {
    const typed = typedPath(query, methods);
    if (!typed) return [];
    const found = templates.flatMap(({ id, method, segments }) => {
      const fit = fitOf(typed, segments);
      return fit > 0 ? [{ id, fit, rank: method === (typed.method ?? "GET") ? 1 : 0 }] : [];
    });
    return found.sort((a, b) => b.fit - a.fit || b.rank - a.rank).map(({ id }) => id);
  };
}

function typedPath(query: string, methods: Set<string>): TypedPath | undefined {
  const path = query.split(/[\s'"`]+/).find((word) => word.includes("/"));
  if (path === undefined) return undefined;
  const named = query
    .toUpperCase()
    .match(/[A-Z]+/g)
    ?.find((word) => methods.has(word));
  // curl sends data with POST.
  const method = named ?? (/\s(?:-d|--data|--json)\b/.test(query) ? "POST" : undefined);
  const local = path.replace(/^\w+:\/\/[^/]*/, "").replace(/[?#].*$/, "");
  return { method, segments: segmentsOf(local), isWhole: local.startsWith("/") };
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** Rates how well a path fits the end of a template, or the whole of it: 0 where it does not. */
function fitOf({ segments, isWhole }: TypedPath, template: string[]): number {
  const skipped = template.length - segments.length;
  if (skipped < 0) return 0;
  const end = template.slice(skipped);
  const isFixed = (segment: string) => !PARAMETER.test(segment);
  if (!end.every((part, at) => part === segments[at] || !isFixed(part))) return 0;
  const fixed = end.filter(isFixed).length;
  // "/v1" is the value of a parameter, and "and/or" is no path.
  if (fixed === 0 && !(isWhole && skipped === 0)) return 0;
  return 1 + fixed + (skipped === 0 ? 0.5 : 0);
}
