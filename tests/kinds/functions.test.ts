/** Functions as authors may use them: each as the activation of a small network, from the trace to a named mistake. */

import { describe, expect, it } from "vitest";
import { trace } from "../../src/exercises/trace.ts";
import { grade } from "../../src/index.ts";
import { readExercise } from "../../src/kinds/read.ts";

const exerciseWith = (activation: string) =>
  readExercise(`id: own
title: Own
statement: A statement
model:
  parameters: [W, U, V]
  inputs: [x]
  steps: 2
  equations:
    "tau[t]": W*h[t-1] + U*x[t]
    "h[t]": ${activation}
    "y[t]":   V*h[t]
    z: prod(y[t])
cases:
  one: { W: 0.9, U: 0.5, V: 1.3, h0: 0.1, x: [0.5, 1.5] }
questions:
  - id: dz_dW
    kind: expression
    points: 6
    reference: { derivative: z, wrt: W }
    allow: [y, h, tau, W, V]
  - id: z
    kind: number
    points: 2
    reference: { value: z, case: one }
`);

/** An activation, its derivative at tau1 and tau2 as students write them, and one that is wrong. */
const functions: readonly (readonly [string, string, string])[] = [
  ["softplus(tau[t])", "sigmoid(T)", "1"],
  ["softplus(tau[t])", "\\frac{1}{1+e^{-T}}", "softplus(T)"],
  ["max(0, tau[t])", "step(T)", "1"],
  ["max(0, tau[t])", "\\max(0, T)/T", "\\max(0, T)"],
  ["max(0, tau[t])", "\\max\\{0, T\\}/T", "relu(T)"],
  ["relu(tau[t])", "max(0, T)/T", "max(0, T)"],
  ["min(tau[t], 1)", "step(1-T)", "step(T)"],
  ["cbrt(tau[t])", "1/(3*cbrt(T)^2)", "1/(3*cbrt(T))"],
];

describe.each(functions)("h = %s", (activation, slope, wrong) => {
  const exercise = exerciseWith(activation);
  const answer = (form: string) => {
    const [first, second] = ["tau1", "tau2"].map((tau) => `(${form.replaceAll("T", tau)})`);
    return `y2*V*h0*${first} + y1*V*${second}*(h1 + W*h0*${first})`;
  };
  const verdict = (answers: Record<string, unknown>, id: string) =>
    grade(exercise, { answers }).items.find((item) => item.id === id);

  it("is traced", () => {
    const { outputs, gradients } = trace(exercise);
    expect(Number.isFinite(outputs.z)).toBe(true);
    expect(Object.values(gradients.z ?? {}).every(Number.isFinite)).toBe(true);
  });

  it("has a value to answer with", () => {
    const value = trace(exercise).outputs.z as number;
    expect(verdict({ z: value }, "z")?.verdict).toBe("correct");
    expect(verdict({ z: value * 1.2 }, "z")?.verdict).toBe("incorrect");
  });

  it(`has the derivative ${slope}`, () => expect(verdict({ dz_dW: answer(slope) }, "dz_dW")?.verdict).toBe("correct"));

  it(`has not the derivative ${wrong}`, () =>
    expect(verdict({ dz_dW: answer(wrong) }, "dz_dW")?.verdict).not.toBe("correct"));
});

it("names an activation that was taken for another one", () => {
  const taken = trace(exerciseWith("relu(tau[t])")).outputs.z as number;
  const [, item] = grade(exerciseWith("softplus(tau[t])"), { answers: { z: taken } }).items;
  expect(item?.feedback.map(({ code }) => code)).toContain("mistake.other-activation");
});
