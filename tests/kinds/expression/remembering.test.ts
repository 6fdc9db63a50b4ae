/** What others handed in before changes nothing of what is said of a formula, however alike the two are. */

import { expect, test } from "vitest";
import { builtInExercise } from "../../../src/cli/exerciseFiles.ts";
import { grade } from "../../../src/grading/grade.ts";

const right = "y2*V*h0*(1-tanh(tau1)^2) + y1*V*(1-tanh(tau2)^2)*(h1 + W*h0*(1-tanh(tau1)^2))";
const slips: readonly (readonly [string, string])[] = [
  ["", ""],
  ["tau1)^2)) ", "tau1)^3)) "],
  ["(h1 +", "(h1 -"],
  ["y2*V", "1/2V"],
  ["y2*V", "1/2*V"],
  ["y1*V", "yl*V"],
  ["W*h0", "0.333*h0"],
  ["(1-tanh(tau2)^2)", "d2"],
];
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll(" ", ""),
  (text) => text.replaceAll("*", " * "),
  (text) => text.replaceAll("*", "·"),
  (text) => text.replaceAll("*", " "),
  (text) => text.replaceAll("tanh(tau1)^2", "tanh^2(tau_1)"),
  (text) => text.replaceAll("tau1", "τ₁").replaceAll("h0", "h_0"),
  (text) => `dz/dW = ${text}`,
  (text) => `${text}, d2 = 1-h2^2`,
  (text) => `${text}, d2 = 1 - h1^2`,
];
const answers = slips.flatMap(([from, to]) => spellings.map((spelt) => spelt(right.replace(from, to))));

test("alike formulas, in both orders", () => {
  const said = (exercise: ReturnType<typeof builtInExercise>, answer: string) =>
    grade(exercise, { dz_dW: answer }).items[0];
  const alone = answers.map((answer) => said(builtInExercise("ex2"), answer));
  expect(new Set(alone.map((item) => JSON.stringify([item?.verdict, item?.points]))).size).toBeGreaterThan(3);
  const [forwards, backwards] = [builtInExercise("ex2"), builtInExercise("ex2")];
  expect(answers.map((answer) => said(forwards, answer))).toEqual(alone);
  const turned = answers.toReversed().map((answer) => said(backwards, answer));
  expect(turned.reverse()).toEqual(alone);
});
