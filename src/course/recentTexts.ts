/** Remembers texts by key within a fixed amount of memory, the oldest of them going first; knows nothing of reports. */

/**
 * Texts lie as bytes in one block that is written round and round. Thousands of strings that live for a while are what
 * a garbage collector is worst at: kept as such, they took a third of a batch's time.
 */
export class RecentTexts {
  readonly #block: Uint8Array;
  readonly #maxEntries: number;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  /** Where a text starts (counted on over all rounds) and its length in bytes. */
  readonly #entries = new Map<string, readonly [start: number, length: number]>();
  #end = 0;

  constructor(bytes = 8_000_000, maxEntries = 50_000) {
    this.#block = new Uint8Array(bytes);
    this.#maxEntries = maxEntries;
  }

  get(key: string): string | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    const [start, length] = entry;
    if (start < this.#end - this.#block.length) {
      this.#entries.delete(key);
      return undefined;
    }
    const at = start % this.#block.length;
    return this.#decoder.decode(this.#block.subarray(at, at + length));
  }

  /** Too long a text is not kept. */
  set(key: string, text: string): void {
    const size = this.#block.length;
    if (text.length > size / 4) return;
    const length = this.#write(text) ?? this.#writeAtFront(text);
    if (length === undefined) return;
    this.#entries.set(key, [this.#end, length]);
    this.#end += length;
    if (this.#entries.size <= this.#maxEntries) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  /** The length in bytes; undefined if the text does not fit before the end of the block. */
  #write(text: string): number | undefined {
    const { read, written } = this.#encoder.encodeInto(text, this.#block.subarray(this.#end % this.#block.length));
    return read === text.length ? written : undefined;
  }

  /** A text lies in one piece: what is left at the end of the block stays unused. */
  #writeAtFront(text: string): number | undefined {
    this.#end += this.#block.length - (this.#end % this.#block.length);
    return this.#write(text);
  }
}
