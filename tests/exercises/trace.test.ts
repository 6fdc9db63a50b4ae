/** What a run of a model shows of its quantities, beyond what the commands' golden files hold. */

import { expect, test } from "vitest";
import { runModel } from "../../src/exercises/trace.ts";
import { readExercise } from "../../src/kinds/read.ts";

function run(model: object, values: object) {
  const exercise = { id: "own", title: "Own", statement: "A statement", model, cases: { one: values } };
  const question = { id: "q", kind: "choice", points: 1, reference: { choice: 1 }, options: [1, 2] };
  return runModel(readExercise(JSON.stringify({ ...exercise, questions: [question] })));
}

test("a step before the first has its value where an equation gives it", () => {
  const model = { inputs: ["x"], steps: 2, equations: { "k[t]": "k[t+1] + x[t]", "k[0]": "5*k[1]", L: "k[0]" } };
  const { trace, sequences } = run(model, { x: [1, 2], k3: 3 });
  expect(trace.values).toEqual({ k0: 30, k1: 6, k2: 5, L: 30 });
  const k = sequences.find(({ name }) => name === "k");
  expect([k?.from, k?.to, ...[-1, 0, 1, 2, 3, 4].map((t) => k?.at(t))]).toEqual([
    0,
    3,
    undefined,
    30,
    6,
    5,
    3,
    undefined,
  ]);
});

test("a sequence with an equation for one step only has no others", () => {
  const { trace } = run({ inputs: ["x"], steps: 3, equations: { "s[2]": "x[1]*x[2]", L: "s[2]" } }, { x: [2, 3, 4] });
  expect(trace.values).toEqual({ s2: 6, L: 6 });
  expect(trace.missing).toBeUndefined();
});

test("parameters that end in a digit are no steps of a sequence", () => {
  const model = { parameters: ["W1", "W2"], inputs: ["x"], steps: 1, equations: { "h[t]": "W1*x[t] + W2", L: "h[T]" } };
  const { sequences } = run(model, { W1: 2, W2: 3, x: [5] });
  expect(sequences.map(({ name }) => name)).toEqual(["x", "h"]);
});

test("many steps show their forward pass, though no list of values", () => {
  const model = { parameters: ["w"], steps: 50, equations: { "h[t]": "w*h[t-1]", L: "h[T]" } };
  const { trace, sequences } = run(model, { w: 1, h0: 7 });
  expect(trace).toMatchObject({ steps: 50, outputs: { L: 7 }, gradients: { L: { w: 350 } } });
  expect(trace.values).toBeUndefined();
  expect(trace.stored.L?.w?.plain).toEqual({ count: 50 });
  expect(sequences.find(({ name }) => name === "h")).toMatchObject({ from: 0, to: 50 });
});
