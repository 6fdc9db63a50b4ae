/** Item statistics against numbers worked out by hand, a slow textbook version, and properties that must hold. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report, ReportItem } from "../../src/grading/report.ts";
import { collectStatistics, type ExerciseStatistics } from "../../src/grading/statistics.ts";
import { course } from "../reports/sample.ts";
import * as textbook from "./textbook.ts";

/** Reports from points: a row a student, a column an item; `undefined` is a missing answer. */
function reportsOf(rows: readonly (readonly (number | undefined)[])[], maxPoints: readonly number[]): Report[] {
  return rows.map((row, index) => {
    const items = row.map((points, item): ReportItem => {
      const max = maxPoints[item] ?? 0;
      const verdict = points === undefined ? "missing" : points === max ? "correct" : "incorrect";
      return { id: `q${item}`, kind: "number", verdict, points: points ?? 0, maxPoints: max, feedback: [] };
    });
    const points = row.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    const maximum = maxPoints.reduce((sum, each) => sum + each, 0);
    return {
      schema: "rnn-check/report@1",
      exercise: "ex1",
      student: `s${index}`,
      file: `s${index}.json`,
      status: "graded",
      points,
      maxPoints: maximum,
      reviewPoints: 0,
      passed: points >= maximum / 2,
      needsReview: false,
      items,
    };
  });
}

async function statisticsOf(rows: readonly (readonly (number | undefined)[])[], maxPoints: readonly number[]) {
  const { exercises } = await collectStatistics(reportsOf(rows, maxPoints));
  return exercises[0] as ExerciseStatistics;
}

