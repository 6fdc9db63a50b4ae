/** Finds the concepts of a rubric in a text: which words a token is, spelling errors forgiven, and what they make up. */

import { append, entryOf, Memory } from "../../engine/maps.ts";
import { memo, once } from "../../engine/memo.ts";
import { slips } from "../../engine/names.ts";
import { article } from "./language.ts";
import { isConcept, type Phrase, type Step } from "./notation.ts";
import type { Rubric } from "./rubric.ts";
import { sentenceGap, type Token } from "./scanner.ts";

/** Longer tokens are no misspelt words. */
const longestWord = 40;
/** Bounds what is remembered of many answers. */
const mostKnown = 20_000;

/** What a token is to a rubric. */
interface Known {
  /** The words of phrases that it is. */
  readonly words: readonly string[];
  /** By concept: the phrases that may begin with it. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Looks up tokens among the words of a rubric's phrases: `norm`, `gradient*`, `*wert`, `*norm*`. */
const vocabularyOf = memo(({ words, begins }: Rubric) => {
  const inner = [...words].filter((word) => /^\*.+\*$/.test(word));
  const spelt = [...words].filter((word) => /^[a-z]{6,}\*?$/.test(word));
  const longest = Math.max(...Array.from(words, (word) => word.length));
  const known = new Memory<Known>(mostKnown);
  const lookedUp = (text: string): Known => {
    const forms = [text];
    for (let length = Math.min(text.length, longest); length > 0; length--)
      forms.push(`${text.slice(0, length)}*`, `*${text.slice(-length)}`);
    const within = inner.filter((word) => text.includes(word.slice(1, -1)));
    const found = [...forms.filter((form) => words.has(form)), ...within];
    const all = found.length > 0 ? found : misspelt(text, spelt);
    const phrases = new Map<string, Phrase[]>();
    // What begins with a concept begins with what that begins with.
    const firsts = new Set(["", ...all]);
    for (const first of firsts)
      for (const { concept, phrase } of begins.get(first) ?? []) {
        append(phrases, concept, phrase);
        firsts.add(concept);
      }
    return { words: all, phrases };
  };
  return (text: string) => entryOf(known, text, () => lookedUp(text));
});

/** The nearest words, all of those that are equally near. */
function misspelt(text: string, words: readonly string[]): readonly string[] {
  if (text.length > longestWord) return [];
  let least = Number.POSITIVE_INFINITY;
  let found: string[] = [];
  for (const word of words) {
    if (word[0] !== text[0]) continue;
    const isBeginning = word.endsWith("*");
    const meant = isBeginning ? word.slice(0, -1) : word;
    const most = meant.length < 10 ? 1 : 2;
    if (meant.length - text.length > most || (!isBeginning && text.length - meant.length > most)) continue;
    const apart = slips(meant, text, isBeginning);
    if (apart > most || apart > least) continue;
    found = apart < least ? [word] : [...found, word];
    least = apart;
  }
  return found;
}

/** Tokens `start` … `end - 1`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of an exception before those that it excepts. */
const longestException = 14;

const none: readonly never[] = [];

/** Looks for concepts in one text. */
export class Finder {
  /** The concepts that the rubric's author uses. */
  readonly names: readonly string[];
  readonly #tokens: readonly Token[];
  /** By token: the words of the rubric that it is. */
  readonly #words: readonly (readonly string[])[];
  /** By concept: the tokens that it may begin at, as one of its phrases begins with that word, and where it can end then. */
  readonly #ends = new Map<string, Map<number, () => readonly number[]>>();
  readonly #spans = new Map<string, readonly Span[]>();

  constructor(rubric: Rubric, tokens: readonly Token[]) {
    const lookup = vocabularyOf(rubric);
    this.names = rubric.names;
    this.#tokens = tokens;
    this.#words = tokens.map(({ text }, start) => {
      const { words, phrases } = lookup(text);
      for (const [name, those] of phrases) {
        const places = this.#ends.get(name) ?? new Map<number, () => readonly number[]>();
        const ends = once(() => this.#endsAnew(name, those, start));
        this.#ends.set(name, places.set(start, ends));
      }
      return words;
    });
  }

  /** Where a concept stands, in order. */
  spans(name: string): readonly Span[] {
    const places = this.#ends.get(name);
    const known = places === undefined ? none : this.#spans.get(name);
    if (known !== undefined) return known;
    const all = Array.from(places ?? none, ([start, ends]) => ({ start, end: Math.max(...ends()) }));
    const spans = all.filter(({ start, end }) => end > start);
    this.#spans.set(name, spans);
    return spans;
  }

  /** Where the concept can end if it begins at token `start`. */
  #endsOf(name: string, start: number): readonly number[] {
    return this.#ends.get(name)?.get(start)?.() ?? none;
  }

  /** The same anew; not where it is part of what means something else: `gradient of the loss` is no loss. */
  #endsAnew(name: string, phrases: readonly Phrase[], start: number): readonly number[] {
    const ends: number[] = [];
    for (const phrase of phrases) for (const end of this.#follow(phrase, start)) if (end > start) ends.push(end);
    const exceptions = ends.length > 0 && this.#ends.get(`except ${name}`);
    if (!exceptions) return ends;
    const near = [...exceptions].filter(([from]) => start - longestException <= from && from <= start);
    return ends.filter((end) => !near.some(([, lasts]) => lasts().some((last) => last >= end)));
  }

  /** Where a phrase can end that begins at token `start`. */
  #follow(phrase: Phrase, start: number): Iterable<number> {
    let places: Iterable<number> = [start];
    for (const step of phrase) {
      const next = new Set<number>();
      for (const at of places) for (const place of this.#after(step, at, at > start)) next.add(place);
      places = next;
    }
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
