import { distance } from "../did-you-mean.ts";

/** The result of a look-up. */
export type Match<T extends object> =
  | { found: T; parameters: Record<string, string>; allow: string[] }
  /** `allow` lists the methods of the path; it is empty where the path is unknown. */
  | { found: undefined; allow: string[] };

interface Node<T> {
  literal: Map<string, Node<T>>;
  /** Children for a segment of which only a part is a parameter, such as `{name}.json`. */
  partial: { pattern: RegExp; names: string[]; node: Node<T> }[];
  any: { name: string; node: Node<T> }[];
  methods: Map<string, T>;
}

const TEMPLATE = /\{([^{}]+)\}/g;

/**
 * Finds operations by method and path in a time that does not depend on how many there are.
 *
 * Segment by segment a literal goes before a template, whatever the order of the document; a path that only a template
 * has the method for goes to the template.
 */
export class Router<T extends object> {
  readonly #root: Node<T> = newNode();
  readonly #paths = new Set<string>();

  add(method: string, path: string, target: T): void {
    this.#paths.add(path);
    let node = this.#root;
    for (const segment of path.split("/").slice(1)) node = child(node, segment);
    node.methods.set(method.toUpperCase(), target);
  }

  /** Returns the path template that is most similar to a path, if at most a third of the literals' characters differ. */
  similar(segments: string[]): string | undefined {
    let best: { path: string; changes: number } | undefined;
    for (const path of this.#paths) {
      const wanted = path.split("/").slice(1);
      if (wanted.length !== segments.length) continue;
      const literals = wanted.filter((segment) => !segment.includes("{")).join("").length;
      const changes = wanted.reduce(
        (sum, segment, index) => sum + (segment.includes("{") ? 0 : distance(segments[index] as string, segment)),
        0,
      );
      if (changes <= literals / 3 && changes < (best?.changes ?? Infinity)) best = { path, changes };
    }
    return best?.path;
  }

  /** Looks up decoded segments. */
  find(method: string, segments: string[]): Match<T> {
    const allow = new Set<string>();
    const values: [string, string][] = [];
    const walk = (node: Node<T>, depth: number): T | undefined => {
      const segment = segments[depth];
      if (segment === undefined) {
        for (const known of node.methods.keys()) allow.add(known);
        return node.methods.get(method);
      }
      const exact = node.literal.get(segment);
      const found = exact && walk(exact, depth + 1);
      // The root path "/" has one empty segment, which is a literal; no parameter is empty.
      if (found !== undefined || segment === "") return found;
      for (const { pattern, names, node: next } of node.partial) {
        const parts = pattern.exec(segment);
        if (!parts) continue;
        const before = values.length;
        names.forEach((name, index) => values.push([name, parts[index + 1] as string]));
        const deeper = walk(next, depth + 1);
        if (deeper !== undefined) return deeper;
        values.length = before;
      }
      for (const { name, node: next } of node.any) {
        values.push([name, segment]);
        const deeper = walk(next, depth + 1);
        if (deeper !== undefined) return deeper;
        values.pop();
      }
      return undefined;
    };
    const found = walk(this.#root, 0);
    if (found === undefined) return { found, allow: [...allow] };
    return { found, parameters: Object.fromEntries(values), allow: [...allow] };
  }
}

function newNode<T>(): Node<T> {
  return { literal: new Map(), partial: [], any: [], methods: new Map() };
}

function child<T>(node: Node<T>, segment: string): Node<T> {
  const names = [...segment.matchAll(TEMPLATE)].map(([, name]) => name as string);
  const [name] = names;
  if (name === undefined) {
    const next = node.literal.get(segment) ?? newNode<T>();
    node.literal.set(segment, next);
    return next;
  }
  if (segment === `{${name}}`) {
    const known = node.any.find((entry) => entry.name === name)?.node;
    if (known) return known;
    const next = newNode<T>();
    node.any.push({ name, node: next });
    return next;
  }
  const pattern = new RegExp(
    `^${segment
      .split(TEMPLATE)
      .map((part, index) => (index % 2 ? "(.+?)" : escape(part)))
      .join("")}$`,
  );
  const next = newNode<T>();
  node.partial.push({ pattern, names, node: next });
  return next;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
