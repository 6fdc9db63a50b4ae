/** What an author writes about what an answer in words must say, made ready for matching. */

import type { z } from "zod";
import { append } from "../../engine/maps.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import type { Learnt } from "./classifier.ts";
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

/** One thing an answer in words must say. */
export type Criterion = z.infer<ReturnType<typeof criterionSchema>>;

/** A statement that costs the criterion, because it contradicts it or belongs elsewhere. */
export type WrongClaim = NonNullable<Criterion["wrong"]>[number];

/** Patterns are written in the notation of notation.ts. */
export function criterionSchema({ z, told: hint }: Pick<Shapes, "z" | "told">) {
  const patterns = z.array(z.string().min(1)).min(1);
  return z.strictObject({
    id: z.string().min(1),
    /** What students see it called, without the answer; default: its number. */
    label: hint.optional(),
    points: z.number().positive(),
    /** The fields it reads; default: all of the question's. */
    fields: z.array(z.string().min(1)).min(1).optional(),
    /** Words and phrases under a name; known to all criteria of the question. */
    concepts: z.record(z.string().regex(/^[a-z][\w-]*$/), patterns).optional(),
    /** Any of these: the criterion is met. */
    met: patterns,
    /** Right but vague: half of the points. */
    partly: patterns.optional(),
    wrong: z
      .array(
        z.strictObject({
          patterns,
          /** What is wrong with it, without the right answer. */
          hint,
          /**
           * `claim` (default): false, so beside a right statement a contradiction. `slot`: true, but no answer to this
           * question. `reversal`: the right statement turned round, so nothing else in its sentence is evidence.
           */
          kind: z.enum(["claim", "slot", "reversal"]).optional(),
        }),
      )
      .optional(),
    /** What to think about if the criterion is not met, without the answer. */
    hint,
  });
}

/** What judging needs of a question. */
export interface TextTask {
  readonly points: number;
  readonly criteria: readonly Criterion[];
  /** The most points the criteria may add up to; default: `points`. */
  readonly max?: number;
  /** The answer is a list of statements; a plain string is split at lines, semicolons and bullets. */
  readonly list?: boolean;
  /** How many entries are asked for; of more, a person chooses. */
  readonly entries?: number;
  /** The second judge's, by criterion; for those with enough labelled answers. */
  readonly learnt?: Readonly<Record<string, Learnt | undefined>>;
}

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
