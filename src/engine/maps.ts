/** Maps that are filled as their keys are met. */

/** What stands under `key`; `made` and put there if nothing does. */
export function entryOf<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}

/** How often `key` has been met, this time included. */
export function countUp<K>(counts: Map<K, number>, key: K): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** Appends `value` to the list under `key`. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Remembers by text what people write, which has no end: so many entries, then all are forgotten; no key that is too long. */
export class Memory<V> extends Map<string, V> {
  readonly #most: number;
  readonly #longest: number;

  /** @param longest key, in UTF-16 code units */
  constructor(most: number, longest: number = Number.POSITIVE_INFINITY) {
    super();
    this.#most = most;
    this.#longest = longest;
  }

  override set(key: string, value: V): this {
    if (key.length > this.#longest) return this;
    if (this.size >= this.#most) this.clear();
    return super.set(key, value);
  }
}
