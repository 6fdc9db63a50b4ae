/** What is left of the points for a wrong derivative: a slip costs no more than a path, another derivative everything. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Derivation } from "../../../src/exercises/derivation.ts";
import { expression } from "../../../src/kinds/expression/kind.ts";
import type { ExpressionQuestion } from "../../../src/kinds/expression/question.ts";
import { readExercise } from "../../../src/kinds/read.ts";

const exercise = readExercise(readFileSync(new URL("../../../exercises/ex2/exercise.yaml", import.meta.url), "utf8"));
const question = exercise.questions.find(({ id }) => id === "dz_dW") as ExpressionQuestion;
const judge = expression.bind(question, new Derivation(exercise));
const pointsFor = (value: string) => judge(new Map([[question.id, { value }]])).points;

const pathLeftOut = pointsFor("y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*h1");

test.each([
  ["an index", "y2*V*h1*(1-h1^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["an index of tau", "y2*V*h0*(1-tanh(tau2)^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["a factor", "y2*h0*(1-h1^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["the recurrent factor", "y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*(h1 + h0*(1-h1^2))"],
  ["a factor too many", "y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*(W*h1 + W*h0*(1-h1^2))"],
  ["a square, everywhere", "y2*V*h0*(1-h1) + y1*V*(1-h2)*(h1 + W*h0*(1-h1))"],
  ["a square, once", "y2*V*h0*(1-h1^2) + y1*V*(1-h2)*(h1 + W*h0*(1-h1^2))"],
  ["a sign in tanh'", "y2*V*h0*(1+h1^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["the sign of a term", "y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*(h1 - W*h0*(1-h1^2))"],
  ["a factor of one term", "y2*V*h0*(1-h1^2) + V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["an index of a factor", "y2*V*h0*(1-h1^2) + y2*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["a state", "y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*(1 + W*h0*(1-h1^2))"],
  ["a power, once", "y2*V*h0*(1-h1^2) + y1*V*(1-h2^3)*(h1 + W*h0*(1-h1^2))"],
  ["a number in tanh'", "y2*V*h0*(2-h1^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["the sign of all", "-(y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2)))"],
  ["a constant factor", "2*(y2*V*h0*(1-h1^2) + y1*V*(1-h2^2)*(h1 + W*h0*(1-h1^2)))"],
])("%s wrong earns what a path left out earns", (_, answer) => {
  expect(pathLeftOut).toBe(3);
  expect(pointsFor(answer)).toBeGreaterThanOrEqual(pathLeftOut);
  expect(pointsFor(answer)).toBeLessThan(question.points);
});

test.each([
  ["another derivative", "y2*V*x1*(1-h1^2) + y1*V*(1-h2^2)*(x2 + W*x1*(1-h1^2))"],
  ["the product of the derivatives", "V^2*h0*(1-h1^2)*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["the factors swapped", "y1*V*h0*(1-h1^2) + y2*V*(1-h2^2)*(h1 + W*h0*(1-h1^2))"],
  ["anything", "W*h0"],
])("%s earns nothing", (_, answer) => {
  expect(pointsFor(answer)).toBe(0);
});
