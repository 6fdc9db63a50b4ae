/**
 * Every node of a graph as a value with a rigorous error bound. Knows graphs and where leaves get their values from,
 * not which formulas are compared.
 */

import { CONSTANT, DEFINITION, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operations/table.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { applied, type Ball, constantBall, exactBall, mayBeZero, state, without } from "./ball.ts";
import { traits } from "./traits.ts";

/** The value of a leaf; undefined if it has none. */
export type Leaves<N> = (node: Node) => Ball<N> | undefined;

/** On which piece operations defined piece by piece are evaluated, by their argument: 1 above zero, 0 below. */
export type Pieces = ReadonlyMap<Node, number>;

/** Evaluates nodes of a graph on demand; the graph may grow between two calls. */
export class Balls<N> {
  readonly #graph: Graph;
  readonly #arithmetic: Arithmetic<N>;
  readonly #leaves: Leaves<N>;
  readonly #pieces: Pieces | undefined;
  readonly #known: (Ball<N> | undefined)[] = [];

  /** @param pieces where an argument is listed, its piece is used even if its value lies on the other */
  constructor(graph: Graph, arithmetic: Arithmetic<N>, leaves: Leaves<N>, pieces?: Pieces) {
    this.#graph = graph;
    this.#arithmetic = arithmetic;
    this.#leaves = leaves;
    this.#pieces = pieces;
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
      if (ball.state >= state.unclear || !rough.less(ball.error, rough.absolute(ball.value))) continue;
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
    if (code === CONSTANT) return constantBall(this.#arithmetic, String(graph.value(node)));
    const a = this.#known[graph.arg(node, 0)] as Ball<N>;
    if (code === DEFINITION) return a;
    const count = graph.argCount(node);
    const piece = this.#pieces?.get(graph.arg(node, 0));
    if (piece !== undefined && count === 1) {
      const forced = pieceOf(this.#arithmetic, code, a, piece);
      if (forced !== undefined) return forced;
    }
    if (count === 1) return applied(this.#arithmetic, code, [a]);
    let folded = a;
    for (let i = 1; i < count; i++)
      folded = applied(this.#arithmetic, code, [folded, this.#known[graph.arg(node, i)] as Ball<N>]);
    return folded;
  }
}

/** A piece as an analytic function of its argument, beyond where it holds; undefined: the operation has no pieces. */
function pieceOf<N>(arithmetic: Arithmetic<N>, code: number, a: Ball<N>, piece: number): Ball<N> | undefined {
  const kind = traits[code]?.piece;
  if (kind === undefined) return undefined;
  if (a.state >= state.unclear) return without(arithmetic, a.state);
  // What is zero all over a piece stays so: both sides agree there. At generic points nothing else looks like zero.
  if (mayBeZero(arithmetic, a)) return exactBall(arithmetic, 0);
  const factor = exactBall(arithmetic, kind === "sign" || kind === "abs" ? 2 * piece - 1 : piece);
  return kind === "sign" || kind === "step" ? factor : applied(arithmetic, MULTIPLY, [a, factor]);
}

const MULTIPLY = codeOf("multiply");
