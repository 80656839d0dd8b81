/** Returns the name with the smallest edit distance. */
export function nearest(name: string, known: string[]): string | undefined {
  return [...known].sort((a, b) => distance(name, a) - distance(name, b))[0];
}

/** Returns a known name that is probably meant: case apart, at most a third of its characters differ. */
export function similar(name: string, known: string[]): string | undefined {
  const candidate = nearest(name.toLowerCase(), known);
  if (candidate === undefined) return undefined;
  return distance(name.toLowerCase(), candidate.toLowerCase()) <= Math.max(1, candidate.length / 3)
    ? candidate
    : undefined;
}

/** Returns " (did you mean …?)", or nothing where no known name is similar. */
export function didYouMean(name: string, known: string[]): string {
  const candidate = similar(name, known);
  return candidate === undefined ? "" : ` (did you mean ${candidate}?)`;
}

/** Returns the Levenshtein distance. */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
