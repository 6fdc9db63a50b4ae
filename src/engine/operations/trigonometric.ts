/** Rows of the table of operations: trigonometric and hyperbolic functions and their inverses. */

import type { Operation } from "./operation.ts";

const transcendental = { resembles: "where small or large" } as const;
const hyperbolic = { ...transcendental, takesOne: true } as const;

export const trigonometric = {
  sin: {
    ...transcendental,
    value: Math.sin,
    derivative: (b, [x]) => b.call("cos", x),
    vanishes: true,
    range: [-1, 1],
  },
  cos: {
    ...transcendental,
    value: Math.cos,
    derivative: (b, [x]) => b.negate(b.call("sin", x)),
    vanishes: true,
    range: [-1, 1],
  },
  tan: {
    ...transcendental,
    value: Math.tan,
    derivative: (b, [x]) => b.reciprocal(b.square(b.call("cos", x))),
    byOutput: (b, y) => b.add(b.number(1), b.square(y)),
    aliases: ["tg"],
    vanishes: true,
  },
  sec: {
    ...transcendental,
    value: (x) => 1 / Math.cos(x),
    derivative: (b, [x]) => b.multiply(b.call("sec", x), b.call("tan", x)),
  },
  csc: {
    ...transcendental,
    value: (x) => 1 / Math.sin(x),
    derivative: (b, [x]) => b.negate(b.multiply(b.call("csc", x), b.call("cot", x))),
    aliases: ["cosec"],
  },
  cot: {
    ...transcendental,
    value: (x) => 1 / Math.tan(x),
    derivative: (b, [x]) => b.negate(b.reciprocal(b.square(b.call("sin", x)))),
    byOutput: (b, y) => b.negate(b.add(b.number(1), b.square(y))),
    vanishes: true,
  },
  asin: {
    ...transcendental,
    value: Math.asin,
    derivative: (b, [x]) => b.reciprocal(b.call("sqrt", b.oneMinus(b.square(x)))),
    aliases: ["arcsin"],
  },
  acos: {
    ...transcendental,
    value: Math.acos,
    derivative: (b, [x]) => b.negate(b.reciprocal(b.call("sqrt", b.oneMinus(b.square(x))))),
    aliases: ["arccos"],
    vanishes: true,
    range: [0, 4],
  },
  atan: {
    ...transcendental,
    value: Math.atan,
    derivative: (b, [x]) => b.reciprocal(b.add(b.number(1), b.square(x))),
    aliases: ["arctan"],
  },
  sinh: {
    ...hyperbolic,
    value: Math.sinh,
    derivative: (b, [x]) => b.call("cosh", x),
    aliases: ["sh"],
  },
  cosh: {
    ...hyperbolic,
    value: Math.cosh,
    derivative: (b, [x]) => b.call("sinh", x),
    aliases: ["ch"],
    range: [1, Number.POSITIVE_INFINITY],
  },
  sech: {
    ...hyperbolic,
    value: (x) => 1 / Math.cosh(x),
    derivative: (b, [x]) => b.negate(b.multiply(b.call("sech", x), b.call("tanh", x))),
    byOutput: (b, y, [x]) => b.negate(b.multiply(y, b.call("tanh", x))),
    range: [0, 1],
  },
  csch: {
    ...hyperbolic,
    value: (x) => 1 / Math.sinh(x),
    derivative: (b, [x]) => b.negate(b.multiply(b.call("csch", x), b.call("coth", x))),
    byOutput: (b, y, [x]) => b.negate(b.multiply(y, b.call("coth", x))),
  },
  coth: {
    ...hyperbolic,
    value: (x) => 1 / Math.tanh(x),
    derivative: (b, [x]) => b.negate(b.reciprocal(b.square(b.call("sinh", x)))),
    byOutput: (b, y) => b.oneMinus(b.square(y)),
  },
  asinh: {
    ...transcendental,
    value: Math.asinh,
    derivative: (b, [x]) => b.reciprocal(b.call("sqrt", b.add(b.number(1), b.square(x)))),
    aliases: ["arsinh", "arcsinh"],
  },
  acosh: {
    ...transcendental,
    value: Math.acosh,
    derivative: (b, [x]) =>
      b.reciprocal(b.multiply(b.call("sqrt", b.subtract(x, b.number(1))), b.call("sqrt", b.add(x, b.number(1))))),
    aliases: ["arcosh", "arccosh"],
    vanishes: true,
    range: [0, Number.POSITIVE_INFINITY],
  },
  atanh: {
    ...transcendental,
    value: Math.atanh,
    derivative: (b, [x]) => b.reciprocal(b.oneMinus(b.square(x))),
    aliases: ["artanh", "arctanh"],
  },
} as const satisfies Record<string, Operation>;
