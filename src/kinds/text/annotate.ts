/** Finds the concepts of a rubric in a student's text; knows no criteria, statements or points. */

import { adverbs, contrasts, degrees, lasting, scopeEnds } from "./language.ts";
import type { PhraseIndex } from "./phraseIndex.ts";
import { type Rubric, type Step, stepKinds } from "./rubric.ts";
import type { Token } from "./token.ts";
import { sentenceGap, tokenize } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A rubric with what is made of it once: its words as looked up before, its phrases by first word. */
export interface Bound {
  readonly rubric: Rubric;
  readonly vocabulary: Vocabulary;
  readonly phrases: PhraseIndex;
}

/** Tokens `start` … `end - 1`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One piece of an answer: a field, or one entry of a list. */
export interface Segment {
  readonly field: string;
  readonly text: string;
}

export interface Annotated {
  readonly segments: readonly Segment[];
  readonly tokens: readonly Token[];
  /** By token: the segment it belongs to. */
  readonly segmentOf: readonly number[];
  /** By token: its coordinate; sentences are `sentenceGap` apart. */
  readonly at: readonly number[];
  /** By token: how many places that end a negation's reach stand before or at it. */
  readonly stops: readonly number[];
  /** By concept: where it was found, in order. */
  readonly spans: ReadonlyMap<number, readonly Span[]>;
}

/** Reads the segments of one answer, each a text of its own. */
export function annotate({ rubric, vocabulary, phrases }: Bound, segments: readonly Segment[]): Annotated {
  const tokens: Token[] = [];
  const segmentOf: number[] = [];
  for (const [index, segment] of segments.entries()) {
    for (const [i, token] of tokenize(segment.text).entries()) {
      tokens.push(i === 0 ? { ...token, pad: sentenceGap, breaks: true } : token);
      segmentOf.push(index);
    }
  }
  return {
    segments,
    tokens,
    segmentOf,
    ...distances(tokens),
    spans: new Finder(rubric, vocabulary, phrases, tokens).spans(),
  };
}

function distances(tokens: readonly Token[]): { at: number[]; stops: number[] } {
  const at: number[] = [];
  const stops: number[] = [];
  let place = 0;
  let stop = 0;
  for (const [index, token] of tokens.entries()) {
    const contrast = isContrast(tokens, index);
    const pad = token.pad + (contrast ? sentenceGap : 0);
    // Each sentence starts at a multiple of the gap, so that a coordinate tells its sentence.
    place = pad >= sentenceGap ? (Math.floor(place / sentenceGap) + 1) * sentenceGap : place + 1 + pad;
    if (contrast || token.breaks || (scopeEnds.has(token.text) && !isDegree(tokens, index))) stop++;
    at.push(place);
    stops.push(stop);
  }
  return { at, stops };
}

/** `still` and `yet` open a contrast only where a clause begins: `the loss still changes` is one statement. */
function isContrast(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  return contrasts.has(token.text) && (token.breaks || !adverbs.has(token.text));
}

/** `so long` and `as long`, but not the `as long as` that means `while`. */
function isDegree(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text;
  if ((word !== "so" && word !== "as") || !degrees.has(tokens[index + 1]?.text ?? "")) return false;
  const conjunction = word === "as" && tokens[index + 1]?.text === "long" && tokens[index + 2]?.text === "as";
  return !conjunction || lasting.has(tokens[index - 1]?.text ?? "");
}

/** Words of an exception before those that it excepts. */
const longestException = 14;

class Finder {
  readonly #rubric: Rubric;
  readonly #phrases: PhraseIndex;
  readonly #tokens: readonly Token[];
  readonly #words: readonly (readonly number[])[];
  readonly #memo = new Map<number, readonly number[]>();
  readonly #exceptions: ReadonlyMap<number, number>;

  constructor(rubric: Rubric, vocabulary: Vocabulary, phrases: PhraseIndex, tokens: readonly Token[]) {
    this.#phrases = phrases;
    this.#rubric = rubric;
    this.#exceptions = new Map(rubric.exceptions);
    this.#tokens = tokens;
    this.#words = tokens.map((token) => vocabulary.lookup(token.text));
  }

  spans(): Map<number, Span[]> {
    const spans = new Map<number, Span[]>();
    for (const [start, words] of this.#words.entries()) {
      const tried = new Set<number>();
      for (const word of words) {
        for (const concept of this.#rubric.starts[word] ?? []) {
          if (tried.has(concept)) continue;
          tried.add(concept);
          const ends = this.#concept(concept, start);
          if (ends.length === 0) continue;
          const list = spans.get(concept);
          const span = { start, end: Math.max(...ends) };
          if (list === undefined) spans.set(concept, [span]);
          else list.push(span);
        }
      }
    }
    return spans;
  }

  /** Where the concept can end if it begins at token `start`. */
  #concept(concept: number, start: number): readonly number[] {
    const key = concept * (this.#tokens.length + 1) + start;
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const ends = new Set<number>();
    const { byWord, open } = this.#phrases.of(concept);
    for (const word of this.#words[start] ?? []) {
      for (const phrase of byWord.get(word) ?? []) this.#phrase(phrase, 0, start, start, ends);
    }
    for (const phrase of open) this.#phrase(phrase, 0, start, start, ends);
    const exception = this.#exceptions.get(concept);
    const all = [...ends];
    const result = exception === undefined ? all : all.filter((end) => !this.#inside(exception, start, end));
    this.#memo.set(key, result);
    return result;
  }

  /** The tokens `start` … `end - 1` are part of what means something else: `gradient of the loss` is no loss. */
  #inside(exception: number, start: number, end: number): boolean {
    for (let from = Math.max(0, start - longestException); from <= start; from++) {
      if (this.#concept(exception, from).some((last) => last >= end)) return true;
    }
    return false;
  }

  #phrase(phrase: readonly Step[], index: number, at: number, start: number, ends: Set<number>): void {
    const step = phrase[index];
    if (step === undefined) {
      if (at > start) ends.add(at);
      return;
    }
    const optional = (step & 4) !== 0;
    if (at > start && this.#opensSentence(at)) {
      if (optional) this.#phrase(phrase, index + 1, at, start, ends);
    } else if ((step & 3) === stepKinds.gap) {
      for (let skip = 0; skip <= step >> 3 && !(skip > 0 && this.#opensSentence(at + skip)); skip++) {
        this.#phrase(phrase, index + 1, at + skip, start, ends);
      }
    } else {
      for (const end of this.#step(step, at)) this.#phrase(phrase, index + 1, end, start, ends);
      if (optional) this.#phrase(phrase, index + 1, at, start, ends);
      else if (at > start && this.#isArticle(at)) {
        for (const end of this.#step(step, at + 1)) this.#phrase(phrase, index + 1, end, start, ends);
      }
    }
  }

  /** A sentence begins with this token, or the text has ended before it. */
  #opensSentence(at: number): boolean {
    return (this.#tokens[at]?.pad ?? sentenceGap) >= sentenceGap;
  }

  #step(step: Step, at: number): readonly number[] {
    if (at >= this.#tokens.length) return [];
    if ((step & 3) === stepKinds.concept) return this.#concept(step >> 3, at);
    return this.#words[at]?.includes(step >> 3) ? [at + 1] : [];
  }

  #isArticle(at: number): boolean {
    return at < this.#tokens.length && this.#concept(this.#rubric.article, at).length > 0;
  }
}
