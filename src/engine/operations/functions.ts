/** Rows of the table of operations: functions of one argument. */

import type { Node } from "../graph.ts";
import { add, call, divide, multiply, negate, oneMinusSquare, power, subtract } from "../simplify.ts";
import { type Operation, precedence } from "./row.ts";

const { sum, product, atom } = precedence;

/** tanh'(x) = 1/cosh²(x): 1 − tanh² has lost 4 % at x = 18 and is exactly 0 from x ≈ 19.06. */
function tanhSlope(x: number): number {
  const c = Math.cosh(x);
  return 1 / c / c;
}

function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

function sigmoidSlope(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
}

export const functions = {
  tanh: {
    arity: 1,
    unary: Math.tanh,
    derivative: (g, [x]) => call(g, "tanhSlope", x as Node),
    byOutput: (g, y) => subtract(g, g.constant(1), power(g, y, g.constant(2))),
    command: "\\tanh",
    takenFor: "sigmoid",
  },
  tanhSlope: {
    // A row of its own so that it is evaluated without cancellation and still printed as students write it.
    arity: 1,
    unary: tanhSlope,
    derivative: (g, [x]) => multiply(g, [g.constant(-2), call(g, "tanh", x as Node), call(g, "tanhSlope", x as Node)]),
    print: {
      strength: sum,
      tight: [0],
      text: (a) => `1 - tanh(${a})^2`,
      latex: (a) => `1 - \\tanh^2\\left(${a}\\right)`,
    },
    internal: true,
  },
  sigmoid: {
    arity: 1,
    unary: sigmoid,
    derivative: (g, [x]) => call(g, "sigmoidSlope", x as Node),
    byOutput: (g, y) => multiply(g, [y, subtract(g, g.constant(1), y)]),
    takenFor: "tanh",
  },
  sigmoidSlope: {
    arity: 1,
    unary: sigmoidSlope,
    derivative: (g, [x]) =>
      multiply(g, [
        call(g, "sigmoidSlope", x as Node),
        subtract(g, g.constant(1), multiply(g, [g.constant(2), call(g, "sigmoid", x as Node)])),
      ]),
    print: {
      strength: product,
      tight: [0],
      text: (a) => `sigmoid(${a})*(1 - sigmoid(${a}))`,
      latex: (a) => `\\sigma\\left(${a}\\right) \\left(1 - \\sigma\\left(${a}\\right)\\right)`,
    },
    internal: true,
  },
  relu: {
    arity: 1,
    unary: (x) => (x > 0 ? x : x <= 0 ? 0 : Number.NaN),
    derivative: (g, [x]) => call(g, "step", x as Node),
    byOutput: (g, y) => call(g, "step", y),
    takenFor: "tanh",
  },
  softplus: {
    arity: 1,
    unary: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    derivative: (g, [x]) => call(g, "sigmoid", x as Node),
    byOutput: (g, y) => subtract(g, g.constant(1), call(g, "exp", negate(g, y))),
    takenFor: "relu",
  },
  step: { arity: 1, unary: (x) => (x > 0 ? 1 : x <= 0 ? 0 : Number.NaN) },
  sign: { arity: 1, unary: Math.sign, command: "\\operatorname{sgn}" },
  abs: {
    arity: 1,
    unary: Math.abs,
    derivative: (g, [x]) => call(g, "sign", x as Node),
    print: {
      strength: atom,
      tight: [0],
      text: (a) => `abs(${a})`,
      latex: (a) => `\\left|${a}\\right|`,
    },
  },
  exp: {
    arity: 1,
    unary: Math.exp,
    derivative: (g, [x]) => call(g, "exp", x as Node),
    byOutput: (_, y) => y,
    command: "\\exp",
  },
  log: { arity: 1, unary: Math.log, derivative: (g, [x]) => divide(g, g.constant(1), x as Node), command: "\\ln" },
  sqrt: {
    arity: 1,
    unary: Math.sqrt,
    derivative: (g, [x]) => divide(g, g.constant(1), multiply(g, [g.constant(2), call(g, "sqrt", x as Node)])),
    byOutput: (g, y) => divide(g, g.constant(1), multiply(g, [g.constant(2), y])),
    print: { strength: atom, tight: [0], text: (a) => `sqrt(${a})`, latex: (a) => `\\sqrt{${a}}` },
  },
  sin: {
    arity: 1,
    unary: Math.sin,
    derivative: (g, [x]) => call(g, "cos", x as Node),
    command: "\\sin",
    ofAngle: true,
  },
  cos: {
    arity: 1,
    unary: Math.cos,
    derivative: (g, [x]) => negate(g, call(g, "sin", x as Node)),
    command: "\\cos",
    ofAngle: true,
  },
  tan: {
    arity: 1,
    unary: Math.tan,
    derivative: (g, [x]) => divide(g, g.constant(1), power(g, call(g, "cos", x as Node), g.constant(2))),
    byOutput: (g, y) => add(g, [g.constant(1), power(g, y, g.constant(2))]),
    command: "\\tan",
    ofAngle: true,
  },
  sinh: { arity: 1, unary: Math.sinh, derivative: (g, [x]) => call(g, "cosh", x as Node), command: "\\sinh" },
  cosh: { arity: 1, unary: Math.cosh, derivative: (g, [x]) => call(g, "sinh", x as Node), command: "\\cosh" },
  sech: {
    arity: 1,
    unary: (x) => 1 / Math.cosh(x),
    derivative: (g, [x]) => negate(g, multiply(g, [call(g, "sech", x as Node), call(g, "tanh", x as Node)])),
    byOutput: (g, y, [x]) => negate(g, multiply(g, [y, call(g, "tanh", x as Node)])),
  },
  coth: {
    arity: 1,
    unary: (x) => 1 / Math.tanh(x),
    derivative: (g, [x]) => negate(g, divide(g, g.constant(1), power(g, call(g, "sinh", x as Node), g.constant(2)))),
    byOutput: (g, y) => subtract(g, g.constant(1), power(g, y, g.constant(2))),
    command: "\\coth",
  },
  asin: {
    arity: 1,
    unary: Math.asin,
    derivative: (g, [x]) => divide(g, g.constant(1), call(g, "sqrt", oneMinusSquare(g, x as Node))),
    command: "\\arcsin",
  },
  acos: {
    arity: 1,
    unary: Math.acos,
    derivative: (g, [x]) => negate(g, divide(g, g.constant(1), call(g, "sqrt", oneMinusSquare(g, x as Node)))),
    command: "\\arccos",
  },
  atan: {
    arity: 1,
    unary: Math.atan,
    derivative: (g, [x]) => divide(g, g.constant(1), add(g, [g.constant(1), power(g, x as Node, g.constant(2))])),
    command: "\\arctan",
  },
  asinh: {
    arity: 1,
    unary: Math.asinh,
    derivative: (g, [x]) =>
      divide(g, g.constant(1), call(g, "sqrt", add(g, [g.constant(1), power(g, x as Node, g.constant(2))]))),
  },
  acosh: {
    arity: 1,
    unary: Math.acosh,
    derivative: (g, [x]) =>
      divide(
        g,
        g.constant(1),
        multiply(g, [
          call(g, "sqrt", subtract(g, x as Node, g.constant(1))),
          call(g, "sqrt", add(g, [x as Node, g.constant(1)])),
        ]),
      ),
  },
  atanh: {
    arity: 1,
    unary: Math.atanh,
    derivative: (g, [x]) => divide(g, g.constant(1), oneMinusSquare(g, x as Node)),
  },
} as const satisfies Record<string, Operation>;
