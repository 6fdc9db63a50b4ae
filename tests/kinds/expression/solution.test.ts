/** The right answer that is shown keeps to the names that the question allows, and is right. */

import { expect, test } from "vitest";
import { Derivation } from "../../../src/exercises/derivation.ts";
import { grade } from "../../../src/grading/grade.ts";
import type { ExpressionQuestion } from "../../../src/kinds/expression/question.ts";
import { expressionReference } from "../../../src/kinds/expression/reference.ts";
import { readExercise } from "../../../src/kinds/read.ts";

function exerciseWith(reference: object, allow?: readonly string[]) {
  const equations = { "a[t]": "w*h[t-1] + x[t]", "h[t]": "tanh(a[t])", "y[t]": "v*h[t]", "q[t]": "y[t]", L: "y[T]" };
  return readExercise(
    JSON.stringify({
      id: "own",
      title: "Own",
      statement: "A statement",
      model: { parameters: ["w", "v"], inputs: ["x"], steps: 2, equations },
      questions: [{ id: "f", kind: "expression", points: 1, reference, ...(allow && { allow }) }],
    }),
  );
}

const slope = { derivative: "L", wrt: "w" };

test.each([
  [slope, ["a", "h", "w", "v"], "v*(1 - tanh(a2)^2)*h1 + v*(1 - tanh(a2)^2)*w*(1 - tanh(a1)^2)*h0"],
  [slope, ["h", "w", "v"], "v*(1 - h2^2)*h1 + v*(1 - h2^2)*w*(1 - h1^2)*h0"],
  [{ value: "h2" }, ["x", "w", "h0"], "tanh(w*tanh(w*h0 + x1) + x2)"],
  [{ value: "y1*y2" }, ["v", "h"], "v*h1*v*h2"],
  [{ value: "q2" }, undefined, "y2"],
])("%j in %j is %s", (reference, allow, solution) => {
  const exercise = exerciseWith(reference, allow);
  const [question] = exercise.questions as readonly [ExpressionQuestion];
  expect(expressionReference(new Derivation(exercise), question).solution).toBe(solution);
  expect(grade(exercise, { f: solution }).items[0]?.verdict).toBe("correct");
});

test.each([
  [slope, ["x"], "h0, v, w"],
  [{ value: "y1*y2" }, ["h", "x"], "v"],
  [{ expression: "a*(b+c)" }, ["a", "b"], "c"],
])("%j can't be written in %j", (reference, allow, missing) => {
  expect(() => exerciseWith(reference, allow)).toThrow(
    `no right answer can do with these names: it depends on ${missing}`,
  );
});
