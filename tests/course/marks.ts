/** Reports and statistics from bare points, as textbooks write them down. */

import { collectStatistics, type ExerciseStatistics } from "../../src/course/statistics.ts";
import type { Report, ReportItem } from "../../src/grading/report.ts";

type Marks = readonly (readonly (number | undefined)[])[];

/** Reports from points: a row a student, a column an item; `undefined` is a missing answer. */
export function reportsOf(rows: Marks, maxPoints: readonly number[]): Report[] {
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

export async function statisticsOf(rows: Marks, maxPoints: readonly number[]): Promise<ExerciseStatistics> {
  const { exercises } = await collectStatistics(reportsOf(rows, maxPoints));
  return exercises[0] as ExerciseStatistics;
}
