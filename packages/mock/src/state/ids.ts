import { createHash, randomUUID } from "node:crypto";

/** Makes UUIDs: random ones, or with a seed the same ones in each run. */
export class Ids {
  readonly #seed: string | undefined;
  /** Number of UUIDs made from the seed. */
  count = 0;

  constructor(seed: string | undefined) {
    this.#seed = seed;
  }

  next(): string {
    if (this.#seed === undefined) return randomUUID();
    this.count += 1;
    const hex = createHash("sha256").update(`${this.#seed}\n${this.count}`).digest("hex");
    // Version 8 of RFC 9562: the bits are the maker's own.
    const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
