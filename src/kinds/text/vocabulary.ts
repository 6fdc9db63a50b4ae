/** Which words of a rubric a student's word is, spelling errors forgiven. */

import { slips } from "../../engine/names.ts";
import { append } from "../multimap.ts";
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
  readonly #exact = new Set<string>();
  /** By first letter: `gradient*`. */
  readonly #beginnings = new Map<string, string[]>();
  /** `*wert`, `*norm*`. */
  readonly #parts: string[] = [];
  /** By first letter: those that may be misspelt. */
  readonly #spelt = new Map<string, string[]>();
  readonly #known = new Map<string, readonly string[]>();

  /** Words as in phrases: `norm`, `gradient*`, `*wert`, `*norm*`. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length > 1 && word.startsWith("*")) this.#parts.push(word);
      else if (word.length > 1 && word.endsWith("*")) append(this.#beginnings, word.charAt(0), word);
      else this.#exact.add(word);
      if (/^[a-z]{6,}\*?$/.test(word)) append(this.#spelt, word.charAt(0), word);
    }
  }

  /** The words that `text` (as a token) is. */
  lookup(text: string): readonly string[] {
    let found = this.#known.get(text);
    if (found === undefined) {
      found = this.#wellSpelt(text);
      if (found.length === 0 && !isCommon(text)) found = this.#misspelt(text);
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(text, found);
    }
    return found;
  }

  #wellSpelt(text: string): readonly string[] {
    const beginnings = (this.#beginnings.get(text.charAt(0)) ?? []).filter((word) => text.startsWith(plain(word)));
    const parts = this.#parts.filter((word) =>
      word.endsWith("*") ? text.includes(plain(word)) : text.endsWith(plain(word)),
    );
    return [...(this.#exact.has(text) ? [text] : []), ...beginnings, ...parts];
  }

  /** The nearest words, all of those that are equally near. */
  #misspelt(text: string): readonly string[] {
    if (text.length < shortestMisspelt || text.length > longestWord) return [];
    let least = Number.POSITIVE_INFINITY;
    let found: string[] = [];
    for (const word of this.#spelt.get(text.charAt(0)) ?? []) {
      const meant = plain(word);
      const isBeginning = meant !== word;
      const most = forgiven(meant.length);
      if (meant.length - text.length > most || (!isBeginning && text.length - meant.length > most)) continue;
      const apart = slips(meant, text, isBeginning);
      if (apart > most || apart > least) continue;
      found = apart < least ? [word] : [...found, word];
      least = apart;
    }
    return found;
  }
}

function isCommon(text: string): boolean {
  return commonWords.has(text) || [...commonStems].some((stem) => text.startsWith(stem));
}

/** A word of a rubric without its marks. */
function plain(word: string): string {
  return word.replace(/^\*|\*$/g, "");
}
