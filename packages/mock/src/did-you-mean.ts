/** Returns a known name that is probably meant: case apart, at most a third of its characters differ. */
export function similar(name: string, known: string[]): string | undefined {
  const distanceTo = (candidate: string) => distance(name.toLowerCase(), candidate.toLowerCase());
  const [nearest] = [...known].sort((a, b) => distanceTo(a) - distanceTo(b));
  return nearest !== undefined && distanceTo(nearest) <= Math.max(1, nearest.length / 3) ? nearest : undefined;
}

/** Returns what an error says of an unknown name: "; did you mean …?", or else all known names. */
export function suggestion(name: string, known: string[], quote = ""): string {
  const candidate = similar(name, known);
  return candidate === undefined ? `; known are ${known.join(", ")}` : `; did you mean ${quote}${candidate}${quote}?`;
}

/** Returns " (did you mean …?)", or nothing where no known name is similar. */
export function didYouMean(name: string, known: string[]): string {
  const candidate = similar(name, known);
  return candidate === undefined ? "" : ` (did you mean ${candidate}?)`;
}

/** Returns the Levenshtein distance, in which two letters that are swapped count once. */
export function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] as number;
}
