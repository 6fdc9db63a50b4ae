/**
 * The rules of the table at work. They make nodes by constructors that drop neutral elements and fold constants, which
 * is never done to what a student wrote (0·(1/0) must stay undefined).
 */

import { ADD, CONSTANT, DIVIDE, type Graph, MULTIPLY, NEGATE, type Node, POWER, SUBTRACT } from "./graph.ts";
import { memo } from "./memo.ts";
import type { Build } from "./operations/operation.ts";
import { codeOf, operationAt } from "./operations/table.ts";

export function add(g: Graph, terms: readonly Node[]): Node {
  const kept = terms.filter((term) => !g.isConstant(term, 0));
  if (kept.length === 0) return g.constant(0);
  return kept.length === 1 ? (kept[0] as Node) : g.apply(ADD, kept);
}

/** The sum of two, without the lists. */
export function plus(g: Graph, a: Node, b: Node): Node {
  if (g.isConstant(a, 0)) return b;
  return g.isConstant(b, 0) ? a : g.apply2(ADD, a, b);
}

export function multiply(g: Graph, factors: readonly Node[]): Node {
  const kept: Node[] = [];
  let constant = 1;
  for (const factor of factors) {
    if (g.code(factor) === CONSTANT)
      constant = decimal(constant * g.value(factor), places(constant) + places(g.value(factor)));
    else kept.push(factor);
  }
  if (constant === 0 || kept.length === 0) return g.constant(constant);
  if (constant === -1) return negate(g, kept.length === 1 ? (kept[0] as Node) : g.apply(MULTIPLY, kept));
  if (constant !== 1) kept.unshift(g.constant(constant));
  return kept.length === 1 ? (kept[0] as Node) : g.apply(MULTIPLY, kept);
}

/** The product of two; the same as `multiply` for two factors, without its lists: the reverse sweep lives on it. */
export function times(g: Graph, a: Node, b: Node): Node {
  const left = g.code(a) === CONSTANT;
  if (left || g.code(b) === CONSTANT) {
    if (g.isConstant(a, 1)) return b;
    return g.isConstant(b, 1) ? a : multiply(g, [a, b]);
  }
  return g.apply2(MULTIPLY, a, b);
}

export function subtract(g: Graph, a: Node, b: Node): Node {
  if (g.isConstant(b, 0)) return a;
  if (g.code(a) === CONSTANT && g.code(b) === CONSTANT) {
    const [x, y] = [g.value(a), g.value(b)];
    return g.constant(decimal(x - y, Math.max(places(x), places(y))));
  }
  return g.isConstant(a, 0) ? negate(g, b) : g.apply2(SUBTRACT, a, b);
}

export function negate(g: Graph, a: Node): Node {
  if (g.code(a) === CONSTANT) return g.constant(-g.value(a));
  return g.code(a) === NEGATE ? g.arg(a, 0) : g.apply1(NEGATE, a);
}

/** These constructors for one graph, as the rows of the table take them. */
export const builder = memo((g: Graph): Build => {
  const one = g.constant(1);
  const divide = (a: Node, b: Node) => (g.isConstant(b, 1) || g.isConstant(a, 0) ? a : g.apply2(DIVIDE, a, b));
  return {
    number: (value) => g.constant(value),
    add: (...terms) => add(g, terms),
    subtract: (a, b) => subtract(g, a, b),
    multiply: (...factors) => multiply(g, factors),
    divide,
    negate: (a) => negate(g, a),
    power: (a, b) => (g.isConstant(b, 1) ? a : g.isConstant(b, 0) ? one : g.apply2(POWER, a, b)),
    square: (x) => g.apply2(POWER, x, g.constant(2)),
    oneMinus: (x) => subtract(g, one, x),
    reciprocal: (x) => divide(one, x),
    call: (name, ...args) => g.apply(codeOf(name), args),
  };
});

/** How many decimal places a constant is written with; many if it is written with an exponent. */
function places(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  return text.includes("e") ? Number.POSITIVE_INFINITY : text.length - text.indexOf(".") - 1;
}

/** 0.1·3 is 0.3 and 1.1 − 1 is 0.1, as a person computes them: the last bit of a double would be a digit of its own. */
function decimal(value: number, decimals: number): number {
  return decimals === 0 || decimals > 12 || Math.abs(value) > 1e3 ? value : Number(value.toFixed(decimals));
}

/** The table's own derivative of an operation with respect to its argument `i`, read off its inputs. */
export function partialDerivative(g: Graph, code: number, args: readonly Node[], i: number): Node {
  return operationAt(code).derivative?.(builder(g), args as readonly [Node, Node], i) ?? g.constant(0);
}
