/** Mistakes that an author foresees: named in the author's words, in every question they touch, for the share they leave. */

import { expect, test } from "vitest";
import { ExerciseError } from "../../src/exercises/problem.ts";
import { grade } from "../../src/grading/grade.ts";
import { readExercise } from "../../src/kinds/read.ts";

const exercise = (mistake: string) =>
  readExercise(`
id: gate
title: A leaky unit
model:
  parameters: [a]
  inputs: [x]
  steps: 2
  equations:
    "h[t]": a*h[t-1] + (1-a)*x[t]
cases:
  one: { a: 0.3, x: [1.7, -0.6], h0: 0.25 }
questions:
  - { id: h2, kind: number, points: 2, reference: { value: h2, case: one }, tolerance: { decimals: 4 } }
  - { id: d, kind: expression, points: 2, reference: { derivative: h2, wrt: a } }
  - { id: edges, kind: graph, points: 2, reference: { unrolled: h } }
mistakes:
  - ${mistake}
`);

const swapped = `{ id: keeps-swapped, replace: { "h[t]": "(1-a)*h[t-1] + a*x[t]" }, hint: Which of the two does a keep?, share: 0.25 }`;

test.each([
  ["h2", 0.2995],
  ["d", "x2 - h1 + (1-a)*(x1-h0)"],
])("is named by its hint: %s %s", (id, answer) => {
  const { items } = grade(exercise(swapped), { [id]: answer }, { lang: "de" });
  const item = items.find((one) => one.id === id);
  expect(item?.feedback.map(({ code, message }) => [code, message])).toContainEqual([
    "own.keeps-swapped",
    "Which of the two does a keep?",
  ]);
  expect(item?.points).toBe(0.5);
});

test("costs everything where the author gives no share", () => {
  const own = exercise(swapped.replace(", share: 0.25", ""));
  const { items } = grade(own, { h2: 0.2995 });
  expect(items[0]).toMatchObject({ points: 0, feedback: [{ code: "own.keeps-swapped" }] });
});

test.each([
  [`{ id: a, replace: { "k[t]": "2" }, hint: Look. }`, "the model has no equation for k[t]"],
  [`{ id: a, replace: { "h[t]": "h[t] + 1" }, hint: Look. }`, "mistakes.0.replace"],
  [`{ id: a, replace: { "h[t]": "q*x[t]" }, hint: Look. }`, "no quantity"],
  [`${swapped}\n  - ${swapped}`, 'mistakes.1.id: the id "keeps-swapped" is taken'],
])("says what is wrong with %s", (mistake, told) => {
  expect(() => exercise(mistake)).toThrow(ExerciseError);
  expect(() => exercise(mistake)).toThrow(told);
});
