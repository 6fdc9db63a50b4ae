/**
 * Reverse-mode differentiation, graph to graph: over an unrolled recurrence this is backpropagation through time. The
 * gradient is made of ordinary nodes of the same graph.
 */

import { ADD, DEFINITION, type Graph, MULTIPLY, type Node } from "./graph.ts";
import { operationAt } from "./operations/table.ts";
import { add, builder, times } from "./simplify.ts";

/** The local derivative of `node` with respect to `args[i]`. */
export type LocalDerivative = (g: Graph, node: Node, args: readonly Node[], i: number) => Node;

export interface DifferentiateOptions {
  /** Whether a local derivative reads its operation's inputs (tanh' = 1 − tanh²(τ)) or its output (1 − h²). */
  readonly through?: "input" | "output";
  /** Local derivatives that replace the table's, by operation code. */
  readonly rules?: ReadonlyMap<number, LocalDerivative>;
  /** Says whether the edge from `node` to its argument `i` carries no gradient. */
  readonly blocked?: (node: Node, i: number) => boolean;
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
  const adjoints = new Adjoints(output + 1, g.tape().first[output + 1] as number);
  adjoints.give(output, g.constant(1));
  const local = localDerivative(g, output, options);
  const wanted = new Set(wrt);
  const found = new Map<Node, Node>();
  for (let node = output; node >= 0; node--) {
    if (active[node] !== 1 || !adjoints.has(node)) continue;
    const adjoint = adjoints.take(g, node);
    if (wanted.has(node)) found.set(node, adjoint);
    pull(node, adjoint);
  }
  return wrt.map((node) => found.get(node) ?? g.constant(0));

  /** Hands the adjoint of a node on to its arguments. Sums, names and products, most of every graph, take no lists. */
  function pull(node: Node, adjoint: Node): void {
    const code = g.code(node);
    const count = g.argCount(node);
    const isOwn = rules === undefined || !rules.has(code);
    if (isOwn && (code === ADD || code === DEFINITION)) {
      for (let i = 0; i < count; i++) if (passes(node, i)) adjoints.give(g.arg(node, i), adjoint);
    } else if (isOwn && code === MULTIPLY && count === 2) {
      if (passes(node, 0)) adjoints.give(g.arg(node, 0), times(g, adjoint, g.arg(node, 1)));
      if (passes(node, 1)) adjoints.give(g.arg(node, 1), times(g, adjoint, g.arg(node, 0)));
    } else {
      const args = g.args(node);
      const others = isOwn && code === MULTIPLY ? productsOfOthers(g, args, (i) => passes(node, i)) : undefined;
      for (let i = 0; i < count; i++)
        if (passes(node, i)) adjoints.give(args[i] as Node, times(g, adjoint, others?.[i] ?? local(g, node, args, i)));
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
export function localDerivative(g: Graph, output: Node, options: DifferentiateOptions = {}): LocalDerivative {
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

/** The table's own derivative of an operation with respect to its argument `i`, read off its inputs. */
export function partialDerivative(g: Graph, code: number, args: readonly Node[], i: number): Node {
  return operationAt(code).derivative?.(builder(g), args as readonly [Node, Node], i) ?? g.constant(0);
}

/** The definition that names each node, 0 for those without a name of their own (node 0 is a leaf, never a name). */
export function definitionOf(g: Graph, last: Node): Int32Array {
  const named = new Int32Array(last + 1);
  for (let node = last; node >= 0; node--) if (g.code(node) === DEFINITION) named[g.arg(node, 0)] = node;
  return named;
}

/**
 * For each wanted factor the product of all others. Products from the left and from the right make this linear in the
 * number of factors: z = ∏ y[t] over 10 000 steps has 10 000 of them.
 */
function productsOfOthers(g: Graph, factors: readonly Node[], wanted: (i: number) => boolean): readonly Node[] {
  const one = g.constant(1);
  const first = factors.findIndex((_, i) => wanted(i));
  const last = factors.findLastIndex((_, i) => wanted(i));
  const right: Node[] = new Array(factors.length).fill(one);
  for (let i = factors.length - 2; i >= first; i--) right[i] = times(g, factors[i + 1] as Node, right[i + 1] as Node);
  let left = one;
  const others: Node[] = [];
  for (let i = 0; i <= last; i++) {
    if (wanted(i)) others[i] = times(g, left, right[i] as Node);
    if (i < last) left = times(g, left, factors[i] as Node);
  }
  return others;
}

/** What each node has been given by its users so far, as linked lists in flat arrays. */
class Adjoints {
  /** By node: its newest entry, 0 for none. */
  readonly #head: Int32Array;
  /** By entry: the one before it for the same node, and the contribution. */
  readonly #next: Int32Array;
  readonly #given: Int32Array;
  #size = 1;

  /** @param edges how many contributions there may be at most */
  constructor(nodes: number, edges: number) {
    this.#head = new Int32Array(nodes);
    this.#next = new Int32Array(edges + 2);
    this.#given = new Int32Array(edges + 2);
  }

  has(node: Node): boolean {
    return this.#head[node] !== 0;
  }

  give(node: Node, contribution: Node): void {
    const entry = this.#size++;
    this.#next[entry] = this.#head[node] as number;
    this.#given[entry] = contribution;
    this.#head[node] = entry;
  }

  take(g: Graph, node: Node): Node {
    const first = this.#head[node] as number;
    if (this.#next[first] === 0) return this.#given[first] as Node;
    const all: Node[] = [];
    for (let at = first; at !== 0; at = this.#next[at] as number) all.push(this.#given[at] as Node);
    return add(g, all.reverse());
  }
}
