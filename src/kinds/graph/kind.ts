/** A drawing of the unrolled computation graph: what an author writes, and the edges that are right. */

import { DEFINITION, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import { nameOf } from "../../engine/print.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Question } from "../../exercises/exercise.ts";
import { kindsOf, withMembers } from "../../exercises/queries.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import { attempt, possibleMistakes } from "../../mistakes/possible.ts";
import { alone } from "../judgement.ts";
import type { Kind } from "../kind.ts";
import type { Edge } from "./edges.ts";
import { bindGraph, type MistakenGraph } from "./judge.ts";
import { say } from "./messages.ts";

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

/** Edges between named quantities, from what is used to what is computed, down from the wanted quantities. */
function graphEdges(derivation: Derivation, reference: GraphQuestion["reference"]): readonly Edge[] {
  const unrolled = derivation.unrolled(reference.steps);
  const g = unrolled.graph;
  const edges: Edge[] = [];
  const seen = new Set<Node>();
  const open = reference.unrolled.flatMap((name) => members(unrolled, name));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node) || g.code(node) === VARIABLE) continue;
    seen.add(node);
    for (const source of namedSources(g, node)) {
      edges.push([nameOf(g, source), nameOf(g, node)]);
      open.push(source);
    }
  }
  return edges;
}

/** The node of a scalar, or all of a sequence's. */
function members(unrolled: Unrolled, name: string): readonly Node[] {
  const all = unrolled.computed().filter((quantity) => quantity.family === name);
  return all.length > 0 ? all.map((quantity) => quantity.node) : [unrolled.node(name)];
}

/** The named quantities that a definition reads, each once. */
function namedSources(g: Graph, definition: Node): readonly Node[] {
  const sources = new Set<Node>();
  const open = [...g.args(definition)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const code = g.code(node);
    if (code === DEFINITION || code === VARIABLE) sources.add(node);
    else open.push(...g.args(node));
  }
  return [...sources].sort((a, b) => a - b);
}
