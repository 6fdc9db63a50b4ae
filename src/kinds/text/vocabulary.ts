/** All words of a rubric, and which of them a student's word is, spelling errors forgiven; knows no phrases. */

import { commonStems, commonWords } from "./language.ts";
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
  readonly #words: readonly string[];
  readonly #exact = new Map<string, number[]>();
  readonly #prefixes = new Map<string, number[]>();
  readonly #parts: { readonly id: number; readonly text: string; readonly suffix: boolean }[] = [];
  #fuzzy: Map<string, Fuzzy[]> | undefined;
  readonly #cache = new Map<string, WordIds>();

  /** The words in the spelling of `Rubric.words`; a word's number is its place. */
  constructor(words: readonly string[]) {
    this.#words = words;
    for (const [id, word] of words.entries()) this.#add(word, id);
  }

  #add(word: string, id: number): void {
    const text = plain(word);
    const open = word.includes("*") && word.lastIndexOf("*", 1) >= 0;
    if (open) this.#parts.push({ id, text, suffix: !word.endsWith("*") });
    else append(word.endsWith("*") ? this.#prefixes : this.#exact, text, id);
  }

  /** The words that `text` (as a token) is. */
  lookup(text: string): WordIds {
    const cached = this.#cache.get(text);
    if (cached !== undefined) return cached;
    const known = this.#known(text);
    const ids = known.length > 0 || isCommon(text) ? known : this.#misspelt(text);
    if (this.#cache.size >= cacheSize) this.#cache.clear();
    this.#cache.set(text, ids);
    return ids;
  }

  /** The words that may be misspelt, by first letter; made when the first unknown word comes. */
  #forgiving(): Map<string, Fuzzy[]> {
    const lists = new Map<string, Fuzzy[]>();
    for (const [id, word] of this.#words.entries()) {
      const text = plain(word);
      const slips = /^[a-z]+\*?$/.test(word) ? forgiven(text.length) : 0;
      if (slips === 0) continue;
      append(lists, text[0] as string, { id, text, mask: letterMask(text), prefix: word.endsWith("*"), slips });
    }
    return lists;
  }

  #known(text: string): number[] {
    const ids = [...(this.#exact.get(text) ?? [])];
    for (let length = 1; length <= text.length && length <= 24; length++) {
      ids.push(...(this.#prefixes.get(text.slice(0, length)) ?? []));
    }
    for (const part of this.#parts) {
      if (part.suffix ? text.endsWith(part.text) : text.includes(part.text)) ids.push(part.id);
    }
    return ids;
  }

  /** The nearest words; those at the same distance all count only if they mean the same stem. */
  #misspelt(text: string): number[] {
    if (text.length < shortestFuzzy || text.length > 40) return [];
    let best = 3;
    let found: Fuzzy[] = [];
    this.#fuzzy ??= this.#forgiving();
    for (const fuzzy of this.#fuzzy.get(text[0] as string) ?? []) {
      if (negating.test(text) !== negating.test(fuzzy.text)) continue;
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

function isCommon(text: string): boolean {
  return commonWords.has(text) || commonStems.some((stem) => text.startsWith(stem));
}

/** A word of a rubric without its marks. */
function plain(word: string): string {
  if (word.endsWith("times-sign")) return "*";
  return word.replace(/^!?\*?|\*$/g, "");
}
