/** One thing that is made wrong, in the description or in an artifact. */
export interface Fault {
  /** What is done to what, such as "drop a property". */
  kind: string;
  /** Where: a JSON pointer of the description, or a place in an artifact. */
  place: string;
  /** The artifact that it is planted in, and the file of it; nothing for the description. */
  path?: string;
  file?: string;
  /** The text of the description (JSON) or of the file, with the fault in it; nothing where the file is gone. */
  plant(): string | undefined;
}

/** A random number generator that gives the same numbers for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Up to `count` faults of each kind, drawn by the seed; all of them without a count. */
export function sample(faults: Fault[], count: number | undefined, seed: number): Fault[] {
  if (count === undefined) return faults;
  const next = random(seed);
  return [...Map.groupBy(faults, ({ kind }) => kind).values()].flatMap((group) => {
    const left = [...group];
    const drawn: Fault[] = [];
    while (drawn.length < count && left.length) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
    return drawn;
  });
}
