/** Makes a question's criteria ready for matching. */

import { append } from "../../engine/maps.ts";
import type { Criterion } from "./criterion.ts";
import { article, disavowal, generalConcepts, negators, noNegation } from "./language.ts";
import {
  alternatives,
  isConcept,
  type Pattern,
  PatternError,
  type Phrase,
  parsePattern,
  parsePhrase,
} from "./notation.ts";

export interface CompiledCriterion {
  readonly met: readonly Pattern[];
  readonly partly: readonly Pattern[];
  /** One list a wrong claim. */
  readonly wrong: readonly (readonly Pattern[])[];
}

type Path = readonly (string | number)[];

/** Where an exception to a concept begins: `except: gradient of <loss>`. */
const except = /^\s*except:\s/;

export class Rubric {
  /** An author's mistakes and where they stand in the criteria. */
  readonly problems: { readonly path: Path; readonly message: string }[] = [];
  /** In the order of the question's criteria. */
  readonly criteria: readonly CompiledCriterion[];
  /** The named concepts that they use. */
  readonly names: readonly string[];
  /** The words of all phrases. */
  readonly words = new Set<string>();
  /** What patterns and concepts are made of: `<less>`, `too big | too long`; in `except <less>` it is not meant. */
  readonly #concepts = new Set<string>();
  /** By word or concept, or the empty text for any word: the phrases that may begin with it, and what they are of. */
  readonly begins = new Map<string, { readonly concept: string; readonly phrase: Phrase }[]>();
  /** The phrases of each named concept as written, and where. */
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
    for (const name of [...negators.map(({ concept }) => concept), noNegation, article, disavowal]) this.#concept(name);
    const everywhere = this.#concepts.size;
    this.criteria = criteria.map((criterion, i) => this.#criterion(criterion, i, criteria));
    this.names = [...this.#concepts].slice(everywhere).filter(isConcept);
  }

  #criterion(criterion: Criterion, at: number, all: readonly Criterion[]): CompiledCriterion {
    const { id, concepts = {}, wrong = [] } = criterion;
    if (all.findIndex((other) => other.id === id) < at) {
      this.problems.push({ path: [at, "id"], message: `two criteria are called "${id}"` });
    }
    // Those that no pattern uses are read as well, as they may be wrong.
    for (const name of Object.keys(concepts)) this.#concept(`<${name}>`);
    const patterns = (sources: readonly string[] = [], ...path: Path) =>
      sources.flatMap((source, i) => this.#tried([at, ...path, i], () => this.#pattern(source)) ?? []);
    return {
      met: patterns(criterion.met, "met"),
      partly: patterns(criterion.partly, "partly"),
      wrong: wrong.map((claim, i) => patterns(claim.patterns, "wrong", i, "patterns")),
    };
  }

  #pattern(source: string): Pattern {
    const pattern = parsePattern(source);
    for (const { phrases } of pattern.parts) {
      if (isConcept(phrases)) this.#concept(phrases);
      else if (!this.#concepts.has(phrases)) for (const one of alternatives(phrases)) this.#phrase(one, phrases);
    }
    return pattern;
  }

  #concept(name: string): void {
    if (this.#open.has(name)) throw new PatternError(`concept ${name} contains itself`);
    if (this.#concepts.has(name)) return;
    const source = this.#sources.get(name);
    if (source === undefined) throw new PatternError(`unknown concept ${name}`);
    this.#concepts.add(name);
    this.#open.add(name);
    for (const [i, phrases] of source.phrases.entries()) {
      for (const phrase of alternatives(phrases)) {
        const owner = except.test(phrase) ? `except ${name}` : name;
        this.#tried([...source.path, i], () => this.#phrase(phrase.replace(except, ""), owner));
      }
    }
    this.#open.delete(name);
  }

  /** Adds a phrase; the concepts in it are known from here on. */
  #phrase(text: string, concept: string): void {
    const phrase = parsePhrase(text);
    this.#concepts.add(concept);
    const needed = phrase.findIndex(({ optional }) => !optional);
    for (const [at, { is }] of phrase.entries()) {
      if (at <= needed) append(this.begins, typeof is === "number" ? "" : is, { concept, phrase });
      if (typeof is !== "string") continue;
      if (isConcept(is)) this.#concept(is);
      else this.words.add(is);
    }
  }

  #tried<T>(path: Path, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.problems.push({ path, message: error.message });
      return undefined;
    }
  }
}
