/** What known mistakes lead to on a question for a graph. */

import type { Derivation } from "../../exercises/derivation.ts";
import { attempt, mistakenDerivations } from "../../mistakes/mistaken.ts";
import type { NamedMistake } from "../namedMistakes.ts";
import { type GraphQuestion, graphEdges } from "./question.ts";

/** The drawings that known mistakes lead to. */
export function graphMistakes(
  right: Derivation,
  { reference }: GraphQuestion,
): readonly (NamedMistake & { readonly edges: readonly (readonly [string, string])[] })[] {
  return mistakenDerivations(right, "drawing").flatMap(({ code, unless, wrong }) => {
    const edges = attempt(() => graphEdges(wrong(), reference));
    return edges === undefined ? [] : [{ code, unless, edges }];
  });
}
