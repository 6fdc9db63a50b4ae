/** Resolves a word of a student to a quantity of the model, whatever its spelling; judges nothing. */

import { append } from "../engine/maps.ts";
import type { Kind } from "../engine/model.ts";
import { abbreviatedBy, canonicalName, indexedName, knownName, nearest, splitName } from "../engine/names.ts";

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
  readonly kinds: ReadonlyMap<string, Kind>;
  private readonly names: ReadonlySet<string>;
  private readonly families = new Map<string, string[]>();

  /** `kinds`: every quantity that can be named, by canonical name; further names (of a reference) count as well. */
  constructor(kinds: ReadonlyMap<string, Kind>, further: Iterable<string> = []) {
    this.kinds = kinds;
    this.names = new Set([...kinds.keys(), ...further]);
    for (const name of this.names) {
      const { base, index } = splitName(name);
      if (index !== undefined) append(this.families, base, name);
    }
  }

  /** Exact spelling first, then another case if only one quantity can be meant, then a sequence without its index. */
  resolve(word: string): Resolved {
    if (word.length > longestWord) return { is: "unknown" };
    const canonical = canonicalName(word);
    const name = canonical && (knownName(canonical, this.names) ?? inOtherCase(canonical, this.names));
    if (name) return { is: "quantity", name };
    for (const base of [canonical, canonicalName(symbolicIndex.exec(canonical ?? word)?.[1] ?? "")]) {
      const members =
        base && this.families.get(this.families.has(base) ? base : (inOtherCase(base, this.families.keys()) ?? ""));
      if (base && members) return { is: "family", base, members };
    }
    const close = this.#meantBy(canonical ?? word);
    return { is: "unknown", ...(close !== undefined && { nearest: close }) };
  }

  /** A quantity of the same time step whose name it abbreviates (`t1`: tau1), or else misspells from its second letter on. */
  #meantBy(word: string): string | undefined {
    const { base, index } = splitName(word);
    const [abbreviated, ...others] = base === "" ? [] : abbreviatedBy(word, this.names);
    if (abbreviated !== undefined && others.length === 0) return abbreviated;
    const first = index === undefined ? word.charAt(0) : indexedName(word.charAt(0), index);
    return nearest(word, abbreviatedBy(first, this.names));
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
}

/** The only one of `names` that differs from `name` in nothing but small letters and capitals. */
function inOtherCase(name: string, names: Iterable<string>): string | undefined {
  const [alike, ...others] = [...names].filter((known) => known.toLowerCase() === name.toLowerCase());
  return others.length === 0 ? alike : undefined;
}