describe("four students, two items, by hand", async () => {
  const statistics = await statisticsOf(
    [
      [1, 2],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
    [1, 2],
  );

  test.each([
    ["mean", 1.5],
    ["median", 1.5],
    ["minimum", 0],
    ["maximum", 3],
    ["standardDeviation", Math.sqrt(5 / 3)],
    ["skewness", 0],
    ["kurtosis", -1.2],
    ["internalConsistency", 80],
    ["errorRatio", 100 * Math.sqrt(0.2)],
    ["standardError", Math.sqrt(1 / 3)],
  ] as const)("%s", (name, expected) => {
    expect(statistics[name]).toBeCloseTo(expected, 12);
  });

  test.each([
    ["facility", 0.5, 0.5],
    ["standardDeviation", Math.sqrt(1 / 3), Math.sqrt(2 / 3)],
    ["discriminationIndex", 100 / Math.sqrt(2), 100 / Math.sqrt(2)],
    ["discriminativeEfficiency", 100, 100],
    ["attempts", 4, 4],
  ] as const)("%s of the items", (name, first, second) => {
    expect(statistics.items[0]?.[name]).toBeCloseTo(first, 12);
    expect(statistics.items[1]?.[name]).toBeCloseTo(second, 12);
  });

  test("distribution has a bin for full points alone", () => {
    expect(statistics.distribution.map(({ from, count, passed }) => [from, count, passed])).toEqual([
      [0, 1, 0],
      [0.5, 0, 0],
      [1, 1, 0],
      [1.5, 0, 0],
      [2, 1, 1],
      [2.5, 0, 0],
      [3, 1, 1],
    ]);
  });
});

test("an item that misleads the strong has negative discrimination", async () => {
  const { items } = await statisticsOf(
    [
      [0, 3],
      [1, 2],
      [2, 1],
      [3, 0],
    ],
    [3, 3],
  );
  expect(items[0]?.discriminationIndex).toBeCloseTo(-100, 12);
  expect(items[0]?.discriminativeEfficiency).toBeCloseTo(-100, 12);
});

describe("too little to say something", () => {
  test("no submissions", async () => {
    expect(await collectStatistics([])).toEqual({ submissions: 0, students: 0, exercises: [] });
  });

  test("one student", async () => {
    const statistics = await statisticsOf([[1, 2]], [1, 2]);
    expect(statistics).toMatchObject({ graded: 1, mean: 3, median: 3, standardDeviation: null, skewness: null });
    expect(statistics).toMatchObject({ internalConsistency: null, errorRatio: null, standardError: null });
    expect(statistics.items[0]).toMatchObject({
      facility: 1,
      discriminationIndex: null,
      discriminativeEfficiency: null,
    });
  });

  test("nobody differs: null, not NaN", async () => {
    const statistics = await statisticsOf(
      [
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      [1, 2],
    );
    expect(statistics).toMatchObject({
      standardDeviation: 0,
      skewness: null,
      kurtosis: null,
      internalConsistency: null,
    });
    expect(statistics.items[1]).toMatchObject({ standardDeviation: 0, discriminationIndex: null });
  });

  test("thirds that differ in their last bit do not differ", async () => {
    const third = 1 / 3;
    const rows = [
      [third, third, third],
      [third, third, third + 2 ** -54],
      [third, third, third],
    ];
    expect((await statisticsOf(rows, [1, 1, 1])).items[2]?.discriminationIndex).toBeNull();
  });

  test("a single item has no rest and no consistency", async () => {
    const statistics = await statisticsOf([[0], [1]], [1]);
    expect(statistics.internalConsistency).toBeNull();
    expect(statistics.items[0]?.discriminationIndex).toBeNull();
  });

  test("an item without points has no facility", async () => {
    expect((await statisticsOf([[0, 1]], [0, 1])).items[0]?.facility).toBeNull();
  });

  test("only files that cannot be graded", async () => {
    const [report] = reportsOf([[]], []);
    const invalid: Report = { ...(report as Report), status: "invalid", error: { code: "json.syntax", message: "?" } };
    const { exercises } = await collectStatistics([invalid]);
    expect(exercises[0]).toMatchObject({ graded: 0, invalid: 1, mean: null, median: null, standardDeviation: null });
  });
});

describe("missing answers", () => {
  test("count as 0 points, not as attempts", async () => {
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
    expect(missing.items[1]).toMatchObject({ attempts: 2, verdicts: { missing: 1, correct: 1, incorrect: 1 } });
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
    expect(late.exercises[0]?.items[1]).toMatchObject({ attempts: 1, verdicts: { missing: 2, correct: 1 } });
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

test("mistakes: by frequency, once an answer, with different examples, not from right answers", async () => {
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
  expect(mistakes?.[0]?.examples.map((example) => example.answer)).toEqual(["b", "c"]);
  expect(mistakes?.[0]?.examples[0]).toEqual({ answer: "b", message: "about b", student: "s0" });
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
});

/** Quarter points, at most 4 an item. */
const points = fc.integer({ min: 0, max: 16 }).map((quarters) => quarters / 4);
const marks = (students: { minLength: number; maxLength: number }) =>
  fc
    .integer({ min: 2, max: 4 })
    .chain((items) => fc.array(fc.array(points, { minLength: items, maxLength: items }), students));

const maxPoints = [4, 4, 4, 4];

describe("against the textbook", () => {
  test("all figures, on random marks", async () => {
    await fc.assert(
      fc.asyncProperty(marks({ minLength: 1, maxLength: 6 }), async (rows) => {
        const statistics = await statisticsOf(rows, maxPoints);
        const expected = textbook.testFigures(rows);
        for (const name of Object.keys(expected) as (keyof typeof expected)[]) {
          expectClose(statistics[name], expected[name], name);
        }
        for (const [column, item] of statistics.items.entries()) {
          const figures = textbook.itemFigures(rows, column);
          for (const name of Object.keys(figures) as (keyof typeof figures)[]) {
            expectClose(item[name], figures[name], `${name} of ${column}`);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a course of 300", async () => {
    const reports = [...course({ students: 300 })].filter((report) => report.status === "graded");
    const rows = reports.map((report) => report.items.map((item) => item.points));
    const { exercises } = await collectStatistics(reports);
    const statistics = exercises[0] as ExerciseStatistics;
    const expected = textbook.testFigures(rows);
    expectClose(statistics.internalConsistency, expected.internalConsistency, "consistency");
    expectClose(statistics.kurtosis, expected.kurtosis, "kurtosis");
    expect(statistics.internalConsistency).toBeGreaterThan(30);
  });
});

function expectClose(actual: number | null, expected: number | null, name: string): void {
  if (expected === null || actual === null) expect(actual, name).toBe(expected);
  else expect(Math.abs(actual - expected), name).toBeLessThan(1e-8 * Math.max(1, Math.abs(expected)));
}

describe("properties", () => {
  test("the order of students changes nothing", async () => {
    const shuffled = marks({ minLength: 2, maxLength: 12 }).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, other]) => {
        const a = await statisticsOf(rows, maxPoints);
        const b = await statisticsOf(other, maxPoints);
        expectClose(a.internalConsistency, b.internalConsistency, "consistency");
        expectClose(a.skewness, b.skewness, "skewness");
        for (const [index, item] of a.items.entries()) {
          expectClose(item.discriminationIndex, b.items[index]?.discriminationIndex ?? null, "index");
          expectClose(item.discriminativeEfficiency, b.items[index]?.discriminativeEfficiency ?? null, "efficiency");
        }
        expect(a.distribution).toEqual(b.distribution);
      }),
    );
  });

  test("points given to everybody shift the mean and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(marks({ minLength: 2, maxLength: 12 }), points, async (rows, gift) => {
        const before = await statisticsOf(rows, [8, 4, 4, 4]);
        const given = rows.map(([first = 0, ...rest]) => [first + gift, ...rest]);
        const after = await statisticsOf(given, [8, 4, 4, 4]);
        expectClose(after.mean, (before.mean ?? 0) + gift, "mean");
        expectClose(after.standardDeviation, before.standardDeviation, "deviation");
        expectClose(after.internalConsistency, before.internalConsistency, "consistency");
        for (const [index, item] of after.items.entries()) {
          expectClose(item.discriminationIndex, before.items[index]?.discriminationIndex ?? null, "index");
        }
      }),
    );
  });

  test("percentages stay in their range, bins hold everybody", async () => {
    await fc.assert(
      fc.asyncProperty(marks({ minLength: 1, maxLength: 12 }), async (rows) => {
        const statistics = await statisticsOf(rows, maxPoints);
        for (const { discriminationIndex, discriminativeEfficiency, facility } of statistics.items) {
          expect(Math.abs(discriminationIndex ?? 0)).toBeLessThanOrEqual(100 + 1e-9);
          expect(discriminativeEfficiency ?? 0).toBeLessThanOrEqual(100 + 1e-9);
          expect(facility).toBeLessThanOrEqual(1);
        }
        expect(statistics.internalConsistency ?? 0).toBeLessThanOrEqual(100 + 1e-9);
        expect(statistics.distribution.reduce((sum, bin) => sum + bin.count, 0)).toBe(rows.length);
        expect(statistics.distribution.length).toBeLessThanOrEqual(21);
      }),
    );
  });
});
