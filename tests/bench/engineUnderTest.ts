/** What the benchmark of the engine runs: bundled by it, as Node 20 runs no TypeScript. */

import { differentiate } from "../../src/engine/differentiate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Node } from "../../src/engine/graph.ts";
import { Unrolled } from "../../src/engine/unroll.ts";
import { caseBindings } from "../../src/exercises/cases.ts";
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
export function gradients(steps: number): Record<string, number> {
  const { model, cases } = exercise;
  if (model === undefined || cases.long === undefined) throw new Error("no model");
  const unrolled = new Unrolled(model, steps);
  const z = unrolled.node("z");
  const wrt = ["W", "U", "V"];
  const nodes = differentiate(
    unrolled.graph,
    z,
    wrt.map((name) => unrolled.node(name)),
  );
  const values = evaluate(unrolled.graph, bindings);
  return {
    z: values[z] as number,
    ...Object.fromEntries(wrt.map((name, i) => [name, values[nodes[i] as Node] as number])),
  };
}

/** The numbers of the case as a program would bind them, so that the engine is measured and not the formula of x. */
function bindings(family: string, index: number | undefined): number | undefined {
  if (family === "x" && index !== undefined) return Math.sin(0.1 * index);
  return caseNumbers(family, index);
}

const caseNumbers = caseBindings({ W: 0.9, U: 0.5, V: 1.3, h0: 0.1 });

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
