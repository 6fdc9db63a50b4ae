/** Whatever is written, comparing it takes bounded work. The limit is loose: what was not bounded took seconds or for ever. */

import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { equivalent, grade, loadExercise } from "../../../src/index.ts";

const exercise = await loadExercise(fileURLToPath(new URL("../../../exercises/ex2", import.meta.url)));
const right = "y2*V*h0*(1-h1^2)+y1*V*(1-h2^2)*(h1+W*h0*(1-h1^2))";
const never = "(h0*W*y1*y2*step(exp(1e3))/(1+sign(V)))";
const each = (count: number, part: (i: number) => string) => Array.from({ length: count }, (_, i) => part(i)).join("+");

it.each([
  ["branches that are never reached", `${right}+relu(${never})*relu(-${never})`],
  ["a hyperbolic function far out", `${right}+0*(max(tan(y2*0.5),h0*y1)*sin(2)*1e-30)`],
  ["digits that get lost", `${right}+${each(40, (i) => `softplus(${i}00*h1)-ln(1+exp(${i}00*h1))`)}`],
  ["many switches", `${right}+${each(60, (i) => `relu(h1-${i}/7)*0`)}`],
  ["switches that change all the time", `${right}+${each(20, (i) => `relu(sin(${i}*h1))*relu(-sin(${i}*h1))`)}`],
  ["many functions that are hardly seen", `${right}+${each(60, (i) => `atan(h1*${i}+1e-12)-atan(h1*${i})`)}`],
])("has an end: %s", (_, answer) => {
  const before = process.cpuUsage();
  grade(exercise, { answers: { dz_dW: answer } });
  equivalent(answer, right);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});

it.each(["(x+cosh(1000*y))-cosh(1000*y)", "x+exp(1e3)-exp(1e3)"])("finds no difference in what %s cancels", (formula) =>
  expect(equivalent(formula, "x").verdict).not.toBe("different"),
);
