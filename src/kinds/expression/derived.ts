/** The right formula of an expression question, in the graph that it is derived in. */

import { bindFormula } from "../../engine/bind.ts";
import { Graph, type Node } from "../../engine/graph.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import type { ExpressionQuery } from "./question.ts";

/** The right formula of an expression question as a node of a graph; literals get a graph of their own. */
export function expressionNode(
  derivation: Derivation,
  reference: ExpressionQuery,
): { readonly graph: Graph; readonly node: Node; readonly unrolled?: Unrolled } {
  if ("derivative" in reference) {
    const { unrolled, nodes } = derivation.gradient(reference.derivative, [reference.wrt]);
    return { graph: unrolled.graph, node: nodes[0] as Node, unrolled };
  }
  if ("value" in reference) {
    const { unrolled, node } = derivation.formula(reference.value);
    return { graph: unrolled.graph, node, unrolled };
  }
  const graph = new Graph();
  const leaves = new Map<string, Node>();
  const leaf = (name: string) => leaves.get(name) ?? graph.variable(name);
  const node = bindFormula(graph, reference.expression.syntax, {
    name: (name) => {
      leaves.set(name, leaf(name));
      return () => leaf(name);
    },
  })(Number.NaN);
  return { graph, node };
}
