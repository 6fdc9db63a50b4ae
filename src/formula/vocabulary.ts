/** What the words of a formula may mean. */

import { splitName } from "../engine/names.ts";
import { calls } from "../engine/operations/table.ts";

export interface Vocabulary {
  /** Canonical names that may be used; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
  /** Names or families to suggest before others. */
  readonly preferred: readonly string[] | undefined;
  /** Names that are quantities whatever else they spell, where any name may be used. */
  readonly declared: ReadonlySet<string>;
  /** Whether names may carry an index in t and T. */
  readonly sequences: boolean;
}

/** Whether `word` is a name that may be used, as it stands. */
export function isKnownName(word: string, { names, declared, sequences }: Vocabulary): boolean {
  const known = names ?? declared;
  return known.has(word) || (sequences && known.has(splitName(word).base));
}

/** Whether `word` can be called, be it under another spelling of an operation. */
export function isFunction(word: string, { sequences }: Vocabulary): boolean {
  const call = calls.get(word);
  return call !== undefined && (sequences || !call.folds);
}

/** Whether a capital Sigma or Pi stands for a sum or a product, as no quantity is called so. */
export function isSumSign(word: string, { names }: Vocabulary): boolean {
  return names !== undefined && /^(?:Sigma|Pi)(?![A-Za-z])/.test(word) && !names.has(word);
}
