/** Finds the concepts of a rubric in the tokens of an answer, spelling errors forgiven. */

import { memo } from "../../engine/memo.ts";
import { slips } from "../../engine/names.ts";
import { article } from "./language.ts";
import { isConcept, type Phrase, type Step } from "./notation.ts";
import type { Rubric } from "./rubric.ts";
import { sentenceGap, type Token } from "./scanner.ts";

/** Tokens `start` … `end - 1`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of an exception before those that it excepts. */
const longestException = 14;

/** Looks for concepts in one text. */
export class Finder {
  /** The concepts that the rubric's author uses. */
  readonly names: readonly string[];
  readonly #concepts: Rubric["concepts"];
  readonly #tokens: readonly Token[];
  /** By token: the words of the rubric that it is. */
  readonly #words: readonly (readonly string[])[];
  readonly #ends = new Map<string, (readonly number[])[]>();
  readonly #spans = new Map<string, readonly Span[]>();

  constructor(rubric: Rubric, tokens: readonly Token[]) {
    const vocabulary = vocabularyOf(rubric);
    this.names = rubric.names;
    this.#concepts = rubric.concepts;
    this.#tokens = tokens;
    this.#words = tokens.map(({ text }) => vocabulary.lookup(text));
  }

  /** Where a concept stands, in order. */
  spans(name: string): readonly Span[] {
    let spans = this.#spans.get(name);
    if (spans === undefined) {
      const all = this.#tokens.map((_, start) => ({ start, end: Math.max(...this.#endsOf(name, start)) }));
      spans = all.filter(({ start, end }) => end > start);
      this.#spans.set(name, spans);
    }
    return spans;
  }

  /** Where the concept can end if it begins at token `start`. */
  #endsOf(name: string, start: number): readonly number[] {
    const known = this.#ends.get(name) ?? [];
    this.#ends.set(name, known);
    known[start] ??= this.#endsAnew(name, start);
    return known[start];
  }

  #endsAnew(name: string, start: number): readonly number[] {
    const concept = this.#concepts.get(name);
    const phrases = ["", ...(this.#words[start] ?? [])].flatMap((word) => concept?.get(word) ?? []);
    const ends = [...new Set(phrases.flatMap((phrase) => [...this.#follow(phrase, start)]))];
    const exception = `except ${name}`;
    return this.#concepts.has(exception) ? ends.filter((end) => !this.#isInside(exception, start, end)) : ends;
  }

  /** The tokens `start` … `end - 1` are part of what means something else: `gradient of the loss` is no loss. */
  #isInside(exception: string, start: number, end: number): boolean {
    for (let from = Math.max(0, start - longestException); from <= start; from++) {
      if (this.#endsOf(exception, from).some((last) => last >= end)) return true;
    }
    return false;
  }

  /** Where a phrase can end that begins at token `start`. */
  #follow(phrase: Phrase, start: number): ReadonlySet<number> {
    let places = new Set([start]);
    for (const step of phrase) {
      const next = new Set<number>();
      for (const at of places) for (const place of this.#after(step, at, at > start)) next.add(place);
      places = next;
      if (places.size === 0) break;
    }
    places.delete(start);
    return places;
  }

  /** The tokens that a phrase can go on at behind a step at token `at`. */
  #after({ is, optional }: Step, at: number, isInside: boolean): readonly number[] {
    if (isInside && this.#opensSentence(at)) return optional ? [at] : [];
    if (typeof is === "number") {
      let last = at;
      while (last < at + is && !this.#opensSentence(last + 1)) last++;
      return Array.from({ length: last - at + 1 }, (_, skip) => at + skip);
    }
    const ends = this.#stepEnds(is, at);
    if (optional) return [...ends, at];
    return isInside && this.#endsOf(article, at).length > 0 ? [...ends, ...this.#stepEnds(is, at + 1)] : ends;
  }

  #stepEnds(is: string, at: number): readonly number[] {
    if (at >= this.#tokens.length) return [];
    if (isConcept(is)) return this.#endsOf(is, at);
    return this.#words[at]?.includes(is) ? [at + 1] : [];
  }

  /** A sentence begins with this token, or the text has ended before it. */
  #opensSentence(at: number): boolean {
    return (this.#tokens[at]?.pad ?? sentenceGap) >= sentenceGap;
  }
}

/** Spelling errors forgiven in a word of this length: short words are too close to other words. */
function forgiven(length: number): number {
  return length < 6 ? 0 : length < 10 ? 1 : 2;
}

const shortestMisspelt = 5;
const longestWord = 40;
/** Bounds what is remembered of many answers. */
const mostKnown = 20_000;

class Vocabulary {
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
      if (found.length === 0) found = this.#misspelt(text);
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

/** Whether a word is one of a rubric's; a single `*` is a sign. */
function matches(word: string, text: string): boolean {
  if (word.length === 1 || !word.includes("*")) return word === text;
  if (!word.startsWith("*")) return text.startsWith(word.slice(0, -1));
  return word.endsWith("*") ? text.includes(word.slice(1, -1)) : text.endsWith(word.slice(1));
}

const vocabularyOf = memo(({ words }: Rubric) => new Vocabulary(words));
