/** Rows of the table of operations: leaves and arithmetic. */

import type { Node } from "../graph.ts";
import { call, divide, multiply, negate, power, subtract } from "../simplify.ts";
import { joined, joinedTerms, type Operation, precedence } from "./row.ts";

const { sum, product, sign: signed, power: raised, atom } = precedence;

export const arithmetic = {
  constant: { arity: 0 },
  variable: { arity: 0 },
  definition: { arity: 1, unary: (x) => x, derivative: (g) => g.constant(1) },
  add: {
    arity: "n",
    binary: (x, y) => x + y,
    neutral: 0,
    derivative: (g) => g.constant(1),
    print: { strength: sum, tight: [sum], text: joinedTerms, latex: joinedTerms },
  },
  multiply: {
    arity: "n",
    binary: (x, y) => x * y,
    neutral: 1,
    derivative: (g, args, i) =>
      multiply(
        g,
        args.filter((_, j) => j !== i),
      ),
    print: { strength: product, tight: [product], text: joined("*"), latex: joined(" ") },
  },
  subtract: {
    arity: 2,
    binary: (x, y) => x - y,
    derivative: (g, _, i) => g.constant(i === 0 ? 1 : -1),
    print: { strength: sum, tight: [sum, product], text: (a, b) => `${a} - ${b}`, latex: (a, b) => `${a} - ${b}` },
  },
  divide: {
    arity: 2,
    binary: (x, y) => x / y,
    derivative: (g, [x, y], i) =>
      i === 0
        ? divide(g, g.constant(1), y as Node)
        : negate(g, divide(g, x as Node, power(g, y as Node, g.constant(2)))),
    byOutput: (g, output, [, y], i) => divide(g, i === 0 ? g.constant(1) : negate(g, output), y as Node),
    print: {
      strength: product,
      tight: [product, signed],
      text: (a, b) => `${a}/${b}`,
      latex: (a, b) => `\\frac{${a}}{${b}}`,
    },
  },
  negate: {
    arity: 1,
    unary: (x) => -x,
    derivative: (g) => g.constant(-1),
    print: { strength: sum, tight: [product], text: (a) => `-${a}`, latex: (a) => `-${a}` },
  },
  power: {
    arity: 2,
    // JavaScript gives 1^NaN = NaN, and NaN stands for "undefined here".
    binary: (x, y) => x ** y,
    derivative: (g, [x, y], i) =>
      i === 0
        ? multiply(g, [y as Node, power(g, x as Node, subtract(g, y as Node, g.constant(1)))])
        : multiply(g, [power(g, x as Node, y as Node), call(g, "log", x as Node)]),
    byOutput: (g, output, [x, y], i) =>
      i === 0
        ? multiply(g, [y as Node, power(g, x as Node, subtract(g, y as Node, g.constant(1)))])
        : multiply(g, [output, call(g, "log", x as Node)]),
    print: { strength: raised, tight: [atom, raised], text: (a, b) => `${a}^${b}`, latex: (a, b) => `{${a}}^{${b}}` },
  },
} as const satisfies Record<string, Operation>;
