/** Compiles criteria: words get numbers, concepts an index by first word. Knows no student's text. */

import type { Criterion } from "./criterion.ts";
import { generalConcepts, generalOpposites, negators, neverMisspelt, noNegation } from "./language.ts";
import { except, type Item, PatternError, type Phrase, parsePattern, parsePhrase, type Word } from "./notation.ts";
import { type CompiledCriterion, type CompiledPattern, type Rubric, type Step, stepKinds } from "./rubric.ts";

/** The criteria made ready for matching, as plain JSON; throws `PatternError` on an author's mistake. */
export function compileRubric(criteria: readonly Criterion[]): Rubric {
  return new Compiler(criteria).rubric(criteria);
}

class Compiler {
  readonly #words = new Map<string, number>();
  readonly #sources = new Map<string, readonly string[]>(Object.entries(generalConcepts));
  readonly #numbers = new Map<string, number>();
  readonly #concepts: Step[][][] = [];
  readonly #exceptions: [number, number][] = [];
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
    const harmless = this.#ask(noNegation);
    const article = this.#ask("article");
    const starts = this.#starts();
    // After all the others: they add words.
    return {
      words: [...this.#words.keys()],
      concepts: this.#concepts,
      exceptions: this.#exceptions,
      criteria: compiled,
      negators: negating,
      noNegation: harmless,
      article,
      opposites,
      starts,
    };
  }

  #criterion(criterion: Criterion): CompiledCriterion {
    const patterns = (sources: readonly string[] = []) => sources.map((source) => this.#pattern(source));
    return {
      met: patterns(criterion.met),
      partly: patterns(criterion.partly),
      unsure: patterns(criterion.unsure),
      wrong: (criterion.wrong ?? []).map((claim) => patterns(claim.patterns)),
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
    const forgiving = !neverMisspelt.has(name);
    const concept = this.#add(sources.filter((source) => !except.test(source)).map(parsePhrase), forgiving);
    const exceptions = sources.filter((source) => except.test(source));
    if (exceptions.length > 0) {
      const phrases = exceptions.map((source) => parsePhrase(source.replace(except, "")));
      this.#exceptions.push([concept, this.#add(phrases, forgiving)]);
    }
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
    if (item.kind === "gap") return (item.most << 3) | stepKinds.gap;
    const optional = item.optional ? 4 : 0;
    if (item.kind === "concept") return (this.#concept(item.name) << 3) | optional | stepKinds.concept;
    return (this.#word(item.word, forgiving) << 3) | optional | stepKinds.word;
  }

  #word({ kind, text }: Word, forgiving: boolean): number {
    const open = kind === "suffix" || kind === "infix" ? "*" : "";
    const close = kind === "prefix" || kind === "infix" ? "*" : "";
    // The sign of multiplication is no pattern for all words.
    const key = `${forgiving ? "" : "!"}${text === "*" ? "times-sign" : open + text + close}`;
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    this.#words.set(key, this.#words.size);
    return this.#words.size - 1;
  }

  #opposites(pairs: readonly (readonly [string, string])[]): [number, number][] {
    const found: [number, number][] = [];
    for (const [one, other] of pairs) {
      // A concept that no pattern asks for needs no opposite.
      if (this.#isAsked(one)) found.push([this.#ask(one), this.#ask(other)]);
      if (this.#isAsked(other)) found.push([this.#ask(other), this.#ask(one)]);
    }
    return found;
  }

  #isAsked(name: string): boolean {
    const concept = this.#numbers.get(name);
    return concept !== undefined && this.#asked.has(concept);
  }

  #starts(): number[][] {
    const first = new Map<number, ReadonlySet<number>>();
    const starts: number[][] = Array.from(this.#words, () => []);
    for (const concept of this.#asked) {
      for (const word of this.#firstWords(concept, first)) starts[word]?.push(concept);
    }
    return starts;
  }

  #firstWords(concept: number, memo: Map<number, ReadonlySet<number>>): ReadonlySet<number> {
    const known = memo.get(concept);
    if (known !== undefined) return known;
    const words = new Set<number>();
    for (const phrase of this.#concepts[concept] ?? []) {
      for (const step of phrase) {
        const kind = step & 3;
        if (kind === stepKinds.word) words.add(step >> 3);
        else if (kind === stepKinds.concept) for (const word of this.#firstWords(step >> 3, memo)) words.add(word);
        if ((step & 4) === 0) break;
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
