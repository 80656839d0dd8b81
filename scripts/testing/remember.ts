/** How many characters of text are remembered at most. */
const MOST = 2e7;

/** A function of a text that is asked for the same texts again and again, as where faults are planted by the thousand. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let size = 0;
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    if (size > MOST) {
      known.clear();
      size = 0;
    }
    const made = make(text);
    known.set(text, made);
    size += text.length;
    return made;
  };
}
