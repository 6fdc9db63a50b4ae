/** Finds the concepts of a rubric in the tokens of an answer. */

import { append } from "../multimap.ts";
import { alwaysNeeded, article } from "./language.ts";
import { isConcept, isGap, isOptional } from "./notation.ts";
import type { Rubric } from "./rubric.ts";
import { sentenceGap, type Token } from "./scanner.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Tokens `start` … `end - 1`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** By concept: where it was found, in order. */
export type Spans = ReadonlyMap<string, readonly Span[]>;

interface Step {
  /** A word, the name of a concept, or how many words of any kind. */
  readonly is: string | number;
  readonly isConcept: boolean;
  readonly optional: boolean;
}

type Steps = readonly Step[];

/** The phrases of a concept. */
interface Concept {
  readonly byFirstWord: ReadonlyMap<string, readonly Steps[]>;
  /** Those that begin with a concept or with something that may be left out. */
  readonly others: readonly Steps[];
}

/** A rubric's concepts, prepared for any number of answers. */
export class Concepts {
  readonly #concepts = new Map<string, Concept>();
  readonly #vocabulary: Vocabulary;
  /** By word: the concepts asked for that can begin with it. */
  readonly #beginning = new Map<string, string[]>();

  constructor(rubric: Rubric) {
    const words = new Set<string>();
    for (const [name, phrases] of Object.entries(rubric.concepts)) {
      const steps = phrases.map((phrase) => phrase.map(readStep));
      for (const { is, isConcept } of steps.flat()) if (typeof is === "string" && !isConcept) words.add(is);
      this.#concepts.set(name, indexed(steps));
    }
    this.#vocabulary = new Vocabulary(words);
    const firstWords = new Map<string, ReadonlySet<string>>();
    for (const concept of askedFor(rubric)) {
      for (const word of this.#firstWords(concept, firstWords)) append(this.#beginning, word, concept);
    }
  }

  find(tokens: readonly Token[]): Spans {
    const spans = new Map<string, Span[]>();
    const words = tokens.map(({ text }) => this.#vocabulary.lookup(text));
    const finder = new Finder(this.#concepts, tokens, words);
    for (const [start, found] of words.entries()) {
      for (const concept of new Set(found.flatMap((word) => this.#beginning.get(word) ?? []))) {
        const ends = finder.ends(concept, start);
        if (ends.length > 0) append(spans, concept, { start, end: Math.max(...ends) });
      }
    }
    return spans;
  }

  #firstWords(concept: string, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
    const found = known.get(concept);
    if (found !== undefined) return found;
    const { byFirstWord, others } = this.#concepts.get(concept) as Concept;
    const words = new Set(byFirstWord.keys());
    known.set(concept, words);
    for (const { is, isConcept } of others.flatMap(beginning)) {
      if (isConcept) for (const word of this.#firstWords(String(is), known)) words.add(word);
      else if (typeof is === "string") words.add(is);
    }
    return words;
  }
}

function readStep(step: string): Step {
  if (isGap(step)) return { is: Number(step.slice(2)), isConcept: false, optional: false };
  const optional = isOptional(step);
  const is = optional ? step.slice(0, -1) : step;
  return { is, isConcept: isConcept(is), optional };
}

function indexed(phrases: readonly Steps[]): Concept {
  const byFirstWord = new Map<string, Steps[]>();
  const others: Steps[] = [];
  for (const phrase of phrases) {
    const [first] = phrase;
    if (typeof first?.is === "string" && !first.isConcept && !first.optional) append(byFirstWord, first.is, phrase);
    else others.push(phrase);
  }
  return { byFirstWord, others };
}

/** The steps that a phrase can begin with. */
function beginning(phrase: Steps): Steps {
  const firm = phrase.findIndex(({ optional }) => !optional);
  return phrase.slice(0, firm + 1);
}

function askedFor({ criteria, opposites }: Rubric): ReadonlySet<string> {
  const patterns = criteria.flatMap(({ met, partly, wrong, unsure }) => [
    ...met,
    ...partly,
    ...wrong.flat(),
    ...unsure,
  ]);
  const parts = patterns.flatMap(({ parts }) => parts.map(({ phrases }) => phrases));
  return new Set([...parts, ...alwaysNeeded, ...opposites.flat()]);
}

/** Words of an exception before those that it excepts. */
const longestException = 14;

/** Looks for concepts at the places of one text. */
class Finder {
  readonly #concepts: ReadonlyMap<string, Concept>;
  readonly #tokens: readonly Token[];
  /** By token: the words of the rubric that it is. */
  readonly #words: readonly (readonly string[])[];
  readonly #known = new Map<string, (readonly number[])[]>();

  constructor(concepts: ReadonlyMap<string, Concept>, tokens: readonly Token[], words: readonly (readonly string[])[]) {
    this.#concepts = concepts;
    this.#tokens = tokens;
    this.#words = words;
  }

  /** Where the concept can end if it begins at token `start`. */
  ends(name: string, start: number): readonly number[] {
    const known = this.#known.get(name) ?? [];
    this.#known.set(name, known);
    const ends = known[start] ?? this.#endsAnew(name, start);
    known[start] = ends;
    return ends;
  }

  #endsAnew(name: string, start: number): readonly number[] {
    const concept = this.#concepts.get(name);
    if (concept === undefined) return [];
    const ends = new Set<number>();
    const phrases = (this.#words[start] ?? []).flatMap((word) => concept.byFirstWord.get(word) ?? []);
    for (const phrase of [...phrases, ...concept.others]) this.#follow(phrase, 0, start, start, ends);
    const exception = `except ${name}`;
    if (!this.#concepts.has(exception)) return [...ends];
    return [...ends].filter((end) => !this.#isInside(exception, start, end));
  }

  /** The tokens `start` … `end - 1` are part of what means something else: `gradient of the loss` is no loss. */
  #isInside(exception: string, start: number, end: number): boolean {
    for (let from = Math.max(0, start - longestException); from <= start; from++) {
      if (this.ends(exception, from).some((last) => last >= end)) return true;
    }
    return false;
  }

  /** Adds where the phrase can end whose steps from `index` on are looked for at token `at`. */
  #follow(phrase: Steps, index: number, at: number, start: number, ends: Set<number>): void {
    const step = phrase[index];
    if (step === undefined) {
      if (at > start) ends.add(at);
      return;
    }
    const next = (place: number) => this.#follow(phrase, index + 1, place, start, ends);
    if (at > start && this.#opensSentence(at)) {
      if (step.optional) next(at);
    } else if (typeof step.is === "number") {
      for (let skip = 0; skip <= step.is && !(skip > 0 && this.#opensSentence(at + skip)); skip++) next(at + skip);
    } else {
      for (const end of this.#stepEnds(step, at)) next(end);
      if (step.optional) next(at);
      else if (at > start && this.ends(article, at).length > 0) {
        for (const end of this.#stepEnds(step, at + 1)) next(end);
      }
    }
  }

  /** A sentence begins with this token, or the text has ended before it. */
  #opensSentence(at: number): boolean {
    return (this.#tokens[at]?.pad ?? sentenceGap) >= sentenceGap;
  }

  #stepEnds({ is, isConcept }: Step, at: number): readonly number[] {
    if (at >= this.#tokens.length) return [];
    if (isConcept) return this.ends(String(is), at);
    return this.#words[at]?.includes(String(is)) ? [at + 1] : [];
  }
}
