/** Which answers are decided together. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { openClusters, plainWords } from "../../src/course/clusters.ts";
import { answerHash, type Report, type ReportItem } from "../../src/grading/report.ts";

test.each([
  ["Gradient-Clipping!", "gradient  clipping"],
  ["Die „Sättigung“ der tanh.", "die Saettigung der tanh"],
  ["0,460", "0.46"],
  ["L = 2.00;", "l = 2"],
  ["naïve café", "Naive Cafe"],
])("%j says what %j says", (a, b) => {
  expect(plainWords(a)).toBe(plainWords(b));
});

test.each([
  ["a-b", "a b"],
  ["a-b", "a+b"],
  ["-1", "1"],
  ["10", "1"],
  ["0.5", "5"],
  ["1,2,3", "1.2.3"],
  ["saturates?", "saturates"],
  ["not met", "met"],
  ["unstable", "stable"],
])("%j does not say what %j says", (a, b) => {
  expect(plainWords(a)).not.toBe(plainWords(b));
});

test("what is plain stays plain, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(plainWords(plainWords(text))).toBe(plainWords(text));
    }),
  );
});

function report(student: string, answer: string, part: Partial<ReportItem> = {}, file = `${student}.json`): Report {
  const item: ReportItem = {
    ...{ id: "why", kind: "text", verdict: "review", points: 0, maxPoints: 1, reviewPoints: 1, feedback: [] },
    ...{ answer, answerHash: answerHash(answer), ...part },
  };
  const outcome = { points: item.points, maxPoints: 1, reviewPoints: item.reviewPoints ?? 0 };
  const rest = { status: "graded", passed: null, needsReview: true, items: [item] } as const;
  return { schema: "rnn-check/report@1", exercise: "ex1", student, file, ...outcome, ...rest };
}

test("equal answers are one question, the most frequent first; what was read differently is another", () => {
  const told = { feedback: [{ code: "text.unsure", message: "?" }] };
  const long = "x".repeat(499);
  const reports = [
    report("a", "Maybe!"),
    report("b", "so what"),
    report("c", "maybe"),
    report("d", "maybe", told),
    report("e", `${long}…`, { answerHash: "1" }),
    report("f", `${long}…`, { answerHash: "2" }),
    report("g", "maybe", { verdict: "incorrect" }),
  ];
  const groups = openClusters(reports).map(({ members }) => members.map(({ student }) => student).join(""));
  expect(groups).toEqual(["ac", "b", "d", "e", "f"]);
});
