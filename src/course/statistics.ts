/** Item and test statistics of a course after Moodle's definitions. */

import type { Report } from "../grading/report.ts";
import { type Columns, columnsOf, type ItemColumn, type Mistake } from "./columns.ts";
import { discriminationIndex, histogram, mean, median, sampleVariance, sum } from "./measures.ts";

export type { Mistake };

export const verdicts = ["correct", "partial", "review", "incorrect", "invalid", "missing"] as const;

export type Statistics = ReturnType<typeof collectStatistics>;
export type ExerciseStatistics = ReturnType<typeof exerciseStatistics>;
export type ItemStatistics = ReturnType<typeof itemStatistics>;

/** The statistics of all `reports`, in one pass. */
export function collectStatistics(reports: Iterable<Report>) {
  let submissions = 0;
  const students = new Set<string>();
  const exercises = columnsOf(reports, ({ student, file = "" }) => {
    submissions++;
    students.add(student ?? file);
  });
  return { submissions, students: students.size, exercises: exercises.map(exerciseStatistics) };
}

/** All in points unless said otherwise. Points under review count as not (yet) given. Null: there are too few values. */
function exerciseStatistics(columns: Columns) {
  const { exercise, maxPoints, totals, invalid, absent, needsReview } = columns;
  const items = [...columns.items.values()];
  for (const item of items) item.fill(totals.length);
  const variance = sampleVariance(totals);
  return {
    exercise,
    maxPoints,
    /** The submissions that the figures below are about. */
    graded: totals.length,
    invalid,
    /** Listed, but nothing handed in. */
    absent,
    passed: columns.passed.filter(Boolean).length,
    needsReview,
    mean: mean(totals),
    median: median(totals),
    /** Of the sample (n − 1). */
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    internalConsistency: internalConsistency(items, totals),
    distribution: histogram(totals, columns.passed, maxPoints),
    /** In the order of the exercise. */
    items: items.map((item) => itemStatistics(item, totals)),
  };
}

function itemStatistics(column: ItemColumn, totals: readonly number[]) {
  const { id, kind, maxPoints, verdicts, underReview, openPoints, points, mistakes } = column;
  const rest = points.map((value, index) => (totals[index] ?? 0) - value);
  const average = mean(points);
  return {
    id,
    kind,
    maxPoints,
    /** Of submissions. A missing answer counts as 0 points in everything else. */
    verdicts,
    /** Answers that a person must decide about, and how many points they may still get. */
    underReview,
    openPoints,
    mean: average,
    /** mean / maxPoints, 0 … 1. */
    facility: average === null || maxPoints === 0 ? null : average / maxPoints,
    /** Correlation with the rest of the test in percent, −100 … 100; null where either does not vary. */
    discriminationIndex: discriminationIndex(points, rest),
    /** Most frequent first; the code decides between equals, so that the order never depends on who came first. */
    mistakes: [...mistakes.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}

/** Cronbach's α in percent; null for one item or totals that do not vary. */
function internalConsistency(items: readonly ItemColumn[], totals: readonly number[]): number | null {
  const totalVariance = sampleVariance(totals);
  if (items.length < 2 || totalVariance === null || totalVariance === 0) return null;
  const itemVariance = sum(items.map((item) => sampleVariance(item.points) ?? 0));
  return ((100 * items.length) / (items.length - 1)) * (1 - itemVariance / totalVariance);
}
