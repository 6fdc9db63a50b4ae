/** What known mistakes lead to on a given question: sets, drawings. Knows the list of mistakes, no answers. */

import type { Derivation } from "../exercises/derivation.ts";
import type { GraphQuestion, NamesQuestion } from "../exercises/exercise.ts";
import { graphEdges, namesAlternatives } from "../exercises/queries.ts";
import { attempt, mistakenDerivations } from "../mistakes/mistaken.ts";
import type { GraphReference } from "./graph/graph.ts";
import type { NamesReference } from "./names/names.ts";

/** The lists of quantities that known mistakes lead to; those that are right themselves are left out. */
export function namesMistakes(
  right: Derivation,
  { reference }: NamesQuestion,
): NonNullable<NamesReference["mistakes"]> {
  if (right.exercise.model === undefined || "names" in reference) return [];
  const key = (names: readonly string[]) => [...new Set(names)].sort().join(" ");
  const rightSets = new Set(namesAlternatives(right, reference).map(key));
  return mistakenDerivations(right, "stored").flatMap(({ code, unless, way, wrong }) => {
    const set = attempt(() => namesAlternatives(wrong(), reference)[0]);
    if (set === undefined || set.length === 0 || rightSets.has(key(set))) return [];
    return [{ code, unless, ...(way.params && { params: way.params }), set }];
  });
}

/** The drawings that known mistakes lead to. */
export function graphMistakes(
  right: Derivation,
  { reference }: GraphQuestion,
): NonNullable<GraphReference["mistakes"]> {
  return mistakenDerivations(right, "drawing").flatMap(({ code, unless, wrong }) => {
    const edges = attempt(() => graphEdges(wrong(), reference));
    return edges === undefined ? [] : [{ code, unless, edges }];
  });
}
