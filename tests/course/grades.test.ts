/** Grading keys as people type them, and the marks that points lead to. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { gradeCounts, gradeKey, keyOf, markOf } from "../../src/course/grades.ts";

const read = (text: string) => {
  const found = gradeKey(text);
  return "key" in found ? found.key.map(({ from, mark }) => `${from}:${mark}`) : found.problem.code;
};

test.each([
  ["50:4.0,60:3.0", ["60:3.0", "50:4.0"]],
  [" 90 % : A , 50%:C, 70=B ", ["90:A", "70:B", "50:C"]],
  ["50:4,0;62,5:3,0;", ["62.5:3,0", "50:4,0"]],
  ["50:4,0,60:3,0", ["60:3,0", "50:4,0"]],
  ["0:nicht bestanden, 50:bestanden", ["50:bestanden", "0:nicht bestanden"]],
  ["100:1+", ["100:1+"]],
  ["", "course.grade-step"],
  ["50", "course.grade-step"],
  ["A:50", "course.grade-step"],
  ["50:", "course.grade-step"],
  ["-5:A", "course.grade-step"],
  ["50:4,62.5,60:3", "course.grade-step"],
  ["50:3,47,5:4", "course.grade-step"],
  ["101:A", "course.grade-above"],
  ["50:A,50.0:B", "course.grade-twice"],
])("%j", (text, expected) => expect(read(text)).toEqual(expected));

test("what is told of a key holds no control characters", () => {
  const found = gradeKey("50\u001b[2J");
  expect("problem" in found && found.problem.in("en")).not.toContain("\u001b");
});

const key = [
  { from: 75, mark: "B" },
  { from: 50, mark: "C" },
];
const student = (points: number, reviewPoints = 0) => ({ points, reviewPoints, maxPoints: 12 });

test.each([
  [student(5.9), { mark: undefined }],
  [student(6), { mark: "C" }],
  [student(5.9, 0.2), { mark: undefined, open: "C" }],
  [student(5, 7), { mark: undefined, open: "B" }],
  [student(9), { mark: "B" }],
])("%j", (points, expected) => expect(markOf(points, key)).toEqual(expected));

test("thirds that are a step reach it", () => {
  expect(markOf({ points: 4 / 3 + 4 / 3 + 4 / 3, reviewPoints: 0, maxPoints: 8 }, key)).toEqual({ mark: "C" });
});

test("everybody is counted once, and the key can be told from the counts", () => {
  const students = fc.array(fc.record({ points: fc.integer({ min: 0, max: 12 }), reviewPoints: fc.constant(0) }));
  fc.assert(
    fc.property(students, (all) => {
      const counts = gradeCounts(
        all.map((one) => ({ ...one, maxPoints: 12 })),
        key,
      );
      expect(counts.reduce((sum, { students: n }) => sum + n, 0)).toBe(all.length);
      expect(keyOf(counts)).toEqual(key);
    }),
  );
});
