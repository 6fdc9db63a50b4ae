/** What many reports come to: their order, totals and shares of the work; pure, knows no file system or format. */

import { roundPoints } from "./outcome.ts";
import type { Report } from "./report.ts";

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

/** Files first, in the order of their names; then who handed in nothing, by exercise and student. By code units. */
export function compareResults(
  a: Pick<Report, "file" | "exercise" | "student">,
  b: Pick<Report, "file" | "exercise" | "student">,
): number {
  if (a.file !== undefined || b.file !== undefined) {
    if (a.file === undefined) return 1;
    if (b.file === undefined) return -1;
    return compareText(a.file, b.file);
  }
  return compareText(a.exercise, b.exercise) || compareText(a.student ?? "", b.student ?? "");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The share (1 … `count`) of the work that a student belongs to: the same on every machine, for all of their files. */
export function shardOf(student: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < student.length; i++) hash = Math.imul(hash ^ student.charCodeAt(i), 0x01000193);
  // FNV-1a mixes its low bits poorly for similar texts; one round of a finalizer spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) % count) + 1;
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
