/** Which words of a rubric a token is, spelling errors forgiven, and so which concepts can begin with it. */

import { memo } from "../../engine/memo.ts";
import { slips } from "../../engine/names.ts";
import type { Rubric } from "./rubric.ts";

/** Spelling errors forgiven in a word of this length: short words are too close to other words. */
function forgiven(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : 2;
}

const shortestMisspelt = 5;
const longestWord = 40;
/** Bounds what is remembered of many answers. */
const mostKnown = 20_000;

/** What a token is to a rubric. */
interface Known {
  /** The words of phrases that it is. */
  readonly words: readonly string[];
  /** The concepts that can begin with it. */
  readonly begun: Iterable<string>;
}

class Vocabulary {
  readonly #rubric: Rubric;
  /** Those that only have to stand in a word: `*norm*`. */
  readonly #inner: readonly string[];
  /** Those that may be misspelt. */
  readonly #spelt: readonly string[];
  readonly #longest: number;
  readonly #known = new Map<string, Known>();

  /** Words as in phrases: `norm`, `gradient*`, `*wert`, `*norm*`. */
  constructor(rubric: Rubric) {
    const words = [...rubric.words];
    this.#rubric = rubric;
    this.#inner = words.filter((word) => /^\*.+\*$/.test(word));
    this.#spelt = words.filter((word) => /^[a-z]{6,}\*?$/.test(word));
    this.#longest = Math.max(...words.map((word) => word.length));
  }

  lookup(text: string): Known {
    let known = this.#known.get(text);
    if (known === undefined) {
      const found = this.#spelled(text);
      const words = found.length > 0 ? found : this.#misspelt(text);
      known = { words, begun: this.#begunBy(words) };
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(text, known);
    }
    return known;
  }

  #spelled(text: string): readonly string[] {
    const forms = [text];
    for (let length = Math.min(text.length, this.#longest); length > 0; length--)
      forms.push(`${text.slice(0, length)}*`, `*${text.slice(-length)}`);
    const found = forms.filter((form) => this.#rubric.words.has(form));
    return [...found, ...this.#inner.filter((word) => text.includes(word.slice(1, -1)))];
  }

  /** Concepts with a phrase that begins with one of the words, or with such a concept, and so on. */
  #begunBy(words: readonly string[]): Iterable<string> {
    const { begins } = this.#rubric;
    const begun = new Set(["", ...words].flatMap((first) => begins.get(first) ?? []));
    for (const first of begun) for (const name of begins.get(first) ?? []) begun.add(name);
    return begun;
  }

  /** The nearest words, all of those that are equally near. */
  #misspelt(text: string): readonly string[] {
    if (text.length < shortestMisspelt || text.length > longestWord) return [];
    let least = Number.POSITIVE_INFINITY;
    let found: string[] = [];
    for (const word of this.#spelt) {
      if (word[0] !== text[0]) continue;
      const isBeginning = word.endsWith("*");
      const meant = isBeginning ? word.slice(0, -1) : word;
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

export const vocabularyOf = memo((rubric: Rubric) => new Vocabulary(rubric));
