/**
 * How strongly one value reacts to every other: reverse mode on numbers, with the slopes of the table's own derivative
 * rules. For places where the derivative itself is no formula that anybody reads, so that the graph does not grow.
 */

import { doubles } from "../engine/equivalence/arithmetic.ts";
import { slopesOf } from "../engine/equivalence/slopes.ts";
import type { Graph, Node } from "../engine/graph.ts";
import { codeOf } from "../engine/operationCodes.ts";

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
    const operands = Array.from(args.subarray(from, to), (arg) => values[arg] as number);
    for (let i = 0; i < operands.length; i++) {
      const arg = args[from + i] as Node;
      adjoints[arg] = (adjoints[arg] as number) + adjoint * slope(code[node] as number, operands, i);
    }
  }
  return adjoints;
}

function slope(code: number, operands: readonly number[], i: number): number {
  if (code === ADD) return 1;
  if (code === MULTIPLY) return operands.reduce((product, x, j) => (j === i ? product : product * x), 1);
  return slopesOf(code, operands.length)[i]?.(doubles, operands) ?? 0;
}
