/** Makes a question's criteria ready for matching: plain JSON, so that it can be stored with the exercise. */

import type { Criterion } from "./criterion.ts";
import { alwaysNeeded, generalConcepts, generalOpposites } from "./language.ts";
import {
  alternatives,
  isConcept,
  isOptional,
  type Pattern,
  PatternError,
  type Phrase,
  parsePattern,
  parsePhrase,
} from "./notation.ts";

export interface Rubric {
  /**
   * The phrases of what patterns and concepts are made of, by how they name it: `<less>`, `too big | too long`; under
   * `except <less>` those inside which it is not meant.
   */
  readonly concepts: Readonly<Record<string, readonly Phrase[]>>;
  /** Of a concept's words and the other's, only the nearer ones belong to a word: `more time, less memory`. */
  readonly opposites: readonly (readonly [string, string])[];
  /** In the order of the question's criteria. */
  readonly criteria: readonly CompiledCriterion[];
}

export interface CompiledCriterion {
  readonly met: readonly Pattern[];
  readonly partly: readonly Pattern[];
  /** One list a wrong claim. */
  readonly wrong: readonly (readonly Pattern[])[];
  readonly unsure: readonly Pattern[];
}

/** An author's mistake and where it stands in the criteria. */
export interface RubricProblem {
  readonly path: Path;
  readonly message: string;
}

type Path = readonly (string | number)[];

/** Where an exception to a concept begins: `except: gradient of <loss>`. */
const except = /^\s*except:\s/;

export function compileRubric(criteria: readonly Criterion[]): {
  readonly rubric: Rubric;
  readonly problems: readonly RubricProblem[];
} {
  const compiler = new Compiler(criteria);
  return { rubric: compiler.rubric(criteria), problems: compiler.problems };
}

class Compiler {
  readonly problems: RubricProblem[] = [];
  /** Without a prototype: a phrase may be `constructor`. */
  readonly #concepts: Record<string, Phrase[]> = Object.create(null);
  /** The phrases of each concept as written, and where. */
  readonly #sources = new Map<string, { readonly phrases: readonly string[]; readonly path: Path }>();
  readonly #open = new Set<string>();

  constructor(criteria: readonly Criterion[]) {
    for (const [name, phrases] of Object.entries(generalConcepts)) {
      this.#sources.set(`<${name}>`, { phrases: [phrases], path: [] });
    }
    for (const [i, { concepts }] of criteria.entries()) {
      for (const [name, phrases] of Object.entries(concepts ?? {})) {
        this.#sources.set(`<${name}>`, { phrases, path: [i, "concepts", name] });
      }
    }
  }

  rubric(criteria: readonly Criterion[]): Rubric {
    for (const concept of alwaysNeeded) this.#concept(concept);
    const ids = criteria.map(({ id }) => id);
    const compiled = criteria.map((criterion, i) => {
      if (ids.indexOf(criterion.id) < i) this.#problem([i, "id"], `two criteria are called "${criterion.id}"`);
      return this.#criterion(criterion, i);
    });
    const opposites = criteria.flatMap((criterion, i) =>
      (criterion.opposites ?? []).flatMap(
        (pair, j) => this.#tried([i, "opposites", j], () => this.#opposites(pair)) ?? [],
      ),
    );
    const general = generalOpposites.flatMap((pair) => this.#opposites(pair));
    return { concepts: this.#concepts, opposites: [...general, ...opposites], criteria: compiled };
  }

  #criterion(criterion: Criterion, at: number): CompiledCriterion {
    // Those that no pattern uses are read as well, as they may be wrong.
    for (const name of Object.keys(criterion.concepts ?? {})) this.#concept(`<${name}>`);
    const patterns = (sources: readonly string[] | undefined, ...path: Path) =>
      (sources ?? []).flatMap((source, i) => this.#tried([at, ...path, i], () => this.#pattern(source)) ?? []);
    return {
      met: patterns(criterion.met, "met"),
      partly: patterns(criterion.partly, "partly"),
      unsure: patterns(criterion.unsure, "unsure"),
      wrong: (criterion.wrong ?? []).map((claim, i) => patterns(claim.patterns, "wrong", i, "patterns")),
    };
  }

  #pattern(source: string): Pattern {
    const pattern = parsePattern(source);
    for (const { phrases } of pattern.parts) {
      if (isConcept(phrases)) this.#concept(phrases);
      else this.#concepts[phrases] ??= alternatives(phrases).flatMap((phrase) => this.#phrases(phrase));
    }
    return pattern;
  }

  #opposites(pair: readonly [string, string]): [string, string][] {
    const [one, other] = pair.map((name) => `<${name}>`) as [string, string];
    this.#concept(one);
    this.#concept(other);
    return [
      [one, other],
      [other, one],
    ];
  }

  #concept(name: string): void {
    if (this.#open.has(name)) throw new PatternError(`concept ${name} contains itself`);
    if (this.#concepts[name] !== undefined) return;
    const source = this.#sources.get(name);
    if (source === undefined) throw new PatternError(`unknown concept ${name}`);
    const meant: Phrase[] = [];
    const excepted: Phrase[] = [];
    this.#concepts[name] = meant;
    this.#open.add(name);
    for (const [i, phrases] of source.phrases.entries()) {
      for (const phrase of alternatives(phrases)) {
        const found = this.#tried([...source.path, i], () => this.#phrases(phrase.replace(except, "")));
        (except.test(phrase) ? excepted : meant).push(...(found ?? []));
      }
    }
    this.#open.delete(name);
    if (excepted.length > 0) this.#concepts[`except ${name}`] = excepted;
  }

  /** A phrase, and how it is written as one word; the concepts in it are known from here on. */
  #phrases(text: string): readonly Phrase[] {
    const phrase = parsePhrase(text);
    for (const step of phrase) {
      const name = isOptional(step) ? step.slice(0, -1) : step;
      if (isConcept(name)) this.#concept(name);
    }
    return [phrase, ...joined(phrase)];
  }

  #tried<T>(path: Path, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.#problem(path, error.message);
      return undefined;
    }
  }

  #problem(path: Path, message: string): void {
    this.problems.push({ path, message });
  }
}

/** `long term` is also written `longterm`: a phrase of two or three plain words, as one word. */
function joined(phrase: Phrase): Phrase[] {
  const word = phrase.join("");
  const plain = phrase.every(
    (step, i) => /^[a-z]+$/.test(step) || (i === phrase.length - 1 && /^[a-z]+\*$/.test(step)),
  );
  return plain && phrase.length > 1 && phrase.length < 4 && word.length >= 6 ? [[word]] : [];
}
