/** What known mistakes lead to on a question for names. */

import type { Derivation } from "../../exercises/derivation.ts";
import type { NamedMistake } from "../../mistakes/possible.ts";
import { attempt, possibleMistakes } from "../../mistakes/possible.ts";
import { type NamesQuestion, namesAlternatives } from "./question.ts";

/** The lists of quantities that known mistakes lead to; those that are right themselves are left out. */
export function namesMistakes(
  right: Derivation,
  { reference }: NamesQuestion,
): readonly (NamedMistake & { readonly set: readonly string[] })[] {
  if (right.exercise.model === undefined || "names" in reference) return [];
  const key = (names: readonly string[]) => [...new Set(names)].sort().join(" ");
  const rightSets = new Set(namesAlternatives(right, reference).map(key));
  return possibleMistakes(right, "stored").flatMap(({ variation: _, wrong, ...named }) => {
    const set = attempt(() => namesAlternatives(wrong(), reference)[0]);
    if (set === undefined || set.length === 0 || rightSets.has(key(set))) return [];
    return [{ ...named, set }];
  });
}
