/** Rows of the table of operations: powers, roots, logarithms and what takes the larger, the size or the sign. */

import type { Operation } from "./operation.ts";
import { erf } from "./special.ts";

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
  erf: {
    value: erf,
    derivative: (b, [x]) =>
      b.divide(b.multiply(b.number(2), b.call("exp", b.negate(b.square(x)))), b.call("sqrt", b.number(Math.PI))),
    resembles: "where small or large",
    range: [-1, 1],
  },
} as const satisfies Record<string, Operation>;
