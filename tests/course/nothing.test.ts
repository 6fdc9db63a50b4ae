/** Who of a course has handed in nothing at all, over all its exercises. */

import { expect, test } from "vitest";
import { summaryOf, Totals } from "../../src/course/summary.ts";
import type { Report, ReportItem } from "../../src/grading/report.ts";

function item(id: string, answer: string, more: Partial<ReportItem> = {}): ReportItem {
  return { id, kind: "any", verdict: "incorrect", points: 0, maxPoints: 2, feedback: [], answer, ...more };
}

function report(student: string, exercise: string, items: readonly ReportItem[], more: Partial<Report> = {}): Report {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const points = sum(items.map((one) => one.points));
  const reviewPoints = sum(items.map((one) => one.reviewPoints ?? 0));
  const [status, passed, needsReview] = ["graded", points >= 1, reviewPoints > 0] as const;
  const place = { exercise, student, file: `${student}/${exercise}.json` };
  return {
    schema: "rnn-check/report@1",
    ...place,
    status,
    points,
    maxPoints: 2,
    reviewPoints,
    passed,
    needsReview,
    items,
    ...more,
  };
}

const right = (id: string) => item(id, "yes", { verdict: "correct", points: 2 });
const { file: _, ...absence } = report("gone", "ex1", [item("q", "", { verdict: "missing" })]);

test("who has a file for any exercise has handed in something", () => {
  const { file: _file, ...other } = report("gone", "ex2", [item("a", "", { verdict: "missing" })]);
  const { file: _other, ...late } = report("s1", "ex2", [item("a", "", { verdict: "missing" })]);
  const totals = new Totals();
  for (const one of [report("s1", "ex1", [right("q")]), absence, other, late]) totals.add(one);
  const { nothing, students } = summaryOf(totals, { superseded: [], skipped: [] }, { complete: true });
  expect([nothing, students]).toEqual([["gone"], 2]);
});
