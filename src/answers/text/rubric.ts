/** Compiles a question's criteria, once: words get numbers, concepts an index by first word. Knows no student's text. */

import type { Criterion, WrongClaim } from "./criterion.ts";
import { generalConcepts, generalOpposites, negators, neverMisspelt, noNegation } from "./language.ts";
import {
  type Item,
  type Part,
  type Pattern,
  PatternError,
  type Phrase,
  parsePattern,
  parsePhrase,
} from "./notation.ts";
import { Vocabulary } from "./vocabulary.ts";

export type Step =
  | { readonly kind: "word"; readonly word: number; readonly optional: boolean }
  | { readonly kind: "concept"; readonly concept: number; readonly optional: boolean }
  | { readonly kind: "gap"; readonly most: number };

export interface CompiledPart extends Omit<Part, "alternatives"> {
  readonly concept: number;
}

export interface CompiledPattern extends Omit<Pattern, "parts"> {
  readonly parts: readonly CompiledPart[];
}

export interface CompiledWrong {
  readonly claim: WrongClaim;
  readonly patterns: readonly CompiledPattern[];
}

export interface CompiledCriterion {
  readonly criterion: Criterion;
  readonly met: readonly CompiledPattern[];
  readonly partly: readonly CompiledPattern[];
  readonly wrong: readonly CompiledWrong[];
  readonly unsure: readonly CompiledPattern[];
}

export interface Rubric {
  readonly vocabulary: Vocabulary;
  /** By concept: its phrases. */
  readonly concepts: readonly (readonly (readonly Step[])[])[];
  /** By word: the concepts that can begin with it, of those that patterns ask for. */
  readonly starts: ReadonlyMap<number, readonly number[]>;
  readonly opposites: ReadonlyMap<number, readonly number[]>;
  readonly negators: readonly { readonly concept: number; readonly reach: number; readonly after: string }[];
  readonly noNegation: number;
  readonly article: number;
  readonly criteria: readonly CompiledCriterion[];
}

/** The criteria made ready for matching; throws `PatternError` on an author's mistake. */
export function compileRubric(criteria: readonly Criterion[]): Rubric {
  return new Compiler(criteria).rubric(criteria);
}

class Compiler {
  readonly #vocabulary = new Vocabulary();
  readonly #sources = new Map<string, readonly string[]>(Object.entries(generalConcepts));
  readonly #numbers = new Map<string, number>();
  readonly #concepts: Step[][][] = [];
  readonly #open = new Set<string>();
  readonly #asked = new Set<number>();

  constructor(criteria: readonly Criterion[]) {
    for (const { concepts } of criteria) {
      for (const [name, phrases] of Object.entries(concepts ?? {})) this.#sources.set(name, phrases);
    }
  }

  rubric(criteria: readonly Criterion[]): Rubric {
    const compiled = criteria.map((criterion) => this.#criterion(criterion));
    const negating = negators.map((negator) => ({ ...negator, concept: this.#ask(negator.concept) }));
    const opposites = this.#opposites([...generalOpposites, ...criteria.flatMap((c) => c.opposites ?? [])]);
    return {
      vocabulary: this.#vocabulary,
      concepts: this.#concepts,
      criteria: compiled,
      negators: negating,
      noNegation: this.#ask(noNegation),
      article: this.#ask("article"),
      opposites,
      starts: this.#starts(),
    };
  }

  #criterion(criterion: Criterion): CompiledCriterion {
    const patterns = (sources: readonly string[] = []) => sources.map((source) => this.#pattern(source));
    return {
      criterion,
      met: patterns(criterion.met),
      partly: patterns(criterion.partly),
      unsure: patterns(criterion.unsure),
      wrong: (criterion.wrong ?? []).map((claim) => ({ claim, patterns: patterns(claim.patterns) })),
    };
  }

  #pattern(source: string): CompiledPattern {
    const { parts, ...rest } = parsePattern(source);
    return {
      ...rest,
      parts: parts.map(({ alternatives, ...part }) => ({ ...part, concept: this.#part(alternatives) })),
    };
  }

  #part(alternatives: readonly Phrase[]): number {
    const [only] = alternatives;
    const [item] = only ?? [];
    const plain = alternatives.length === 1 && only?.length === 1 && item?.kind === "concept";
    const concept = plain ? this.#concept(item.name) : this.#add(alternatives);
    this.#asked.add(concept);
    return concept;
  }

  #ask(name: string): number {
    const concept = this.#concept(name);
    this.#asked.add(concept);
    return concept;
  }

  #concept(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const sources = this.#sources.get(name);
    if (sources === undefined) throw new PatternError(`unknown concept <${name}>`);
    if (this.#open.has(name)) throw new PatternError(`concept <${name}> contains itself`);
    this.#open.add(name);
    const concept = this.#add(sources.map(parsePhrase), !neverMisspelt.has(name));
    this.#open.delete(name);
    this.#numbers.set(name, concept);
    return concept;
  }

  #add(phrases: readonly Phrase[], forgiving = true): number {
    const steps = phrases
      .flatMap((phrase) => [phrase, ...joined(phrase)])
      .map((phrase) => phrase.map((i) => this.#step(i, forgiving)));
    this.#concepts.push(steps);
    return this.#concepts.length - 1;
  }

  #step(item: Item, forgiving: boolean): Step {
    if (item.kind === "gap") return item;
    if (item.kind === "concept") return { kind: "concept", concept: this.#concept(item.name), optional: item.optional };
    return { kind: "word", word: this.#vocabulary.add(item.word, forgiving), optional: item.optional };
  }

  #opposites(pairs: readonly (readonly [string, string])[]): Map<number, number[]> {
    const opposites = new Map<number, number[]>();
    for (const [one, other] of pairs) {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const key = this.#ask(from);
        opposites.set(key, [...(opposites.get(key) ?? []), this.#ask(to)]);
      }
    }
    return opposites;
  }

  #starts(): Map<number, number[]> {
    const first = new Map<number, ReadonlySet<number>>();
    const starts = new Map<number, number[]>();
    for (const concept of [...this.#asked].sort((a, b) => a - b)) {
      for (const word of this.#firstWords(concept, first)) {
        const list = starts.get(word);
        if (list === undefined) starts.set(word, [concept]);
        else list.push(concept);
      }
    }
    return starts;
  }

  #firstWords(concept: number, memo: Map<number, ReadonlySet<number>>): ReadonlySet<number> {
    const known = memo.get(concept);
    if (known !== undefined) return known;
    const words = new Set<number>();
    for (const phrase of this.#concepts[concept] ?? []) {
      for (const step of phrase) {
        if (step.kind === "gap") break;
        if (step.kind === "word") words.add(step.word);
        else for (const word of this.#firstWords(step.concept, memo)) words.add(word);
        if (!step.optional) break;
      }
    }
    memo.set(concept, words);
    return words;
  }
}

/** `long term` is also written `longterm`: a phrase of two or three plain words, as one word. */
function joined(phrase: Phrase): Phrase[] {
  if (phrase.length < 2 || phrase.length > 3) return [];
  let text = "";
  for (const [at, item] of phrase.entries()) {
    const plain = item.kind === "word" && !item.optional && /^[a-z]+$/.test(item.word.text);
    if (!plain || (item.word.kind !== "exact" && !(item.word.kind === "prefix" && at === phrase.length - 1))) return [];
    text += item.word.text;
  }
  const last = phrase.at(-1);
  if (text.length < 6 || last?.kind !== "word") return [];
  return [[{ kind: "word", word: { kind: last.word.kind, text }, optional: false }]];
}
