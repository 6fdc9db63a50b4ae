/** Rows of the table of operations: powers, roots, logarithms, size and sign, trigonometric and hyperbolic functions. */

import type { Operation } from "./operation.ts";

const transcendental = { resembles: "where small or large" } as const;
const hyperbolic = { ...transcendental, takesOne: true } as const;

export const functions = {
  exp: {
    value: Math.exp,
    derivative: (b, [x]) => b.call("exp", x),
    byOutput: (_, y) => y,
    resembles: "where small",
    range: [0, Number.POSITIVE_INFINITY],
  },
  log: {
    value: Math.log,
    derivative: (b, [x]) => b.reciprocal(x),
    aliases: ["ln"],
    bases: { log2: 2, ld: 2, log10: 10, lg: 10 },
    vanishes: true,
  },
  sqrt: {
    value: Math.sqrt,
    derivative: (b, [x]) => b.reciprocal(b.multiply(b.number(2), b.call("sqrt", x))),
    byOutput: (b, y) => b.reciprocal(b.multiply(b.number(2), y)),
    aliases: ["wurzel"],
    range: [0, Number.POSITIVE_INFINITY],
  },
  cbrt: {
    value: Math.cbrt,
    derivative: (b, [x]) => b.reciprocal(b.multiply(b.number(3), b.square(b.call("cbrt", x)))),
    byOutput: (b, y) => b.reciprocal(b.multiply(b.number(3), b.square(y))),
  },
  abs: {
    value: Math.abs,
    derivative: (b, [x]) => b.call("sign", x),
    hasBranches: true,
    range: [0, Number.POSITIVE_INFINITY],
  },
  sign: {
    value: Math.sign,
    aliases: ["sgn", "signum"],
    hasBranches: true,
    range: [-1, 1],
  },
  max: {
    aliases: ["maximum"],
    arity: 2,
    value: Math.max,
    // At x = y neither counts, so that max(0, x) has the derivative of relu(x).
    derivative: (b, [x, y], i) => b.call("step", i === 0 ? b.subtract(x, y) : b.subtract(y, x)),
    hasBranches: true,
  },
  min: {
    aliases: ["minimum"],
    arity: 2,
    value: Math.min,
    derivative: (b, [x, y], i) => b.call("step", i === 0 ? b.subtract(y, x) : b.subtract(x, y)),
    hasBranches: true,
  },
  // Passes no gradient on.
  stop: { internal: true, value: (x) => x },
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
} as const satisfies Record<string, Operation>;
