/** Rows of the table of operations: leaves, names and arithmetic. */

import { type Operation, precedence } from "./operation.ts";

const { sum, product, sign, power, atom } = precedence;

/** The graph itself knows these by their place: see the codes in graph.ts. */
export const arithmetic = {
  constant: { arity: 0 },
  variable: { arity: 0 },
  definition: {
    arity: 1,
    value: (x) => x,
    precise: (x) => x,
    derivative: (b) => b.number(1),
  },
  add: {
    arity: "n",
    value: (x, y) => x + y,
    precise: (x, y) => x.plus(y),
    neutral: 0,
    derivative: (b) => b.number(1),
    overTime: ["sum"],
    print: { strength: sum, tight: [sum], text: joinedTerms, latex: joinedTerms },
    vanishes: true,
  },
  multiply: {
    arity: "n",
    value: (x, y) => x * y,
    precise: (x, y) => x.times(y),
    neutral: 1,
    derivative: (b, args, i) => b.multiply(...args.filter((_, j) => j !== i)),
    overTime: ["prod", "product"],
    print: {
      strength: product,
      tight: [product],
      text: (...factors) => factors.join("*"),
      latex: (...factors) => factors.join(" "),
    },
  },
  subtract: {
    arity: 2,
    value: (x, y) => x - y,
    precise: (x, y) => x.minus(y),
    derivative: (b, _, i) => b.number(i === 0 ? 1 : -1),
    print: { strength: sum, tight: [sum, product], text: (a, b) => `${a} - ${b}`, latex: (a, b) => `${a} - ${b}` },
    vanishes: true,
  },
  divide: {
    arity: 2,
    value: (x, y) => x / y,
    precise: (x, y) => x.div(y),
    derivative: (b, [x, y], i) => (i === 0 ? b.divide(b.number(1), y) : b.negate(b.divide(x, b.square(y)))),
    byOutput: (b, output, [, y], i) => b.divide(i === 0 ? b.number(1) : b.negate(output), y),
    print: {
      strength: product,
      tight: [product, sign],
      text: (a, b) => `${a}/${b}`,
      latex: (a, b) => `\\frac{${a}}{${b}}`,
    },
    side: (_, y) => Math.sign(y),
  },
  negate: {
    arity: 1,
    value: (x) => -x,
    precise: (x) => x.neg(),
    derivative: (b) => b.number(-1),
    print: { strength: sum, tight: [product], text: (a) => `-${a}`, latex: (a) => `-${a}` },
  },
  power: {
    arity: 2,
    // JavaScript gives 1^NaN = NaN, and NaN stands for "undefined here".
    value: (x, y) => x ** y,
    precise: (x, y) => (x.isNaN() || y.isNaN() ? x.plus(y) : x.pow(y)),
    derivative: (b, [x, y], i) =>
      i === 0 ? b.multiply(y, b.power(x, b.subtract(y, b.number(1)))) : b.multiply(b.power(x, y), b.call("log", x)),
    byOutput: (b, output, [x, y], i) =>
      i === 0 ? b.multiply(y, b.power(x, b.subtract(y, b.number(1)))) : b.multiply(output, b.call("log", x)),
    print: { strength: power, tight: [atom, power], text: (a, b) => `${a}^${b}`, latex: (a, b) => `{${a}}^{${b}}` },
    side: (x, y) => (y < 0 ? Math.sign(x) : 0),
  },
} as const satisfies Record<string, Operation>;

/** Prints a sum, with a negative term as a difference. */
function joinedTerms(...terms: string[]): string {
  return terms.reduce((left, term) => (term.startsWith("-") ? `${left} - ${term.slice(1)}` : `${left} + ${term}`));
}
