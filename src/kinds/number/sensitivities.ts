/**
 * How strongly one value reacts to every other: reverse mode on numbers, with the slopes of the table's own derivative
 * rules. For places where the derivative itself is no formula that anybody reads, so that the graph does not grow.
 */

import { DEFINITION, type Graph, type Node } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operationCodes.ts";
import { doubles } from "../../formula/equal/arithmetic.ts";
import { slopesOf } from "../../formula/equal/slopes.ts";

const ADD = codeOf("add");
const MULTIPLY = codeOf("multiply");

/** ∂target/∂node by node; what `isFixed` has its value from elsewhere and does not react to what it is computed from. */
export function sensitivities(
  graph: Graph,
  values: Float64Array,
  target: Node,
  isFixed: (node: Node) => boolean,
): Float64Array {
  const { code, first, args } = graph.tape();
  const adjoints = new Float64Array(target + 1);
  adjoints[target] = 1;
  for (let node = target; node >= 0; node--) {
    const adjoint = adjoints[node] as number;
    const [from, to] = [first[node] as number, first[node + 1] as number];
    if (adjoint === 0 || from === to || (node !== target && isFixed(node))) continue;
    for (let i = from; i < to; i++) {
      const arg = args[i] as Node;
      adjoints[arg] = (adjoints[arg] as number) + adjoint * slope(code[node] as number, values, args, from, to, i);
    }
  }
  return adjoints;
}

function slope(code: number, values: Float64Array, args: Int32Array, from: number, to: number, at: number): number {
  if (code === ADD || code === DEFINITION) return 1;
  if (code === MULTIPLY) {
    let others = 1;
    for (let i = from; i < to; i++) if (i !== at) others *= values[args[i] as number] as number;
    return others;
  }
  const operands: number[] = [];
  for (let i = from; i < to; i++) operands.push(values[args[i] as number] as number);
  return slopesOf(code, operands.length)[at - from]?.(doubles, operands) ?? 0;
}
