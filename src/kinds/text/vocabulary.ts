/** Which words of a rubric a student's word is, spelling errors forgiven. */

import { slips } from "../../engine/names.ts";
import { commonStems, commonWords } from "./language.ts";

/** Spelling errors forgiven in a word of this length: short words are too close to other words. */
function forgiven(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : 2;
}

const shortestMisspelt = 5;
const longestWord = 40;
/** Bounds what is remembered of many answers. */
const mostKnown = 20_000;

export class Vocabulary {
  readonly #words: readonly string[];
  /** Those that may be misspelt. */
  readonly #spelt: readonly string[];
  readonly #known = new Map<string, readonly string[]>();

  /** Words as in phrases: `norm`, `gradient*`, `*wert`, `*norm*`. */
  constructor(words: Iterable<string>) {
    this.#words = [...words];
    this.#spelt = this.#words.filter((word) => /^[a-z]{6,}\*?$/.test(word));
  }

  /** The words that `text` (as a token) is. */
  lookup(text: string): readonly string[] {
    let found = this.#known.get(text);
    if (found === undefined) {
      found = this.#words.filter((word) => matches(word, text));
      if (found.length === 0 && !isCommon(text)) found = this.#misspelt(text);
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(text, found);
    }
    return found;
  }

  /** The nearest words, all of those that are equally near. */
  #misspelt(text: string): readonly string[] {
    if (text.length < shortestMisspelt || text.length > longestWord) return [];
    let least = Number.POSITIVE_INFINITY;
    let found: string[] = [];
    for (const word of this.#spelt) {
      const isBeginning = word.endsWith("*");
      const meant = isBeginning ? word.slice(0, -1) : word;
      const most = forgiven(meant.length);
      if (meant[0] !== text[0] || meant.length - text.length > most) continue;
      if (!isBeginning && text.length - meant.length > most) continue;
      const apart = slips(meant, text, isBeginning);
      if (apart > most || apart > least) continue;
      found = apart < least ? [word] : [...found, word];
      least = apart;
    }
    return found;
  }
}

/** Whether a word is one of a rubric's; a single `*` is a sign. */
function matches(word: string, text: string): boolean {
  if (word.length === 1 || !word.includes("*")) return word === text;
  if (!word.startsWith("*")) return text.startsWith(word.slice(0, -1));
  return word.endsWith("*") ? text.includes(word.slice(1, -1)) : text.endsWith(word.slice(1));
}

function isCommon(text: string): boolean {
  return commonWords.has(text) || commonStems.some((stem) => text.startsWith(stem));
}
