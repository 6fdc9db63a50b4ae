/** What the benchmark of the engine runs: bundled by it, as Node 20 runs no TypeScript. */

import { trace } from "../../src/exercises/trace.ts";
import { grade } from "../../src/grading/grade.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";

const exercise = exerciseFromData({
  id: "long",
  title: "A long run",
  statement: "A benchmark.",
  model: {
    parameters: ["W", "U", "V"],
    inputs: ["x"],
    steps: 2,
    equations: { "h[t]": "tanh(W*h[t-1] + U*x[t])", "y[t]": "V*h[t]", z: "sum(y[t]^2)", p: "prod(y[t])" },
  },
  cases: { long: { W: 0.9, U: 0.5, V: 1.3, h0: 0.1, x: "sin(0.1*t)" } },
  questions: [{ id: "dW", kind: "expression", points: 1, reference: { derivative: "p", wrt: "W" } }],
});

/** z and its derivatives by W, U and V after `steps` steps. */
export function gradients(steps: number): Record<string, number | null | undefined> {
  const { outputs, gradients } = trace(exercise, { steps, case: "long", wrt: ["W", "U", "V"], stored: false });
  return { z: outputs.z, ...gradients.z };
}

/** Memory of the process in GB while it holds a run of `steps` steps. */
export function memoryOf(steps: number): number {
  gradients(steps);
  return process.memoryUsage().rss / 1e9;
}

const formulas = ["1-h1^2", "1-tanh(W*h0+U*x1)^2", "sech(W*h0+U*x1)^2"].map(
  (slope) => `y2*V*h0*(${slope}) + y1*V*(1-h2^2)*(h1+W*h0*(${slope}))`,
);

/** Grades one derivation of dz/dW, never the same text twice: equal answers are judged once. */
export function verdict(i: number): void {
  const report = grade(exercise, { dW: `${formulas[i % formulas.length]} + ${i} - ${i}` });
  if (report.items[0]?.verdict !== "correct") throw new Error(JSON.stringify(report.items[0]));
}
