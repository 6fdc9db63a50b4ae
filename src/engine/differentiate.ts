/**
 * Reverse-mode differentiation, graph to graph: over an unrolled recurrence this is backpropagation through time. The
 * gradient is made of ordinary nodes of the same graph.
 */

import { ADD, DEFINITION, type Graph, MULTIPLY, type Node } from "./graph.ts";
import { operationAt } from "./operations/table.ts";
import { add, builder, multiply, partialDerivative, plus, times } from "./rules.ts";

/** The local derivative of `node` with respect to `args[i]`. */
export type LocalDerivative = (g: Graph, node: Node, args: readonly Node[], i: number) => Node;

/** The links of the chain rule that carry nothing: from a node to its argument `i`. */
export type Blocked = (node: Node, i: number) => boolean;

export interface DifferentiateOptions {
  /** Whether a local derivative reads its operation's inputs (tanh' = 1 − tanh²(τ)) or its output (1 − h²). */
  readonly through?: "input" | "output";
  /** Local derivatives that replace the table's, by operation code. */
  readonly rules?: ReadonlyMap<number, LocalDerivative>;
  /** Says whether the edge from `node` to its argument `i` carries no gradient. */
  readonly blocked?: Blocked;
}

/** The derivatives of the scalar `output` with respect to each of `wrt`, as nodes appended to `g`. */
export function differentiate(
  g: Graph,
  output: Node,
  wrt: readonly Node[],
  options: DifferentiateOptions = {},
): readonly Node[] {
  const { rules, blocked } = options;
  const active = dependsOn(g, output, wrt);
  /** By node what its users have given to its derivative so far, -1 for nothing. */
  const given = new Int32Array(output + 1).fill(-1);
  const local = localDerivative(g, output, options);
  const wanted = new Set(wrt);
  const found = new Map<Node, Node>();
  given[output] = g.constant(1);
  for (let node = output; node >= 0; node--) {
    const adjoint = given[node] as Node;
    if (active[node] !== 1 || adjoint < 0) continue;
    if (wanted.has(node)) found.set(node, adjoint);
    pull(node, adjoint);
  }
  return wrt.map((node) => found.get(node) ?? g.constant(0));

  function give(node: Node, contribution: Node): void {
    const before = given[node] as Node;
    given[node] = before < 0 ? contribution : plus(g, before, contribution);
  }

  /** Hands the adjoint of a node on to its arguments. Sums, names and products, most of every graph, take no lists. */
  function pull(node: Node, adjoint: Node): void {
    const code = g.code(node);
    const count = g.argCount(node);
    const isOwn = rules === undefined || !rules.has(code);
    if (isOwn && (code === ADD || code === DEFINITION)) {
      for (let i = 0; i < count; i++) if (passes(node, i)) give(g.arg(node, i), adjoint);
    } else if (isOwn && code === MULTIPLY && count === 2) {
      if (passes(node, 0)) give(g.arg(node, 0), times(g, adjoint, g.arg(node, 1)));
      if (passes(node, 1)) give(g.arg(node, 1), times(g, adjoint, g.arg(node, 0)));
    } else {
      const args = g.args(node);
      const others = isOwn && code === MULTIPLY ? productsOfOthers(g, args) : undefined;
      for (let i = 0; i < count; i++)
        if (passes(node, i)) give(args[i] as Node, times(g, adjoint, others?.[i] ?? local(g, node, args, i)));
    }
  }

  function passes(node: Node, i: number): boolean {
    return active[g.arg(node, i)] === 1 && (blocked === undefined || !blocked(node, i));
  }
}

/** Marks the nodes up to `output` that depend on one of `wrt` (or are one). */
function dependsOn(g: Graph, output: Node, wrt: readonly Node[]): Uint8Array {
  const { first, args } = g.tape();
  const active = new Uint8Array(output + 1);
  for (const node of wrt) if (node <= output) active[node] = 1;
  for (let node = 0; node <= output; node++) {
    const end = first[node + 1] as number;
    for (let i = first[node] as number; i < end && active[node] === 0; i++)
      active[node] = active[args[i] as number] ?? 0;
  }
  return active;
}

/** The local derivatives of the nodes up to `output`, under `options`. */
function localDerivative(g: Graph, output: Node, options: DifferentiateOptions): LocalDerivative {
  const named = options.through === "output" ? definitionOf(g, output) : undefined;
  return (graph, node, args, i) => {
    const code = graph.code(node);
    const changed = options.rules?.get(code);
    if (changed !== undefined) return changed(graph, node, args, i);
    const { byOutput } = operationAt(code);
    if (named === undefined || byOutput === undefined) return partialDerivative(graph, code, args, i);
    const name = named[node] as number;
    return byOutput(builder(graph), name === 0 ? node : name, args as readonly [Node, Node], i);
  };
}

/** The definition that names each node, 0 for those without a name of their own (node 0 is a leaf, never a name). */
export function definitionOf(g: Graph, last: Node): Int32Array {
  const named = new Int32Array(last + 1);
  for (let node = last; node >= 0; node--) if (g.code(node) === DEFINITION) named[g.arg(node, 0)] = node;
  return named;
}

/**
 * For each factor the product of all others. Products from the left and from the right make this linear in the number of
 * factors: z = ∏ y[t] over 10 000 steps has 10 000 of them.
 */
function productsOfOthers(g: Graph, factors: readonly Node[]): readonly Node[] {
  const right: Node[] = new Array(factors.length).fill(g.constant(1));
  for (let i = factors.length - 2; i >= 0; i--) right[i] = times(g, factors[i + 1] as Node, right[i + 1] as Node);
  let left = g.constant(1);
  return factors.map((factor, i) => {
    const others = times(g, left, right[i] as Node);
    left = times(g, left, factor);
    return others;
  });
}

export interface Path {
  /** The named quantities on the way, from the output to the quantity, both ends left out. */
  readonly through: readonly Node[];
  /** The product of the local derivatives. */
  readonly term: Node;
}

const mostPaths = 64;

/** The paths from `output` to `wrt`, none over `blocked` links; undefined if there are too many. Through the same names they are one. */
export function paths(g: Graph, output: Node, wrt: Node, blocked: Blocked = () => false): readonly Path[] | undefined {
  const counts = pathCounts(g, output, wrt);
  if ((counts[output] as number) > mostPaths) return undefined;
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
      if (next < wrt || counts[next] === 0 || blocked(node, i)) continue;
      open.push({ node: next, through: names, factors: [...factors, partialDerivative(g, g.code(node), args, i)] });
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
