/** Resolves a word of a student to a quantity of the model, whatever its spelling; judges nothing. */

import { canonicalName, indexedName, knownName, nearest, splitName } from "../engine/names.ts";

/** What part a quantity plays in a model. */
export type QuantityKind = "parameter" | "input" | "initial" | "intermediate" | "output";

export type Resolved =
  /** One quantity of the model, by its canonical name. */
  | { readonly is: "quantity"; readonly name: string }
  /** A sequence without a definite index (`h`, `h_t`); `members` are its quantities in the model. */
  | { readonly is: "family"; readonly base: string; readonly members: readonly string[] }
  /** `nearest` is the quantity it may have been meant to be. */
  | { readonly is: "unknown"; readonly nearest?: string };

/** An index that is a letter: `h_t`, `h[t-1]`, `y_{i}`. */
const symbolicIndex = /^([^_[({]+)(?:_[[({]?|[[({])\s*[a-zA-Z]\s*(?:[-+−]\s*\d{1,9})?\s*[\])}]?$/;
const longestWord = 80;

/** The quantities of one model, found by name. */
export class Quantities {
  readonly kinds: ReadonlyMap<string, QuantityKind>;
  private readonly names: ReadonlySet<string>;
  private readonly families = new Map<string, string[]>();
  private readonly lowerCase = new Map<string, string | undefined>();

  /** `kinds`: every quantity that can be named, by canonical name; further names (of a reference) count as well. */
  constructor(kinds: ReadonlyMap<string, QuantityKind>, further: Iterable<string> = []) {
    this.kinds = kinds;
    this.names = new Set([...kinds.keys(), ...further]);
    for (const name of this.names) {
      const { base, index } = splitName(name);
      if (index !== undefined) this.families.set(base, [...(this.families.get(base) ?? []), name]);
      const lower = name.toLowerCase();
      this.lowerCase.set(lower, this.lowerCase.has(lower) ? undefined : name);
    }
  }

  /** Exact spelling first, then another case if only one quantity can be meant, then a sequence without its index. */
  resolve(word: string): Resolved {
    if (word.length > longestWord) return { is: "unknown" };
    const canonical = canonicalName(word);
    const name = canonical === undefined ? undefined : this.find(canonical);
    if (name !== undefined) return { is: "quantity", name };
    const family =
      this.family(canonical) ?? this.family(canonicalName(symbolicIndex.exec(canonical ?? word)?.[1] ?? ""));
    if (family !== undefined) return family;
    const close = nearest(canonical ?? word, this.names);
    return close === undefined ? { is: "unknown" } : { is: "unknown", nearest: close };
  }

  /** The members of the sequence from `first` to `last`, if both belong to one: `y1 … y3`. */
  range(first: string, last: string): readonly string[] | undefined {
    const from = splitName(first);
    const to = splitName(last);
    if (from.index === undefined || to.index === undefined || from.base !== to.base) return undefined;
    const members: string[] = [];
    for (let t = from.index; t <= to.index; t++) {
      const name = indexedName(from.base, t);
      if (!this.names.has(name)) return undefined;
      members.push(name);
    }
    return members.length > 0 ? members : undefined;
  }

  private find(canonical: string): string | undefined {
    return knownName(canonical, this.names) ?? this.lowerCase.get(canonical.toLowerCase());
  }

  private family(base: string | undefined): Resolved | undefined {
    if (base === undefined) return undefined;
    const members = this.families.get(base) ?? this.families.get(this.lowerFamily(base) ?? "");
    return members === undefined ? undefined : { is: "family", base, members };
  }

  private lowerFamily(base: string): string | undefined {
    const alike = [...this.families.keys()].filter((known) => known.toLowerCase() === base.toLowerCase());
    return alike.length === 1 ? alike[0] : undefined;
  }
}
