/** Item and test statistics of a course after Moodle's definitions. */

import type { Report } from "../grading/report.ts";
import type { Verdict } from "../kinds/judgement.ts";
import { Columns, type ItemColumn, type Mistake } from "./columns.ts";
import { type Bin, discriminationIndex, histogram, mean, median, sampleVariance, sum } from "./measures.ts";
import { byNaturalOrder } from "./order.ts";

export type { Mistake };

export const verdicts = [
  "correct",
  "partial",
  "review",
  "incorrect",
  "invalid",
  "missing",
] as const satisfies Verdict[];

export interface ItemStatistics {
  readonly id: string;
  readonly kind: string;
  readonly maxPoints: number;
  /** Of submissions. A missing answer counts as 0 points in everything else. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Answers that a person must decide about, and how many points they may still get. */
  readonly underReview: number;
  readonly openPoints: number;
  /** Points; null without submissions. */
  readonly mean: number | null;
  /** mean / maxPoints, 0 … 1. */
  readonly facility: number | null;
  /** Correlation with the rest of the test in percent, −100 … 100; null where either does not vary. */
  readonly discriminationIndex: number | null;
  /** Most frequent first. */
  readonly mistakes: readonly Mistake[];
}

/** All in points unless said otherwise. Points under review count as not (yet) given. */
export interface ExerciseStatistics {
  readonly exercise: string;
  readonly maxPoints: number;
  /** The submissions that the figures below are about. */
  readonly graded: number;
  readonly invalid: number;
  /** Listed, but nothing handed in. */
  readonly absent: number;
  readonly passed: number;
  readonly needsReview: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Of the sample (n − 1). */
  readonly standardDeviation: number | null;
  /** Cronbach's α in percent; null for one item or totals that do not vary. */
  readonly internalConsistency: number | null;
  readonly distribution: readonly Bin[];
  /** In the order of the exercise. */
  readonly items: readonly ItemStatistics[];
}

export interface Statistics {
  readonly submissions: number;
  readonly students: number;
  readonly exercises: readonly ExerciseStatistics[];
}

/** The statistics of all `reports`, in one pass. */
export function collectStatistics(reports: Iterable<Report>): Statistics {
  let submissions = 0;
  const students = new Set<string>();
  const exercises = new Map<string, Columns>();
  for (const report of reports) {
    submissions++;
    students.add(report.student ?? report.file ?? "");
    const columns = exercises.get(report.exercise) ?? new Columns(report.exercise);
    exercises.set(report.exercise, columns);
    columns.add(report);
  }
  const sorted = [...exercises.values()].sort((a, b) => byNaturalOrder(a.exercise, b.exercise));
  return { submissions, students: students.size, exercises: sorted.map(exerciseStatistics) };
}

function exerciseStatistics(columns: Columns): ExerciseStatistics {
  const { exercise, maxPoints, totals, invalid, absent, needsReview } = columns;
  const items = [...columns.items.values()];
  for (const item of items) item.fill(totals.length);
  const sorted = totals.toSorted((a, b) => a - b);
  return {
    exercise,
    maxPoints,
    graded: totals.length,
    invalid,
    absent,
    passed: columns.passed.filter(Boolean).length,
    needsReview,
    mean: mean(totals),
    median: median(sorted),
    standardDeviation: standardDeviation(totals),
    internalConsistency: internalConsistency(items, totals),
    distribution: histogram(totals, columns.passed, maxPoints),
    items: items.map((item) => itemStatistics(item, totals)),
  };
}

function standardDeviation(values: readonly number[]): number | null {
  const variance = sampleVariance(values);
  return variance === null ? null : Math.sqrt(variance);
}

function itemStatistics(column: ItemColumn, totals: readonly number[]): ItemStatistics {
  const { points } = column;
  const rest = points.map((value, index) => (totals[index] ?? 0) - value);
  const average = mean(points);
  return {
    id: column.id,
    kind: column.kind,
    maxPoints: column.maxPoints,
    verdicts: column.verdicts,
    underReview: column.underReview,
    openPoints: column.openPoints,
    mean: average,
    facility: average === null || column.maxPoints === 0 ? null : average / column.maxPoints,
    discriminationIndex: discriminationIndex(points, rest),
    mistakes: rankedMistakes(column),
  };
}

/** Frequency first; the code decides between equals, so that the order never depends on who came first. */
function rankedMistakes(column: ItemColumn): Mistake[] {
  return [...column.mistakes.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** Cronbach's α in percent. */
function internalConsistency(items: readonly ItemColumn[], totals: readonly number[]): number | null {
  const totalVariance = sampleVariance(totals);
  if (items.length < 2 || totalVariance === null || totalVariance === 0) return null;
  const itemVariance = sum(items.map((item) => sampleVariance(item.points) ?? 0));
  return ((100 * items.length) / (items.length - 1)) * (1 - itemVariance / totalVariance);
}
