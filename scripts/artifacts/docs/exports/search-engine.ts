// Runs in the browser, and in the test of the queries. The only file that imports MiniSearch.
import MiniSearch, { type Options, type SearchOptions } from "minisearch";

/** A place that can be found. `names` are its identifiers, `also` other words for it. */
export type SearchEntry = [
  kind: string,
  title: string,
  address: string,
  text: string,
  names?: string[],
  also?: string[],
];

export interface SearchResult {
  kind: string;
  title: string;
  address: string;
  text: string;
}

export interface SearchEngine {
  search(query: string): SearchResult[];
}

/** Factors by which a kind counts more than an error code or a field of the same words. */
const KIND_WEIGHTS: Record<string, number> = {
  guide: 1.6,
  chapter: 1.6,
  operation: 1.5,
  page: 1.5,
  schema: 1.2,
  waiter: 1.1,
};

const SHORTEST_FUZZY = 4;

const INDEX: Options = {
  fields: ["title", "names", "also", "text"],
  tokenize,
  processTerm: (term) => stem(term),
};

const QUERY: SearchOptions = {
  boost: { names: 4, title: 3, also: 3, text: 1 },
  prefix: (term) => term.length > 2 && !/\p{Script=Han}/u.test(term),
  fuzzy: (term) => (term.length >= SHORTEST_FUZZY && !/[\d_./{\p{Script=Han}]/u.test(term) ? 0.22 : false),
  weights: { prefix: 0.5, fuzzy: 0.3 },
};

export function searchEngine(entries: SearchEntry[]): SearchEngine {
  const index = new MiniSearch(INDEX);
  const exact = new Map<string, number[]>();
  for (const [id, [, title, , text, names = [], also = []]] of entries.entries()) {
    index.add({ id, title, text, names: names.join(" "), also: also.join(" ") });
    for (const name of new Set([title, ...names, ...also].map((one) => one.toLowerCase())))
      exact.set(name, [...(exact.get(name) ?? []), id]);
  }
  const weightOf = (id: number) => KIND_WEIGHTS[entries[id]?.[0] ?? ""] ?? 1;
  return {
    search(query) {
      const options = { ...QUERY, boostDocument: weightOf };
      const whole = (exact.get(query.trim().toLowerCase()) ?? []).sort((a, b) => weightOf(b) - weightOf(a));
      const all = index.search(query, { ...options, combineWith: "AND" });
      // Where no place has all of the words, those with some of them are better than none.
      const some = all.length + whole.length > 0 ? all : index.search(query, { ...options, combineWith: "OR" });
      return [...new Set([...whole, ...some.map(({ id }) => id as number)])].map((id) => {
        const [kind, title, address, text] = entries[id] as SearchEntry;
        return { kind, title, address, text };
      });
    },
  };
}

/** Words that occur in nearly every query and do not narrow it down. */
const IGNORED = new Set(
  "a an and are be can do does for how i in is it my of on or the to what when which who why with".split(" "),
);

/**
 * Splits a text into words. An identifier counts as a whole and by its parts (`listBooks`, `book_id`, `/v1/books`);
 * Chinese, which has no spaces, by each two characters that stand together.
 */
function tokenize(text: string): string[] {
  return text.split(/[\s,;:!?"'`()[\]<>|·…“”]+/).flatMap((chunk) => {
    const han = chunk.match(/\p{Script=Han}+/gu) ?? [];
    const pairs = han.flatMap((run) =>
      run.length < 2 ? [run] : Array.from(run.slice(1), (end, at) => `${run[at]}${end}`),
    );
    const latin = chunk.replace(/\p{Script=Han}+/gu, " ").replace(/[.]+$/, "");
    const parts = latin
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const whole = parts.length > 1 ? [latin.trim().toLowerCase()] : [];
    return [...whole, ...parts.map((part) => part.toLowerCase()), ...pairs].filter((word) => !IGNORED.has(word));
  });
}

/** Cuts the endings that change most often: "quotas" is found by "quota", and "exceeded" by "exceed". */
function stem(term: string): string {
  if (term.length < 5 || !/^[a-z]+$/.test(term)) return term;
  return term
    .replace(/ies$/, "y")
    .replace(/(?<=[^s])s$/, "")
    .replace(/(?<=[a-z]{3})(ing|ed)$/, "");
}
