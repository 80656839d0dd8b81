import type { Progress } from "./lifecycle.ts";

/** A resource of a project. */
interface Resource {
  id: string;
  status: string;
  created_at: string;
  updated_at: string;
  progress?: Progress;
}

/** Resources of one kind, by ID and by time of creation. Every change of a resource goes through {@link update}. */
export class Collection<T extends Resource> {
  readonly #items: Map<string, T>;
  readonly #changing = new Set<T>();
  #changed = new Set<string>();
  /** In order of creation; undefined after a change that may have broken the order. */
  #sorted: T[] | undefined;

  constructor(items: T[]) {
    this.#items = new Map(items.map((item) => [item.id, item]));
    for (const item of items) if (item.progress) this.#changing.add(item);
  }

  get size(): number {
    return this.#items.size;
  }

  /** Resources whose transient state has a start. */
  get changing(): Iterable<T> {
    return this.#changing;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  values(): T[] {
    return [...this.#items.values()];
  }

  add(item: T): void {
    this.#items.set(item.id, item);
    const last = this.#sorted?.at(-1);
    if (!last || last.created_at <= item.created_at) this.#sorted?.push(item);
    else this.#sorted = undefined;
    this.update(item);
  }

  /** Notes that a resource has changed. @param now New value of `updated_at`, if the API counts it as an update. */
  update(item: T, now?: string): void {
    if (now !== undefined) item.updated_at = now;
    if (item.progress) this.#changing.add(item);
    else this.#changing.delete(item);
    this.#changed.add(item.id);
  }

  /** Notes that a response shows a resource. */
  countRead(item: T): void {
    if (!item.progress) return;
    item.progress.reads += 1;
    this.update(item);
  }

  delete(item: T): void {
    this.#items.delete(item.id);
    this.#changing.delete(item);
    this.#changed.add(item.id);
    const index = this.#sorted?.lastIndexOf(item) ?? -1;
    if (index >= 0) this.#sorted?.splice(index, 1);
  }

  /** Returns the resources in order of creation; those of the same second in the order in which they were added. */
  byCreation(): readonly T[] {
    this.#sorted ??= this.values().sort((a, b) =>
      a.created_at < b.created_at ? -1 : Number(a.created_at > b.created_at),
    );
    return this.#sorted;
  }

  /** Returns what has changed since the last call: resources to store, and IDs of deleted ones. */
  takeChanges(): { put: T[]; deleted: string[] } {
    const ids = [...this.#changed];
    this.#changed = new Set();
    return {
      put: ids.flatMap((id) => this.#items.get(id) ?? []),
      deleted: ids.filter((id) => !this.#items.has(id)),
    };
  }
}
