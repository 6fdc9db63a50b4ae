/** A course over all its exercises: totals, the hardest items, who needs attention, and who shares rare wrong answers. */

import { describe, expect, test } from "vitest";
import { StandingsCollector } from "../../src/course/standings.ts";
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

function standingsOf(reports: readonly Report[]) {
  const collector = new StandingsCollector();
  for (const one of reports) collector.add(one);
  return collector.standings();
}

const right = (id: string) => item(id, "yes", { verdict: "correct", points: 2 });
const { file: _, ...absence } = report("gone", "ex1", [item("q", "", { verdict: "missing" })]);

describe("totals and attention", () => {
  const points = [2, 2, 2, 1.5, 0];
  const first = points.map((reached, index) => report(`s${index}`, "ex1", [item("q", "–", { points: reached })]));
  const second = points
    .slice(0, 4)
    .map((_, index) => report(`s${index}`, "ex2", [right("a"), item("b", "–", { maxPoints: 0 })]));
  const { file: _file, ...secondAbsence } = report("gone", "ex2", [item("a", "", { verdict: "missing" })]);
  const standings = standingsOf([...first, ...second, absence, secondAbsence]);

  test("totals are of those who handed in", () => {
    expect(standings).toMatchObject({ maxPoints: 4, mean: 3.1, median: 4, nothing: ["gone"] });
    const filled = standings.distribution.filter(({ count }) => count > 0);
    expect(filled.map(({ from, count, passed }) => [from, count, passed])).toEqual([
      [0, 1, 0],
      [3.5, 1, 1],
      [4, 3, 3],
    ]);
  });

  test("the hardest items come first, without those worth nothing", () => {
    expect(standings.hardest).toEqual([
      { exercise: "ex1", item: "q", facility: 0.75, answers: 5 },
      { exercise: "ex2", item: "a", facility: 1, answers: 4 },
    ]);
  });

  test("who has less than half of the median falls behind", () => {
    expect(standings.behind).toEqual([{ student: "s4", points: 0, handedIn: 1 }]);
  });

  test("points under review may keep one from falling behind, and make no item hard", () => {
    const open = item("q", "…", { verdict: "review", reviewPoints: 2 });
    const standings = standingsOf([...first.slice(0, 4), report("s4", "ex1", [open])]);
    expect(standings.behind).toEqual([]);
    expect(standings.hardest[0]).toMatchObject({ facility: 0.9375, answers: 4 });
  });

  test("among a handful nobody is behind", () => expect(standingsOf(first.slice(1)).behind).toEqual([]));

  test("nobody at all", () => {
    expect(standingsOf([])).toMatchObject({
      maxPoints: 0,
      mean: null,
      median: null,
      hardest: [],
      nothing: [],
    });
  });
});
