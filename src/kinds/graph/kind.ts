/** A drawing of the unrolled computation graph. */

import { once } from "../../engine/memo.ts";
import { kindsOf, withMembers } from "../../exercises/queries.ts";
import { alone, type Kind } from "../kind.ts";
import { bindGraph } from "./graph.ts";
import { say } from "./messages.ts";
import { graphMistakes } from "./mistakes.ts";
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
    const mistakes = once(() => graphMistakes(derivation, question));
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
