/**
 * Between which bounds the values of nodes lie, whatever the variables are within theirs: 1 − tanh²(x) is never negative.
 * What it says is proven; what it does not say is open.
 */

import {
  ADD,
  CONSTANT,
  DEFINITION,
  DIVIDE,
  type Graph,
  MULTIPLY,
  NEGATE,
  type Node,
  POWER,
  SUBTRACT,
  VARIABLE,
} from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";

export type Bounds = readonly [low: number, high: number];

const everything: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The bounds of the nodes of a graph, computed when asked for; `leaves` gives those of the variables. */
export function boundsIn(g: Graph, leaves: (leaf: Node) => Bounds): (node: Node) => Bounds {
  const known: Bounds[] = [];
  // Arguments are older than what uses them, so nothing recurses.
  return (node) => {
    for (let next = known.length; next <= node; next++) known.push(boundsOf(g, next, known, leaves));
    return known[node] as Bounds;
  };
}

function boundsOf(g: Graph, node: Node, known: readonly Bounds[], leaves: (leaf: Node) => Bounds): Bounds {
  const code = g.code(node);
  const args = g.args(node).map((arg) => known[arg] as Bounds);
  const [x = everything, y = everything] = args;
  switch (code) {
    case CONSTANT:
      return [g.value(node), g.value(node)];
    case VARIABLE:
      return leaves(node);
    case DEFINITION:
      return x;
    case ADD:
      return args.reduce(sum);
    case SUBTRACT:
      return sum(x, negated(y));
    case NEGATE:
      return negated(x);
    case MULTIPLY:
      return g.argCount(node) === 2 && g.arg(node, 0) === g.arg(node, 1) ? square(x) : args.reduce(product);
    case DIVIDE:
      return product(x, inverse(y));
    case POWER:
      return power(g, g.arg(node, 1), x);
    default:
      return operationAt(code).range ?? everything;
  }
}

function power(g: Graph, exponent: Node, base: Bounds): Bounds {
  const n = g.isConstant(exponent) ? g.value(exponent) : Number.NaN;
  if (n === 2) return square(base);
  return (Number.isInteger(n) && n % 2 === 0) || base[0] >= 0 ? [0, everything[1]] : everything;
}

/** A sum of numbers that are not whole may be a little off. */
function sum(x: Bounds, y: Bounds): Bounds {
  const [low, high] = [x[0] + y[0], x[1] + y[1]];
  if ([...x, ...y].every((bound) => Number.isInteger(bound) || !Number.isFinite(bound))) return [low, high];
  const slack = 1e-14 * Math.max(...[...x, ...y].filter(Number.isFinite).map(Math.abs));
  return [low - slack, high + slack];
}

function negated([low, high]: Bounds): Bounds {
  return [-high, -low];
}

function product([a, b]: Bounds, [c, d]: Bounds): Bounds {
  const ends = [times(a, c), times(a, d), times(b, c), times(b, d)];
  return [Math.min(...ends), Math.max(...ends)];
}

function inverse([low, high]: Bounds): Bounds {
  if (low > 0 || high < 0) return [1 / high, 1 / low];
  return low === 0 ? [0, everything[1]] : high === 0 ? [everything[0], 0] : everything;
}

/** 0·∞ is no product of values: ∞ is only the bound of them. */
function times(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

function square([low, high]: Bounds): Bounds {
  const [near, far] = [low > 0 ? low : high < 0 ? -high : 0, Math.max(Math.abs(low), Math.abs(high))];
  return [near * near, far * far];
}
