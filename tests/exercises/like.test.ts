/** A case that is like another one but for some values. */

import { expect, test } from "vitest";
import { ExerciseError } from "../../src/exercises/problem.ts";
import { trace } from "../../src/exercises/trace.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";

const exercise = (cases: object) =>
  exerciseFromData({
    id: "own",
    title: "Own",
    model: { parameters: ["a", "b"], equations: { z: "a + 10*b" } },
    cases,
    questions: [{ id: "z", kind: "number", points: 1, reference: { number: 1 } }],
  });

test("takes what it does not say itself, through several cases", () => {
  const own = exercise({ third: { like: "second", a: 5 }, first: { a: 1, b: 2 }, second: { like: "first", b: 3 } });
  const values = ["first", "second", "third"].map((name) => trace(own, { case: name }).outputs.z);
  expect(values).toEqual([21, 31, 35]);
});

test.each([
  ["nothing that is there", { one: { like: "two", a: 1, b: 1 } }],
  ["itself", { one: { like: "one", a: 1, b: 1 } }],
  ["one that is like it", { one: { like: "two", a: 1 }, two: { like: "one", b: 1 } }],
  ["a number", { one: { like: 3, a: 1, b: 1 } }],
])("is refused where it is like %s", (_, cases) => {
  expect(() => exercise(cases)).toThrow(ExerciseError);
  expect(() => exercise(cases)).toThrow(/cases\.(?:one|two)\.like/);
});
