// Runs in the browser, and in the test of the queries. The only file that imports MiniSearch.
import MiniSearch, { type SearchOptions } from "minisearch";
import SearchableMap from "minisearch/SearchableMap";
import { pathFinder } from "./search-paths.ts";
import { identifiers, identifiersAsWritten, Words, type Synonyms } from "./search-words.ts";

/** Everything that can be found, and other words for it. */
export interface SearchIndex {
  entries: SearchEntry[];
  synonyms: Synonyms;
}

/** A place that can be found. `names` are its identifiers, `also` words that mean it, `body` the rest of its text. */
export type SearchEntry = [
  kind: string,
  title: string,
  address: string,
  text: string,
  names?: string[],
  also?: string[],
  body?: string,
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
  function: 1.6,
  class: 1.6,
  operation: 1.5,
  page: 1.5,
  schema: 1.2,
  waiter: 1.1,
  option: 0.8,
  property: 0.8,
};

/** Factors of a query that is all of a name, a title, or words that mean the place. */
const EXACT = { name: 1, title: 1.5, also: 2.5 };

const BOOST = { names: 4, title: 3, also: 3, text: 1, body: 0.5, kind: 0.5 };

const OPTIONS: SearchOptions = {
  boost: BOOST,
  boostDocument: (_id, _term, stored) => weightOf(stored?.["kind"]),
  tokenize: (terms) => terms.split(" "),
  prefix: true,
  weights: { prefix: 0.5, fuzzy: 0 },
};

/** Results with less than this share of the best score are left out. */
const LEAST_SHARE = 0.05;

export function searchEngine({ entries, synonyms }: SearchIndex): SearchEngine {
  const words = new Words(synonyms);
  const spelling = new SearchableMap<number>();
  const frequency = new Map<string, number>();
  const learn = (word: string) => (count(spelling, word), word);
  for (const other of Object.values(synonyms).flat()) words.of(other, learn);
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    storeFields: ["kind"],
    tokenize(text, field) {
      // Names and titles are also looked up as a whole.
      const whole = field === "body" || field === "text" ? identifiers(text).map(learn) : [];
      const terms = [...words.of(text, learn), ...whole];
      for (const term of new Set(terms)) count(frequency, term);
      return terms;
    },
  });
  const exact = new Map<string, Map<number, number>>();
  for (const [id, [kind, title, , text, names = [], also = [], body = ""]] of entries.entries()) {
    index.add({ id, kind, title, text, body, names: names.join(" · "), also: also.join(" · ") });
    const add = (all: string[], factor: number) => {
      for (const key of all.map((name) => keyOf(words.of(name))).filter(Boolean))
        exact.set(key, (exact.get(key) ?? new Map<number, number>()).set(id, weightOf(kind) * factor));
    };
    add(names, EXACT.name);
    add([title], EXACT.title);
    add(also, EXACT.also);
  }
  const findPaths = pathFinder(entries.map(([, , , , names = []]) => names));
  const rarity = (term: string) => Math.log(1 + entries.length / (frequency.get(term) ?? 1));

  /** Places with some of the words, those with all of them or with the rarest ones first. */
  function findWords(query: string): number[] {
    const names = identifiers(query).filter((name) => spelling.atPrefix(name).size > 0);
    const terms = [...new Set([...words.of(query, (word) => corrected(word, spelling)), ...names])];
    const rarityOf = (some: string[]) => some.reduce((sum, term) => sum + rarity(term), 0);
    const found = index.search(terms.join(" "), OPTIONS).map(({ id, score, queryTerms }) => {
      return { id: id as number, score: score * (rarityOf(queryTerms) / rarityOf(terms)) ** 2 };
    });
    found.sort((a, b) => b.score - a.score);
    return found.filter(({ score }) => score >= LEAST_SHARE * (found[0]?.score ?? 0)).map(({ id }) => id);
  }

  function findNames(query: string): number[] {
    const found = [...(exact.get(keyOf(words.of(query, (word) => corrected(word, spelling) ?? word))) ?? [])];
    const whole = found.sort(([, a], [, b]) => b - a).map(([id]) => id);
    // An identifier as it stands in the API, and not just in the words of other things.
    const same = identifiers(query).length > 0 ? whole.filter((id) => entries[id]?.[1] === query.trim()) : [];
    // An identifier means the place that it fits best, whatever words stand around, unless it fits several equally.
    const parts = identifiersAsWritten(query).flatMap((name) => {
      const [first, second] = [...(exact.get(keyOf(words.of(name))) ?? [])].sort(([, a], [, b]) => b - a);
      return first && first[1] !== second?.[1] ? [first[0]] : [];
    });
    return [...same, ...whole, ...parts];
  }

  return {
    search(typed) {
      const query = typed.slice(0, LONGEST_QUERY);
      return [...new Set([...findPaths(query), ...findNames(query), ...findWords(query)])].map((id) => {
        const [kind, title, address, text] = entries[id] as SearchEntry;
        return { kind, title, address, text };
      });
    },
  };
}

/** Returns what is the same for all spellings of a name: `listBooks`, "list books", `list_books`. */
function keyOf(words: string[]): string {
  return [...new Set(words)].join("");
}

function weightOf(kind: unknown): number {
  return KIND_WEIGHTS[String(kind)] ?? 1;
}

function count(
  counts: { get(key: string): number | undefined; set(key: string, value: number): unknown },
  key: string,
) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const LONGEST_QUERY = 1000;
const SHORTEST_TYPO = 4;
const LONG_WORD = 6;

/** Returns the known word that was meant: this one, one that begins so, or the nearest; none where nothing is near. */
function corrected(word: string, spelling: SearchableMap<number>): string | undefined {
  if (spelling.atPrefix(word).size > 0) return word;
  if (word.length < SHORTEST_TYPO || !/^[a-z]+$/.test(word)) return undefined;
  const swaps = Array.from(word.slice(1), (letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2));
  const swapped = swaps.find((one) => spelling.has(one));
  const near = [...spelling.fuzzyGet(word, word.length < LONG_WORD ? 1 : 2)].sort(
    ([a, [, distanceA]], [b, [, distanceB]]) =>
      distanceA - distanceB || (spelling.get(b) ?? 0) - (spelling.get(a) ?? 0),
  );
  return swapped ?? near[0]?.[0];
}
