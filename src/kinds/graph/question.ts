/** A question for a computation graph: what an author writes, what it is once read, and the edges that are right. */

import { DEFINITION, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { Question } from "../../exercises/exercise.ts";
import { nameOf } from "../../exercises/queries.ts";
import type { Shapes } from "../../exercises/shapes.ts";
import type { Edge } from "./edges.ts";

export interface GraphQuestion extends Question {
  readonly kind: "graph";
  readonly reference: { readonly unrolled: readonly string[]; readonly steps?: number };
  /** Families that may be left out of the drawing. */
  readonly optional?: readonly string[];
}

export function graphSchema({ z, base, quantity, oneOrMore, count, listed, refuseSlips }: Shapes) {
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

/** Edges between named quantities, from what is used to what is computed, down from the wanted quantities. */
export function graphEdges(derivation: Derivation, reference: GraphQuestion["reference"]): readonly Edge[] {
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
