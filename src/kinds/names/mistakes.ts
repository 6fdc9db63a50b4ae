/** What known mistakes lead to on a question for names. */

import type { Derivation } from "../../exercises/derivation.ts";
import { attempt, mistakenDerivations } from "../../mistakes/mistaken.ts";
import type { NamedMistake } from "../namedMistakes.ts";
import { type NamesQuestion, namesAlternatives } from "./question.ts";

/** The lists of quantities that known mistakes lead to; those that are right themselves are left out. */
export function namesMistakes(
  right: Derivation,
  { reference }: NamesQuestion,
): readonly (NamedMistake & { readonly set: readonly string[] })[] {
  if (right.exercise.model === undefined || "names" in reference) return [];
  const key = (names: readonly string[]) => [...new Set(names)].sort().join(" ");
  const rightSets = new Set(namesAlternatives(right, reference).map(key));
  return mistakenDerivations(right, "stored").flatMap(({ code, unless, way, wrong }) => {
    const set = attempt(() => namesAlternatives(wrong(), reference)[0]);
    if (set === undefined || set.length === 0 || rightSets.has(key(set))) return [];
    return [{ code, unless, ...(way.params && { params: way.params }), set }];
  });
}
