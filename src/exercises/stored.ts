/** What the backward pass must find stored: the forward values that gradients read, apart from what is given. */

import { CONSTANT, type Graph, type Node } from "../engine/graph.ts";
import { codeOf } from "../engine/operations/table.ts";
import { readValues } from "../engine/stored.ts";
import type { Unrolled } from "../engine/unroll.ts";

/**
 * The forward values that each of `gradients` reads: without constants, parameters and inputs, and without what has no
 * name and is made of these alone (`-V`, `1 - x²`). What has no name and is one named value shifted or scaled by numbers
 * (`1 - g`) is formed again from that value. Families in `recomputed` are formed again from what they come from.
 */
export function storedValues(
  unrolled: Unrolled,
  forwardSize: number,
  gradients: readonly (readonly Node[])[],
  recomputed: readonly string[] = [],
): readonly (readonly Node[])[] {
  const g = unrolled.graph;
  const isGiven = (node: Node): boolean => {
    const kind = unrolled.kind(node);
    if (kind !== undefined) return kind === "parameter" || kind === "input";
    return g.code(node) === CONSTANT || (g.argCount(node) > 0 && g.args(node).every(isGiven));
  };
  const recompute = (node: Node) =>
    g.symbol(node) === undefined
      ? isGiven(node) || isShiftOrScale(g, node)
      : recomputed.includes(g.symbol(node)?.family ?? "");
  return gradients.map((gradient) =>
    readValues(g, forwardSize, gradient, { recompute }).filter((node) => !isGiven(node)),
  );
}

const linear: ReadonlySet<number> = new Set((["add", "subtract", "negate", "multiply"] as const).map(codeOf));
const DIVIDE = codeOf("divide");

/** Whether a node is one named value with numbers added to it or multiplied by it. */
function isShiftOrScale(g: Graph, node: Node): boolean {
  const args = g.args(node);
  const [value, ...others] = args.filter((arg) => !g.isConstant(arg));
  if (value === undefined || others.length > 0) return false;
  const isLinear = linear.has(g.code(node)) || (g.code(node) === DIVIDE && args[0] === value);
  return isLinear && (g.symbol(value) !== undefined || isShiftOrScale(g, value));
}
