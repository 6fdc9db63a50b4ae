/** Remembers the latest judgements by what was judged, within bounds; knows nothing of reports. */

/** Least recently used entries go first, by count and by length of what they hold. */
export class RecentResults<T extends { readonly tail: string }> {
  readonly #entries = new Map<string, T>();
  #length = 0;
  readonly #maxEntries: number;
  readonly #maxLength: number;

  /** `maxLength`: sum over the entries' `tail`, in code units. */
  constructor(maxEntries = 4096, maxLength = 8_000_000) {
    this.#maxEntries = maxEntries;
    this.#maxLength = maxLength;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (entry !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  set(key: string, entry: T): void {
    this.#entries.set(key, entry);
    this.#length += entry.tail.length;
    for (const [oldest, { tail }] of this.#entries) {
      if (this.#entries.size <= this.#maxEntries && this.#length <= this.#maxLength) return;
      this.#entries.delete(oldest);
      this.#length -= tail.length;
    }
  }
}
