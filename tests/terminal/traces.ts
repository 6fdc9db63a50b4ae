/** Sample traces: a saturated two-step run, a long run, and one with more quantities than fit a line. */

import type { TraceView } from "../../src/cli/terminal/traceData.ts";
import type { Sequence } from "../../src/exercises/trace.ts";

function sequence(name: string, start: number, values: readonly number[]): Sequence {
  return { name, values: new Map(values.map((value, at) => [start + at, value])) };
}

export const saturatedTrace: TraceView = {
  exercise: "ex6",
  title: "Loss for two parameter sets",
  case: "set1",
  steps: 2,
  bindings: { a: 20, b: 1, c: 1, x: [0.5, -1], h0: 0 },
  sequences: [
    sequence("x", 1, [0.5, -1]),
    sequence("tau", 1, [11, -18]),
    sequence("h", 0, [0, 0.999999999442, -1]),
    sequence("y", 1, [0.999999999442, -1]),
  ],
  outputs: { L: 1.999999998884 },
  gradients: { L: { a: 1.115789e-9, b: -1.8556e-15, c: 2.231573e-9 } },
  stored: {
    L: {
      a: {
        plain: { count: 6, names: ["y1", "y2", "h0", "h1", "tau1", "tau2"] },
        reuse: { count: 5, names: ["y1", "y2", "h0", "h1", "h2"] },
      },
    },
  },
  saturated: new Set(["h1", "h2"]),
};

const hundred = Array.from({ length: 100 }, (_, at) => at + 1);

export const longTrace: TraceView = {
  exercise: "ex2",
  steps: 100,
  bindings: { W: 0.9, U: 0.5, V: 1.3, h0: 0.1, x: hundred.map((t) => Math.sin(0.1 * t)), g: hundred },
  sequences: [
    sequence(
      "x",
      1,
      hundred.map((t) => Math.sin(0.1 * t)),
    ),
    sequence("h", 0, [0.1, ...hundred.map((t) => Math.tanh(Math.sin(0.1 * t)))]),
    sequence(
      "big",
      1,
      hundred.map((t) => -1234.5 * t),
    ),
  ],
  outputs: { L: 81.6408570549, z: Number.NaN },
  gradients: { L: { W: 92.2895605755, U: 93.8835754185, V: 125.601318546 }, z: { W: 12345678.9 } },
  stored: {
    L: {
      W: { plain: { count: 300, names: hundred.map((t) => `y${t}`) }, reuse: { count: 201 } },
    },
  },
  saturated: new Set(),
};

export const wideTrace: TraceView = {
  ...saturatedTrace,
  sequences: ["i", "f", "o", "candidate", "cell", "h", "tauInput", "tauForget", "tauOutput", "日本"].map((name, at) =>
    sequence(name, 1, [0.123456 * (at - 3), 1e-7, 123.456]),
  ),
  saturated: new Set(["cell2"]),
};
