/** Item statistics against a slow textbook version, and properties that must hold. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectStatistics, type ExerciseStatistics } from "../../src/course/statistics.ts";
import { course } from "../formats/sample.ts";
import { statisticsOf } from "./marks.ts";
import * as textbook from "./textbook.ts";

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
        for (const [index, item] of a.items.entries()) {
          expectClose(item.discriminationIndex, b.items[index]?.discriminationIndex ?? null, "index");
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
        for (const { discriminationIndex, facility } of statistics.items) {
          expect(Math.abs(discriminationIndex ?? 0)).toBeLessThanOrEqual(100 + 1e-9);
          expect(facility).toBeLessThanOrEqual(1);
        }
        expect(statistics.internalConsistency ?? 0).toBeLessThanOrEqual(100 + 1e-9);
        expect(statistics.distribution.reduce((sum, bin) => sum + bin.count, 0)).toBe(rows.length);
        expect(statistics.distribution.length).toBeLessThanOrEqual(21);
      }),
    );
  });
});
