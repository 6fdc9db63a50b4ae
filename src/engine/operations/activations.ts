/** Rows of the table of operations: activation functions and what their derivatives need. */

import { type Operation, precedence } from "./operation.ts";

/** tanh'(x) = 1/cosh²(x): 1 − tanh² has lost 4 % at x = 18 and is exactly 0 from x ≈ 19.06. */
function tanhDerivative(x: number): number {
  const c = Math.cosh(x);
  return 1 / c / c;
}

function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

function sigmoidDerivative(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
}

const activation = { takesOne: true, resembles: "where small or large" } as const;
const internal = { internal: true, resembles: "where small or large" } as const;

export const activations = {
  tanh: {
    ...activation,
    value: Math.tanh,
    derivative: (b, [x]) => b.call("tanhDerivative", x),
    byOutput: (b, y) => b.oneMinus(b.square(y)),
    aliases: ["th", "tgh"],
    takenFor: "sigmoid",
    range: [-1, 1],
  },
  // A row of its own so that it is evaluated without cancellation and still printed as students write it.
  tanhDerivative: {
    ...internal,
    value: tanhDerivative,
    derivative: (b, [x]) => b.multiply(b.number(-2), b.call("tanh", x), b.call("tanhDerivative", x)),
    print: {
      strength: precedence.sum,
      tight: [0],
      text: (a) => `1 - tanh(${a})^2`,
    },
    range: [0, 1],
  },
  sigmoid: {
    ...activation,
    value: sigmoid,
    derivative: (b, [x]) => b.call("sigmoidDerivative", x),
    byOutput: (b, y) => b.multiply(y, b.oneMinus(y)),
    aliases: ["logistic", "expit"],
    takenFor: "tanh",
    range: [0, 1],
  },
  sigmoidDerivative: {
    ...internal,
    value: sigmoidDerivative,
    derivative: (b, [x]) =>
      b.multiply(b.call("sigmoidDerivative", x), b.oneMinus(b.multiply(b.number(2), b.call("sigmoid", x)))),
    print: {
      strength: precedence.product,
      tight: [0],
      text: (a) => `sigmoid(${a})*(1 - sigmoid(${a}))`,
    },
    range: [0, 0.25],
  },
  relu: {
    value: (x) => (x > 0 ? x : x <= 0 ? 0 : Number.NaN),
    derivative: (b, [x]) => b.call("step", x),
    byOutput: (b, y) => b.call("step", y),
    aliases: ["ReLU"],
    takesOne: true,
    hasBranches: true,
    range: [0, Number.POSITIVE_INFINITY],
    takenFor: "tanh",
  },
  step: {
    value: (x) => (x > 0 ? 1 : x <= 0 ? 0 : Number.NaN),
    aliases: ["heaviside", "Heaviside", "Theta"],
    hasBranches: true,
    range: [0, 1],
  },
  softplus: {
    ...activation,
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    derivative: (b, [x]) => b.call("sigmoid", x),
    byOutput: (b, y) => b.oneMinus(b.call("exp", b.negate(y))),
    takenFor: "relu",
    range: [0, Number.POSITIVE_INFINITY],
  },
} as const satisfies Record<string, Operation>;
