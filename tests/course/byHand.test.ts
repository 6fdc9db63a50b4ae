/** Item statistics against numbers worked out by hand, and where there is too little to say something. */

import { describe, expect, test } from "vitest";
import { collectStatistics } from "../../src/course/statistics.ts";
import type { Report } from "../../src/grading/report.ts";
import { reportsOf, statisticsOf } from "./marks.ts";

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
    ["standardDeviation", Math.sqrt(5 / 3)],
    ["internalConsistency", 80],
  ] as const)("%s", (name, expected) => {
    expect(statistics[name]).toBeCloseTo(expected, 12);
  });

  test.each([
    ["facility", 0.5, 0.5],
    ["discriminationIndex", 100 / Math.sqrt(2), 100 / Math.sqrt(2)],
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
});

describe("too little to say something", () => {
  test("no submissions", async () => {
    expect(await collectStatistics([])).toEqual({ submissions: 0, students: 0, exercises: [] });
  });

  test("one student", async () => {
    const statistics = await statisticsOf([[1, 2]], [1, 2]);
    expect(statistics).toMatchObject({ graded: 1, mean: 3, median: 3, standardDeviation: null });
    expect(statistics).toMatchObject({ internalConsistency: null });
    expect(statistics.items[0]).toMatchObject({ facility: 1, discriminationIndex: null });
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
    expect(statistics).toMatchObject({ standardDeviation: 0, internalConsistency: null });
    expect(statistics.items[1]).toMatchObject({ discriminationIndex: null });
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
