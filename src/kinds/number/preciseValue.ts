/** A reference with as many digits as it takes where doubles lose them: 1 + tanh(-18) is 4.639e-16, not 4.441e-16. */

import type { Graph, Node } from "../../engine/graph.ts";
import type { Derivation } from "../../exercises/derivation.ts";
import { lastLevel, levelAt, type Measure, measure } from "../../formula/equal/numbers.ts";
import { literal, Values } from "../../formula/equal/values.ts";
import type { GraphNumber } from "./reference.ts";

/** More digits take long: bigger graphs are left to doubles. */
const mostNodes = 2000;
/** What a double can hold, and what doubles may lose of it without harm, in digits. */
const held = 15.5;
const leastKnown = 11.5;

/** The value of `target`, where more digits than a double has are needed to find it and suffice for that. */
export function preciseValue(derivation: Derivation, { unrolled, node, caseName }: GraphNumber): number | undefined {
  const { graph } = unrolled;
  if (node > mostNodes) return undefined;
  const values = derivation.values(unrolled, caseName);
  if (digitsOf(at(0, graph, node, values)) > leastKnown) return undefined;
  for (let level = 1; level <= lastLevel; level++) {
    const found = at(level, graph, node, values);
    if (digitsOf(found) > held) return levelAt(level).fine.toNumber(found.value);
  }
  return undefined;
}

function at(level: number, graph: Graph, node: Node, given: Float64Array): Measure {
  const numbers = levelAt(level);
  const [fine, coarse] = [numbers.fine, numbers.coarse].map((one) =>
    new Values(graph, one, (leaf) => literal(one, String(given[leaf]))).at(node),
  );
  return measure(numbers, fine as NonNullable<typeof fine>, coarse as NonNullable<typeof coarse>);
}

/** An exact zero has all digits. */
function digitsOf({ state, size, error }: Measure): number {
  if (state !== "known") return Number.NEGATIVE_INFINITY;
  return error === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : size - error;
}
