/** Words of the pages, each with the words and phrases that readers use in its place, in any language. */
export type Synonyms = Record<string, string[]>;

/** Words that occur in nearly every query and do not narrow it down. */
const IGNORED = new Set(
  (
    "a an and any are as at be by can do does for from get got has have how i if in into is it its me my of on or our " +
    "need needed needs now per please should so that the their there this to via was we what when where which who why will with you your"
  ).split(" "),
);

/**
 * Splits texts into words without their endings, with the words of the pages in place of their synonyms. An identifier
 * counts by its parts (`listBooks`, `book_id`, `/v1/books`, `Book.0001`).
 */
export class Words {
  readonly #synonyms = new Map<string, string>();
  readonly #phrase: RegExp;
  readonly #chinese: RegExp;

  constructor(synonyms: Synonyms) {
    const stems = (text: string) => split(text).map(stem).join(" ");
    for (const [word, others] of Object.entries(synonyms))
      for (const other of others) this.#synonyms.set(stems(other), stems(word));
    const all = [...this.#synonyms.keys()];
    this.#phrase = new RegExp(`(?<= )${anyOf(all)}(?= )`, "gu");
    this.#chinese = new RegExp(anyOf(all.filter(isChinese)), "u");
  }

  /** Returns the words of a text. `correct` replaces a word as it was written, or leaves it out. */
  of(text: string, correct = (word: string): string | undefined => word): string[] {
    const words = split(text).flatMap((word) => (isChinese(word) ? this.#segments(word) : [word]));
    const stems = words.flatMap((word) => (this.#synonyms.has(word) ? [word] : (correct(word) ?? []))).map(stem);
    const replaced = ` ${stems.join(" ")} `.replace(this.#phrase, (phrase) => this.#synonyms.get(phrase) ?? phrase);
    return replaced.split(" ").filter(Boolean);
  }

  /** Chinese has no spaces: what is no synonym counts by each two characters that stand together. */
  #segments(run: string): string[] {
    const parts = run.split(this.#chinese).filter(Boolean);
    return parts.flatMap((part) => {
      if (this.#synonyms.has(part) || part.length === 1) return [part];
      return Array.from(part.slice(1), (end, at) => `${part[at]}${end}`);
    });
  }
}

/** Makes a pattern of words that have no signs: the longest first, since one may begin with another; none matches nothing. */
function anyOf(words: string[]): string {
  return `(${words.length > 0 ? words.toSorted((a, b) => b.length - a.length).join("|") : "(?!)"})`;
}

/** Returns the identifiers in a text, such as `listBooks`, `book_id` and `Book.0001`. */
export function identifiersAsWritten(text: string): string[] {
  return text.match(/[a-z]+[A-Z]\w*|\w+(?:[._-]\w+)+|[A-Za-z]+\d{3,}/g) ?? [];
}

/** Returns the identifiers in a text without their signs. */
export function identifiers(text: string): string[] {
  return identifiersAsWritten(text).map((name) => name.replace(/[._-]/g, "").toLowerCase());
}

/** Splits a text at its signs, at capitals inside a word, between a name and its number, and around Chinese. */
function split(text: string): string[] {
  const spaced = text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/([a-z]{3})(\d{3})/gi, "$1 $2");
  const words = spaced.toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return words.filter((word) => !IGNORED.has(word));
}

function isChinese(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

/** Cuts the endings that change most often, so that "uses", "used" and "using" are one word. */
function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return word
    .replace(/ies$/, "y")
    .replace(/(?<=[a-z]{2}[^s])s$/, "")
    .replace(/(?<=[aeiouy][a-z]*[^e])(?:ing|ed)$|(?<=^[aeiouy][a-z])(?:ing|ed)$/, "")
    .replace(/([^aeiouyls])\1$/, "$1")
    .replace(/(?<=[a-z]{2})e$/, "");
}
