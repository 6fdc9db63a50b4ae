/** A drawing of the unrolled computation graph: what an author writes, and the edges that are right. */

import { below, DEFINITION, type Node, VARIABLE } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import { nameOf } from "../../engine/print.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Question } from "../../exercises/exercise.ts";
import { kindsOf, withMembers } from "../../exercises/queries.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import { equation } from "../../exercises/steps.ts";
import { attempt, possibleMistakes } from "../../mistakes/possible.ts";
import { alone, inCode } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import { bindGraph, type MistakenGraph } from "./judge.ts";
import { say } from "./messages.ts";
import type { Edge } from "./nodes.ts";

export interface GraphQuestion extends Question {
  readonly kind: "graph";
  readonly reference: { readonly unrolled: readonly string[]; readonly steps?: number };
  /** Families that may be left out of the drawing. */
  readonly optional?: readonly string[];
}

function graphSchema({ z, base, quantity, oneOrMore, count, listed, refuseSlips }: Shapes) {
  return z.strictObject({
    ...base,
    kind: z.literal("graph"),
    reference: z.strictObject({ unrolled: oneOrMore(quantity), steps: count.optional() }),
    optional: z
      .array(listed)
      .superRefine((names, context) => refuseSlips(names, context, []))
      .optional(),
  });
}

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
  solution({ reference }, derivation) {
    const unrolled = derivation.unrolled(reference.steps);
    const edges = graphEdges(derivation, reference);
    const targets = [...new Set(edges.map(([, to]) => to))].reverse();
    const steps = targets.map((name) => equation(unrolled.graph, unrolled.node(name)));
    const said = say("graph.solution", { edges: inCode(edges.map((edge) => edge.join(" -> "))) });
    return { steps: [...steps, { said }] };
  },
  sheet: () => ({
    ask: say("graph.ask"),
    empty: [],
    example: [["…", "…"]],
    schema: { type: ["array", "object", "string", "null"] },
  }),
};

/** The drawings that known mistakes lead to. */
export function mistakenGraphs(right: Derivation, { reference }: GraphQuestion): readonly MistakenGraph[] {
  return possibleMistakes(right, "drawing").flatMap(({ variation: _, wrong, ...named }) => {
    const edges = attempt(() => graphEdges(wrong(), reference));
    return edges === undefined ? [] : [{ ...named, edges }];
  });
}

/** Edges between named quantities, from what is used to what is computed, down from the wanted quantities. */
function graphEdges(derivation: Derivation, { unrolled: wanted, steps }: GraphQuestion["reference"]): readonly Edge[] {
  const unrolled = derivation.unrolled(steps);
  const g = unrolled.graph;
  const isNamed = (node: Node) => g.code(node) === DEFINITION || g.code(node) === VARIABLE;
  /** The named quantities that a definition reads, each once. */
  const sourcesOf = (definition: Node) => {
    const found = new Set(g.args(definition));
    // A set's loop also reaches what is added on the way.
    for (const node of found) if (!isNamed(node)) for (const arg of g.args(node)) found.add(arg);
    return [...found].filter(isNamed).sort((a, b) => a - b);
  };
  const computed = unrolled.computed();
  const roots = wanted.flatMap((name) => {
    const members = computed.filter(({ family }) => family === name).map(({ node }) => node);
    return members.length > 0 ? members : [unrolled.node(name)];
  });
  const definitions = [...below(g, roots)].filter((node) => g.code(node) === DEFINITION).sort((a, b) => b - a);
  return definitions.flatMap((node) => sourcesOf(node).map((source) => [nameOf(g, source), nameOf(g, node)] as const));
}
