/** Runs of models: a short one, one of many steps, and one with more quantities than fit a line. */

import { builtInExercise } from "../../../src/cli/exerciseFiles.ts";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { type ModelRun, runModel, type TraceOptions } from "../../../src/exercises/trace.ts";
import { readExercise } from "../../../src/kinds/read.ts";

function run(exercise: Exercise, options: TraceOptions): ModelRun {
  return runModel(exercise, options);
}

export const short = run(builtInExercise("ex6"), { case: "set1" });

export const long = run(builtInExercise("ex2"), {
  steps: 100,
  set: { W: 0.9, U: 0.5, V: 1.3, h0: 0.1, x: "4*sin(0.1*t)" },
  wrt: ["W", "U"],
});

const manyGates = `
id: gates
title: An LSTM under long names
statement: A cell whose state is added up.
model:
  parameters: [W, U]
  inputs: [x]
  steps: 3
  equations:
    "inputGate[t]": sigmoid(W*x[t] + U*h[t-1])
    "forgetGate[t]": sigmoid(U*x[t] + W*h[t-1])
    "outputGate[t]": sigmoid(x[t] + h[t-1])
    "candidate[t]": tanh(W*x[t] - U*h[t-1])
    "cell[t]": forgetGate[t]*cell[t-1] + inputGate[t]*candidate[t]
    "h[t]": outputGate[t]*tanh(cell[t])
    L: sum(h[t]^2)
cases:
  only: { W: 2, U: -0.5, x: [0.5, -1, 40], h0: 0, cell0: 1.0e-7 }
questions:
  - { id: loss, kind: number, points: 1, reference: { value: L, case: only } }
`;

export const wide = run(readExercise(manyGates), { case: "only", wrt: ["W"] });
