/** What many results come to, in all and by exercise; keeps none of them. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report } from "../grading/report.ts";
import { compareText } from "./order.ts";

/** The parts of a report that totals are made of. */
export type Totals = Pick<Report, "status" | "points" | "maxPoints" | "reviewPoints" | "passed" | "needsReview">;

export interface ResultRow extends Totals {
  readonly exercise: string;
  readonly student: string;
  /** Absent for a student of the roster who handed in nothing. */
  readonly file?: string;
}

interface ExerciseTotals {
  readonly exercise: string;
  readonly maxPoints: number;
  /** Results of this exercise: `graded + invalid + notHandedIn`. */
  readonly results: number;
  readonly graded: number;
  readonly invalid: number;
  readonly notHandedIn: number;
  readonly passed: number;
  readonly needsReview: number;
  /** Of graded submissions; null if there are none. */
  readonly points: { readonly mean: number; readonly min: number; readonly max: number } | null;
}

export interface BatchTotals {
  readonly results: number;
  readonly students: number;
  readonly graded: number;
  readonly invalid: number;
  readonly notHandedIn: number;
  readonly passed: number;
  readonly needsReview: number;
  readonly exercises: readonly ExerciseTotals[];
}

interface Sums {
  readonly exercise: string;
  maxPoints: number;
  graded: number;
  invalid: number;
  notHandedIn: number;
  passed: number;
  needsReview: number;
  sum: number;
  min: number;
  max: number;
}

/** Totals of results, which must come in the order of `compareResults`: sums of fractions depend on their order. */
export function totalsOf(rows: Iterable<ResultRow>): BatchTotals {
  const exercises = new Map<string, Sums>();
  const students = new Set<string>();
  for (const row of rows) {
    students.add(row.student);
    let sums = exercises.get(row.exercise);
    if (sums === undefined) {
      sums = emptySums(row.exercise);
      exercises.set(row.exercise, sums);
    }
    enter(sums, row);
  }
  const all = [...exercises.values()].sort((a, b) => compareText(a.exercise, b.exercise));
  const total = (key: "graded" | "invalid" | "notHandedIn" | "passed" | "needsReview") =>
    all.reduce((sum, exercise) => sum + exercise[key], 0);
  const [graded, invalid, notHandedIn] = [total("graded"), total("invalid"), total("notHandedIn")];
  return {
    results: graded + invalid + notHandedIn,
    students: students.size,
    graded,
    invalid,
    notHandedIn,
    passed: total("passed"),
    needsReview: total("needsReview"),
    exercises: all.map(exerciseTotals),
  };
}

function emptySums(exercise: string): Sums {
  const counts = { maxPoints: 0, graded: 0, invalid: 0, notHandedIn: 0, passed: 0, needsReview: 0 };
  return { exercise, ...counts, sum: 0, min: Number.POSITIVE_INFINITY, max: 0 };
}

function enter(sums: Sums, row: ResultRow): void {
  sums.maxPoints = Math.max(sums.maxPoints, row.maxPoints);
  if (row.passed) sums.passed++;
  if (row.needsReview) sums.needsReview++;
  if (row.file === undefined) sums.notHandedIn++;
  else if (row.status === "invalid") sums.invalid++;
  else {
    sums.graded++;
    sums.sum += row.points;
    sums.min = Math.min(sums.min, row.points);
    sums.max = Math.max(sums.max, row.points);
  }
}

function exerciseTotals({ sum, min, max, ...counts }: Sums): ExerciseTotals {
  const { exercise, maxPoints, graded, invalid, notHandedIn, passed, needsReview } = counts;
  const points =
    graded === 0 ? null : { mean: roundPoints(sum / graded), min: roundPoints(min), max: roundPoints(max) };
  const results = graded + invalid + notHandedIn;
  return { exercise, maxPoints, results, graded, invalid, notHandedIn, passed, needsReview, points };
}
