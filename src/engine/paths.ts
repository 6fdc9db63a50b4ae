/**
 * A derivative as the sum of its paths: each term is one way from the output down to the quantity, as the product of
 * the local derivatives along it: used to say which path a student left out.
 */

import { type DifferentiateOptions, localDerivative } from "./differentiate.ts";
import type { Graph, Node } from "./graph.ts";
import { add, multiply } from "./simplify.ts";

export interface Path {
  /** The named quantities on the way, from the output to the quantity, both ends left out. */
  readonly through: readonly Node[];
  /** The product of the local derivatives. */
  readonly term: Node;
}

/** The paths from `output` to `wrt`; undefined if there are more than `most`. Paths through the same names are one. */
export function paths(
  g: Graph,
  output: Node,
  wrt: Node,
  most = 64,
  options: DifferentiateOptions = {},
): readonly Path[] | undefined {
  const counts = pathCounts(g, output, wrt);
  if ((counts[output] as number) > most) return undefined;
  const local = localDerivative(g, output, options);
  const found = new Map<string, { through: readonly Node[]; terms: Node[] }>();
  // Each entry is a path that has reached `node`; there are never more of them than paths.
  const open: { node: Node; through: readonly Node[]; factors: readonly Node[] }[] = [
    { node: output, through: [], factors: [] },
  ];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, through, factors } = at;
    if (node === wrt) {
      const key = through.join();
      const same = found.get(key);
      const term = multiply(g, factors);
      if (same === undefined) found.set(key, { through, terms: [term] });
      else same.terms.push(term);
      continue;
    }
    const args = g.args(node);
    const names = node !== output && g.symbol(node) !== undefined ? [...through, node] : through;
    for (const [i, next] of args.entries()) {
      if (next < wrt || counts[next] === 0) continue;
      open.push({ node: next, through: names, factors: [...factors, local(g, node, args, i)] });
    }
  }
  return [...found.values()].reverse().map(({ through, terms }) => ({ through, term: add(g, terms) }));
}

/** How many ways lead from each node up to `output` down to `wrt`. */
function pathCounts(g: Graph, output: Node, wrt: Node): Float64Array {
  const counts = new Float64Array(output + 1);
  for (let node = wrt; node <= output; node++) {
    if (node === wrt) counts[node] = 1;
    else
      for (let i = 0; i < g.argCount(node); i++)
        counts[node] = (counts[node] as number) + (counts[g.arg(node, i)] as number);
  }
  return counts;
}
