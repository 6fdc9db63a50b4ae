/** A reference with as many digits as it takes where doubles lose them: 1 + tanh(-18) is 4.639e-16, not 4.441e-16. */

import type { Graph, Node } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { constantBall, state } from "../../formula/equal/ball.ts";
import { Balls } from "../../formula/equal/balls.ts";
import { type AnyArithmetic, levels } from "../../formula/equal/numbers.ts";
import type { GraphNumber } from "./reference.ts";

/** A smaller share than this of what it is computed from has lost digits that matter. */
const leastShare = 1e-3;
/** Error bounds and more digits take long: bigger graphs are left to doubles. */
const mostNodes = 2000;
/** As good as a double can be. */
const wanted = 2 ** -51;

/** The value of `target`, where more digits than a double has are needed to find it and suffice for that. */
export function preciseValue(derivation: Derivation, { unrolled, node, caseName }: GraphNumber): number | undefined {
  const { graph } = unrolled;
  const values = derivation.values(unrolled, caseName);
  if (node > mostNodes || !mayCancel(graph, node, values)) return undefined;
  for (const arithmetic of levels.slice(1)) {
    const found = valueIn(arithmetic, graph, node, values);
    if (found !== undefined) return found;
  }
  return undefined;
}

function valueIn(arithmetic: AnyArithmetic, graph: Graph, node: Node, values: Float64Array): number | undefined {
  const given = (leaf: Node) => constantBall(arithmetic, String(values[leaf]));
  const ball = new Balls(graph, arithmetic, given).at(node);
  if (ball.state >= state.unclear) return undefined;
  const value = arithmetic.toNumber(ball.value);
  const error = arithmetic.rough.toNumber(ball.error);
  return error <= wanted * Math.abs(value) ? value : undefined;
}

function mayCancel(graph: Graph, target: Node, values: Float64Array): boolean {
  for (let node = 0; node <= target; node++) {
    const { vanishes } = operationAt(graph.code(node));
    if (vanishes === undefined) continue;
    const largest = Math.max(...graph.args(node).map((arg) => Math.abs(values[arg] as number)));
    // A sum is small beside its terms, a logarithm by the distance of its argument to 1.
    const size = vanishes === "cancelling" ? largest : Math.max(largest, 1);
    if (Math.abs(values[node] as number) < leastShare * size && largest > 0) return true;
  }
  return false;
}
