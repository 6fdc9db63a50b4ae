/** What must be kept, for outputs and conventions that no exercise has. Figures: what each step adds, times 98. */

import { expect, test } from "vitest";
import { Derivation } from "../../src/exercises/derivation.ts";
import type { NumberQuestion } from "../../src/kinds/number/question.ts";
import { numberValue } from "../../src/kinds/number/reference.ts";
import { readExercise } from "../../src/kinds/read.ts";

function extra(y: string, z: string, stored: object): number {
  const exercise = readExercise(
    JSON.stringify({
      id: "own",
      title: "Own",
      statement: "A statement",
      model: {
        parameters: ["W", "U", "V", "c"],
        inputs: ["x"],
        steps: 2,
        equations: { "tau[t]": "W*h[t-1] + U*x[t]", "h[t]": "tanh(tau[t])", "y[t]": y, z },
      },
      questions: [
        {
          id: "q",
          kind: "number",
          points: 1,
          reference: { stored: { of: "z", wrt: "W", steps: 100, beyond: 2, ...stored } },
        },
      ],
    }),
  );
  return numberValue(new Derivation(exercise), (exercise.questions[0] as NumberQuestion).reference);
}

test.each(["V*h[t]", "-(V*h[t])", "-V*h[t]", "(1-V)*h[t]", "V^2*h[t]", "x[t]^2*h[t]", "(x[t]+1)*h[t]", "V*x[t]*h[t]"])(
  "y = %s needs nothing that parameters and inputs alone make up",
  (y) => {
    expect(extra(y, "sum(y[t])", { reuse: true })).toBe(98);
  },
);

test.each(["V*h[t]", "V*h[t] + c", "(h[t]+c)*V", "c - V*h[t]/2"])("y = %s is computed again whole", (y) => {
  expect(extra(y, "prod(y[t])", { reuse: true, recompute: "y" })).toBe(98);
});

test("what is computed again from values that are kept anyway costs nothing", () => {
  expect(extra("V*h[t]", "prod(y[t])", { recompute: "tau" })).toBe(196);
  expect(extra("V*h[t]", "prod(y[t])", { recompute: ["tau", "y"] })).toBe(98);
});
