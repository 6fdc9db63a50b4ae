/** All words of a rubric, and which of them a student's word is, spelling errors forgiven; knows no phrases. */

import { commonWords } from "./language.ts";
import type { Word } from "./notation.ts";
import { bitCount, distance, forgiven, letterMask } from "./spelling.ts";

/** A word as matched: its number, and whether a spelling error was forgiven. */
export type WordIds = readonly number[];

const shortestFuzzy = 5;
const cacheSize = 20_000;
/** A word that begins so is not a misspelling of one that does not: `unbiased`, `irrelevant`. */
const negating = /^(?:un|in|im|ir|non|dis|nicht)/;

interface Fuzzy {
  readonly id: number;
  readonly text: string;
  readonly mask: number;
  readonly prefix: boolean;
  readonly slips: number;
}

export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #exact = new Map<string, number[]>();
  readonly #prefixes = new Map<string, number[]>();
  readonly #parts: { readonly id: number; readonly word: Word }[] = [];
  readonly #fuzzy = new Map<string, Fuzzy[]>();
  readonly #cache = new Map<string, WordIds>();

  /** The number of a word, new or known; one that is not `forgiving` must be spelt right. */
  add(word: Word, forgiving = true): number {
    const key = `${word.kind} ${word.text} ${forgiving}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    if (word.kind === "exact") append(this.#exact, word.text, id);
    else if (word.kind === "prefix") append(this.#prefixes, word.text, id);
    else this.#parts.push({ id, word });
    if (forgiving && (word.kind === "exact" || word.kind === "prefix")) this.#addFuzzy(word, id);
    return id;
  }

  /** The words that `text` (as a token) is. */
  lookup(text: string): WordIds {
    const cached = this.#cache.get(text);
    if (cached !== undefined) return cached;
    const known = this.#known(text);
    const ids = known.length > 0 || commonWords.has(text) ? known : this.#misspelt(text);
    if (this.#cache.size >= cacheSize) this.#cache.clear();
    this.#cache.set(text, ids);
    return ids;
  }

  #addFuzzy(word: Word, id: number): void {
    const slips = forgiven(word.text.length);
    if (slips === 0 || !/^[a-z]+$/.test(word.text)) return;
    const first = word.text[0] as string;
    const fuzzy = { id, text: word.text, mask: letterMask(word.text), prefix: word.kind === "prefix", slips };
    append(this.#fuzzy, first, fuzzy);
  }

  #known(text: string): number[] {
    const ids = [...(this.#exact.get(text) ?? [])];
    for (let length = 1; length <= text.length && length <= 24; length++) {
      ids.push(...(this.#prefixes.get(text.slice(0, length)) ?? []));
    }
    for (const { id, word } of this.#parts) {
      if (word.kind === "suffix" ? text.endsWith(word.text) : text.includes(word.text)) ids.push(id);
    }
    return ids;
  }

  /** The nearest words; those at the same distance all count only if they mean the same stem. */
  #misspelt(text: string): number[] {
    if (text.length < shortestFuzzy || text.length > 40) return [];
    let best = 3;
    let found: Fuzzy[] = [];
    for (const fuzzy of this.#fuzzy.get(text[0] as string) ?? []) {
      if (fuzzy.slips === 0 || negating.test(text) !== negating.test(fuzzy.text)) continue;
      const reach = fuzzy.prefix ? fuzzy.text.length + fuzzy.slips : text.length;
      if (!fuzzy.prefix && Math.abs(text.length - fuzzy.text.length) > fuzzy.slips) continue;
      if (bitCount(fuzzy.mask & ~letterMask(text, reach)) > fuzzy.slips) continue;
      const apart = distance(fuzzy.text, text, Math.min(fuzzy.slips, best), fuzzy.prefix);
      if (apart > fuzzy.slips || apart > best) continue;
      if (apart < best) found = [];
      best = apart;
      found.push(fuzzy);
    }
    return found.map((fuzzy) => fuzzy.id);
  }
}

function append<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
