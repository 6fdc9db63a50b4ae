/** A drawing of the unrolled computation graph. */

import { once } from "../../engine/memo.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { kindsOf, withMembers } from "../../exercises/queries.ts";
import { attempt, possibleMistakes } from "../../mistakes/possible.ts";
import { alone, type Kind } from "../kind.ts";
import { bindGraph, type MistakenGraph } from "./judge.ts";
import { say } from "./messages.ts";
import { type GraphQuestion, graphEdges, graphSchema } from "./question.ts";

export const graph: Kind<GraphQuestion> = {
  name: "graph",
  label: say("graph.kind"),
  schema: graphSchema,
  problems: ({ reference }, derivation) =>
    graphEdges(derivation, reference).length > 0 ? [] : [{ path: ["reference"], message: "the graph has no edges" }],
  bind(question, derivation) {
    const kinds = kindsOf(derivation, question.reference.steps);
    const edges = graphEdges(derivation, question.reference);
    const optional = withMembers(kinds.keys(), question.optional ?? []);
    const mistakes = once(() => mistakenGraphs(derivation, question));
    return alone(question, bindGraph({ edges, optional, kinds, mistakes }, question.points));
  },
  sheet: () => ({
    ask: say("graph.ask"),
    empty: [],
    example: [["…", "…"]],
    schema: {
      anyOf: [
        {
          type: "array",
          items: {
            anyOf: [{ type: "array", items: { type: "string" }, minItems: 2, maxItems: 2 }, { type: "string" }],
          },
        },
        { type: ["string", "null"] },
      ],
    },
  }),
};

/** The drawings that known mistakes lead to. */
export function mistakenGraphs(right: Derivation, { reference }: GraphQuestion): readonly MistakenGraph[] {
  return possibleMistakes(right, "drawing").flatMap(({ variation: _, wrong, ...named }) => {
    const edges = attempt(() => graphEdges(wrong(), reference));
    return edges === undefined ? [] : [{ ...named, edges }];
  });
}
