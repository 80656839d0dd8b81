import { remember } from "./remember.ts";

/** How often each word is in a text. What Markdown is written with is no word: numbers of a list, languages of code, addresses. */
export const wordsOf = remember((text: string): ReadonlyMap<string, number> => {
  const plain = text
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/^\s*\d+\.\s/gm, " ")
    .replace(/^```\w+$/gm, " ");
  const counts = new Map<string, number>();
  for (const [word] of plain.matchAll(/-?[\p{L}\p{N}_]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
});

/**
 * Holds a text to say what is described, word for word, and nothing else but the words of its layout.
 *
 * @param wanted What is described; each word has to be there as often as it is in all of these.
 */
export function wordProblems(place: string, wanted: string[], text: string, layout: ReadonlySet<string>): string[] {
  const [want, have] = [wordsOf(wanted.join("\n")), wordsOf(text)];
  const problems: string[] = [];
  for (const [word, count] of want) {
    if ((have.get(word) ?? 0) < count) problems.push(`${place} lacks ${word}`);
  }
  for (const [word, count] of have) {
    if (count > (want.get(word) ?? 0) && !layout.has(word))
      problems.push(`${place} says ${word}, which is not described`);
  }
  return problems;
}
