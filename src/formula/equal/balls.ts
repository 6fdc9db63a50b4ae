/** Every node of a graph as a value with a rigorous error bound. */

import { CONSTANT, DEFINITION, type Graph, type Node, SUBTRACT, VARIABLE } from "../../engine/graph.ts";
import { branchesOf } from "../../engine/rules.ts";
import { applied } from "./apply.ts";
import { type Ball, constantBall, exactBall, mayBeZero, state, without } from "./ball.ts";
import type { Arithmetic } from "./numbers.ts";

/** The value of a leaf; undefined if it has none. */
export type Leaves<N> = (node: Node) => Ball<N> | undefined;

/** On which branch operations that have two are evaluated: 1 above, −1 below, wherever their arguments lie. */
export type Branches = ReadonlyMap<Node, number>;

/** Evaluates nodes of a graph on demand; the graph may grow between two calls. */
export class Balls<N> {
  readonly #graph: Graph;
  readonly #arithmetic: Arithmetic<N>;
  readonly #leaves: Leaves<N>;
  readonly #branches: Branches | undefined;
  readonly #known: (Ball<N> | undefined)[] = [];

  constructor(graph: Graph, arithmetic: Arithmetic<N>, leaves: Leaves<N>, branches?: Branches) {
    this.#graph = graph;
    this.#arithmetic = arithmetic;
    this.#leaves = leaves;
    this.#branches = branches;
  }

  at(root: Node): Ball<N> {
    const known = this.#known[root];
    if (known !== undefined) return known;
    this.#complete(root);
    return this.#known[root] as Ball<N>;
  }

  /** The smallest size of the values of `nodes`, leaving out what may be zero. */
  smallest(nodes: Iterable<Node>): number {
    const { rough } = this.#arithmetic;
    let least = Number.POSITIVE_INFINITY;
    for (const node of nodes) {
      const ball = this.at(node);
      if (ball.state >= state.unclear || mayBeZero(this.#arithmetic, ball)) continue;
      least = Math.min(least, Math.abs(rough.toNumber(ball.value)));
    }
    return least;
  }

  /** Evaluates what `root` needs and has no value yet. Arguments are older than what uses them. */
  #complete(root: Node): void {
    const { first, args } = this.#graph.tape();
    const isNeeded = new Uint8Array(root + 1);
    isNeeded[root] = 1;
    const needed: Node[] = [];
    for (let node = root, open = 1; open > 0; node--) {
      if (isNeeded[node] === 0) continue;
      open--;
      needed.push(node);
      const end = first[node + 1] as number;
      for (let i = first[node] as number; i < end; i++) {
        const arg = args[i] as Node;
        if (this.#known[arg] !== undefined || isNeeded[arg] === 1) continue;
        isNeeded[arg] = 1;
        open++;
      }
    }
    for (let i = needed.length - 1; i >= 0; i--) this.#known[needed[i] as Node] = this.#evaluate(needed[i] as Node);
  }

  #evaluate(node: Node): Ball<N> {
    const graph = this.#graph;
    const code = graph.code(node);
    if (code === VARIABLE) return this.#leaves(node) ?? without(this.#arithmetic, state.undefined);
    if (code === CONSTANT)
      return constantBall(this.#arithmetic, graph.value(node) === Math.PI ? "pi" : String(graph.value(node)));
    const args = graph.args(node).map((arg) => this.#known[arg] as Ball<N>);
    const [a] = args as [Ball<N>];
    if (code === DEFINITION) return a;
    const side = this.#branches?.get(node);
    if (side !== undefined) return this.#onBranch(code, args, side);
    if (args.length === 1) return applied(this.#arithmetic, code, args);
    return args.slice(1).reduce((folded, arg) => applied(this.#arithmetic, code, [folded, arg]), a);
  }

  /** One branch as an analytic function of its arguments, beyond where it holds. */
  #onBranch(code: number, args: readonly Ball<N>[], side: number): Ball<N> {
    const arithmetic = this.#arithmetic;
    const worst = Math.max(...args.map((arg) => arg.state));
    if (worst >= state.unclear) return without(arithmetic, worst);
    const height = args.length === 1 ? (args[0] as Ball<N>) : applied(arithmetic, SUBTRACT, args);
    // What is zero all over a region lies on neither branch there: at generic points nothing else looks like zero.
    if (mayBeZero(arithmetic, height))
      return applied(
        arithmetic,
        code,
        args.map(() => exactBall(arithmetic, 0)),
      );
    const balls = {
      number: (value: number) => exactBall(arithmetic, value),
      apply: (inner: number, values: readonly Ball<N>[]) => applied(arithmetic, inner, values),
    };
    const branches = branchesOf(code);
    return (side > 0 ? branches?.above : branches?.below)?.(balls, args) ?? applied(arithmetic, code, args);
  }
}
