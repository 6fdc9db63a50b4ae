/** What known mistakes lead to on a question for a graph. */

import type { Derivation } from "../../exercises/derivation.ts";
import { attempt, possibleMistakes } from "../../mistakes/possible.ts";
import type { NamedMistake } from "../../mistakes/told.ts";
import { type GraphQuestion, graphEdges } from "./question.ts";

/** The drawings that known mistakes lead to. */
export function graphMistakes(
  right: Derivation,
  { reference }: GraphQuestion,
): readonly (NamedMistake & { readonly edges: readonly (readonly [string, string])[] })[] {
  return possibleMistakes(right, "drawing").flatMap(({ variation: _, wrong, ...named }) => {
    const edges = attempt(() => graphEdges(wrong(), reference));
    return edges === undefined ? [] : [{ ...named, edges }];
  });
}
