/** Reports put together by student, for tables with a row a student and a column an exercise or item. */

import { type Columns, columnsOf, isAbsent } from "../course/columns.ts";
import { sum } from "../course/measures.ts";
import { byNaturalOrder } from "../course/order.ts";
import { type Report, roundPoints } from "../grading/report.ts";
import { type Context, type ReportSource, studentOf } from "./format.ts";

/** One exercise of one student, without most texts of the report, so that a large course fits into memory. */
export interface Grade<Kept>
  extends Pick<Report, "exercise" | "file" | "points" | "reviewPoints" | "passed" | "needsReview"> {
  /** `absent`: only a class list names this student. */
  readonly status: Report["status"] | "absent";
  /** What the format wants to know beyond points. */
  readonly kept: Kept;
}

export interface Row<Kept> {
  readonly student: string;
  /** In the order of the exercises. */
  readonly grades: readonly (Grade<Kept> | undefined)[];
}

/**
 * Exercises and students in natural order. Two reports of one student for one exercise are two rows: which of them
 * counts is not for a table to decide. `keep` sees the items that the exercise has so far; more may follow them.
 */
export function collectGradebook<Kept>(
  reports: ReportSource,
  keep: (report: Report, items: readonly string[]) => Kept,
) {
  const students = new Map<string, Grade<Kept>[][]>();
  const exercises = columnsOf(reports(), (report, { items }) => {
    enter(students, studentOf(report), gradeOf(report, keep(report, [...items.keys()])));
  });
  for (const column of exercises) column.isCommon = column.isCommonAmong(students.size);
  const rowOf = (student: string, grades: readonly Grade<Kept>[]): Row<Kept> => ({
    student,
    grades: exercises.map(({ exercise }) => grades.find((grade) => grade.exercise === exercise)),
  });
  const rows = [...students].flatMap(([student, all]) => all.map((grades) => rowOf(student, grades)));
  return { exercises, rows: rows.sort((a, b) => byNaturalOrder(a.student, b.student)) };
}

/** Into the student's first row without this exercise. */
function enter<Kept>(students: Map<string, Grade<Kept>[][]>, student: string, grade: Grade<Kept>): void {
  const rows = students.get(student) ?? [];
  const place = rows.findIndex((row) => row.every(({ exercise }) => exercise !== grade.exercise));
  // No push: it reserves room for 17, and nearly everybody needs one row and few grades.
  const row = [...(rows[place] ?? []), grade];
  students.set(student, place < 0 ? [...rows, row] : rows.with(place, row));
}

function gradeOf<Kept>(report: Report, kept: Kept): Grade<Kept> {
  const { exercise, file, passed, needsReview } = report;
  const [points, reviewPoints] = [roundPoints(report.points), roundPoints(report.reviewPoints)];
  const status = isAbsent(report) ? "absent" : report.status;
  return { exercise, ...(file && { file }), status, points, reviewPoints, passed, needsReview, kept };
}

/** All exercises of the course together; passed if each of them is, open if one is and none is not passed. */
export function totalsOf(row: Row<unknown>, all: readonly Columns[]) {
  const exercises = all.filter((exercise) => exercise.isCommon);
  const grades = row.grades.filter((_, index) => all[index]?.isCommon);
  return {
    points: roundPoints(sum(grades.map((grade) => grade?.points ?? 0))),
    maxPoints: roundPoints(sum(exercises.map(({ maxPoints }) => maxPoints))),
    reviewPoints: roundPoints(sum(grades.map((grade) => grade?.reviewPoints ?? 0))),
    passed:
      grades.every((grade) => grade?.passed) ||
      (grades.some((grade) => !grade || grade.passed === false) ? false : null),
  };
}

/** Everything that the student handed in. */
export function filesOf({ grades }: Row<unknown>): string[] {
  return grades.flatMap((grade) => grade?.file ?? []).sort();
}

/** Points for an import: both Moodle and Canvas take an empty cell for "no grade", which is what is not graded gets. */
export function importedPoints(grade: Grade<unknown> | undefined): number | undefined {
  return grade?.status === "graded" ? grade.points : undefined;
}

/** Points of so many on a receiver's own scale. Only what is scaled is rounded, to two places. */
export function scaled<P extends number | undefined>(points: P, maxPoints: number, scale: number): P | number {
  const isSame = !(scale > 0 && maxPoints > 0) || Math.abs(scale - maxPoints) < 1e-9;
  return isSame || points === undefined ? points : Math.round((points * scale * 100) / maxPoints) / 100;
}

/** Rows for an import by that column: those in the gradebook, with what it calls each of them. */
export function* importRows<Kept>(
  rows: readonly Row<Kept>[],
  column: string,
  { notOnRoster, gradebook }: Context,
): Generator<Row<Kept> & { readonly id: string }> {
  const cells = gradebook?.get(column);
  for (const row of rows) {
    if (!notOnRoster?.has(row.student)) yield { ...row, id: cells?.get(row.student) ?? row.student };
  }
}
