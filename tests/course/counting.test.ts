/** What counts as an answer, as a mistake and as an exercise of its own. */

import { describe, expect, test } from "vitest";
import { commonExercises, lostBy } from "../../src/course/counts.ts";
import { collectStatistics } from "../../src/course/statistics.ts";
import { Totals } from "../../src/course/summary.ts";
import type { HandIn } from "../../src/course/whose.ts";
import type { Report, ReportItem } from "../../src/grading/report.ts";
import { reportsOf, statisticsOf } from "./marks.ts";

describe("missing answers", () => {
  test("count as 0 points", async () => {
    const missing = await statisticsOf(
      [
        [1, undefined],
        [0, 2],
        [1, 1],
      ],
      [1, 2],
    );
    const zero = await statisticsOf(
      [
        [1, 0],
        [0, 2],
        [1, 1],
      ],
      [1, 2],
    );
    expect(missing.items[1]).toMatchObject({ verdicts: { missing: 1, correct: 1, incorrect: 1 } });
    expect(missing.items[1]?.facility).toBe(zero.items[1]?.facility);
    expect(missing.items[1]?.discriminationIndex).toBe(zero.items[1]?.discriminationIndex);
    expect(missing.internalConsistency).toBe(zero.internalConsistency);
  });

  test("so do items that a report does not list, early or late", async () => {
    const full = reportsOf(
      [
        [1, 2],
        [0, 2],
        [1, undefined],
      ],
      [1, 2],
    );
    const [first, second, third] = full.map((report) => ({ ...report, items: report.items.slice(0, 1) }));
    const late = await collectStatistics([first, { ...full[1] }, third] as Report[]);
    expect(late.exercises[0]?.items[1]).toMatchObject({ verdicts: { missing: 2, correct: 1 } });
    expect(late.exercises[0]?.items[1]?.mean).toBeCloseTo(2 / 3, 12);
    expect(second?.items.length).toBe(1);
  });

  test("who handed in nothing is absent and in no figure", async () => {
    const [present, listed] = reportsOf(
      [
        [1, 2],
        [undefined, undefined],
      ],
      [1, 2],
    );
    const { file: _, ...absent } = listed as Report;
    const { exercises } = await collectStatistics([present as Report, absent]);
    expect(exercises[0]).toMatchObject({ graded: 1, absent: 1, mean: 3 });
    expect(exercises[0]?.items[0]).toMatchObject({ facility: 1, verdicts: { missing: 0 } });
  });
});

test("mistakes: by frequency, once an answer, with what was said and answered, not from right answers", async () => {
  const item = (answer: string, code: string, verdict: "incorrect" | "correct" = "incorrect"): ReportItem => {
    const feedback = [{ code, message: `about ${answer}` }];
    const criteria = [{ id: "c", verdict: "unmet", points: 0, maxPoints: 1, feedback } as const];
    return { id: "q", kind: "text", verdict, points: 0, maxPoints: 1, answer, feedback, criteria };
  };
  const [report] = reportsOf([[0]], [1]);
  const reports = [
    item("a", "x.second"),
    item("b", "x.first"),
    item("b", "x.first"),
    item("c", "x.first"),
    item("d", "x.carried", "correct"),
  ].map((each) => ({ ...(report as Report), items: [each] }));
  const { exercises } = await collectStatistics(reports);
  const mistakes = exercises[0]?.items[0]?.mistakes;
  expect(mistakes?.map(({ code, count }) => [code, count])).toEqual([
    ["x.first", 3],
    ["x.second", 1],
  ]);
  expect(mistakes?.[0]?.answers.top(3)).toEqual([
    { text: "b", count: 2 },
    { text: "c", count: 1 },
  ]);
  expect(mistakes?.[0]?.messages.top(1)).toEqual([{ text: "about b", count: 2 }]);
});

test("several exercises stand in natural order, each with its own figures", async () => {
  const [report] = reportsOf([[1]], [1]);
  const reports = ["ex10", "ex2", "ex2"].map((exercise) => ({ ...(report as Report), exercise }));
  const statistics = await collectStatistics(reports);
  expect(statistics).toMatchObject({ submissions: 3, students: 1 });
  expect(statistics.exercises.map(({ exercise, graded }) => [exercise, graded])).toEqual([
    ["ex2", 2],
    ["ex10", 1],
  ]);
  const totals = new Totals();
  for (const one of reports) totals.add(one);
  expect(totals.exercises.map(({ exercise }) => exercise)).toEqual(["ex2", "ex10"]);
});

const handIn = (file: string, student: string, exercise = "ex1") =>
  ({ file, student, exercise, isKnown: true }) as HandIn;

test("who handed in and has neither a result nor one that replaced it has lost it", () => {
  const handIns = [handIn("a1", "ann"), handIn("a2", "ann"), handIn("b", "ben"), handIn("c", "cy")];
  const superseded = new Map([[0, 1]]);
  expect(lostBy(handIns, superseded, new Set(["a2", "b", "c"]))).toEqual([]);
  expect(lostBy(handIns, superseded, new Set(["b"]))).toEqual(["ann", "cy"]);
});

test("of many, one who answers something else does not make the others absent for it", () => {
  const many = Array.from({ length: 40 }, (_, i) => handIn(`${i}`, `s${i}`));
  expect(commonExercises([...many, handIn("x", "mal", "ex2")])).toEqual(["ex1"]);
  expect(commonExercises([...many.slice(0, 2), handIn("x", "mal", "ex2")])).toEqual(["ex1", "ex2"]);
});
