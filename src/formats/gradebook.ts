/** Reports put together by student, for tables with a row a student and a column an exercise or item. */

import { isAbsent } from "../course/columns.ts";
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
  /** One for each exercise handed in; `gradeFor` finds it. */
  grades: readonly Grade<Kept>[];
}

export interface GradedExercise {
  readonly id: string;
  maxPoints: number;
  /** Item → column, in the exercise's order. */
  readonly items: Map<string, number>;
}

/**
 * Exercises and students in natural order. Two reports of one student for one exercise are two rows: which of them
 * counts is not for a table to decide.
 */
export function collectGradebook<Kept>(
  reports: ReportSource,
  keep: (report: Report, exercise: GradedExercise) => Kept,
): { readonly exercises: readonly GradedExercise[]; readonly rows: readonly Row<Kept>[] } {
  const exercises = new Map<string, GradedExercise>();
  const students = new Map<string, Row<Kept>[]>();
  for (const report of reports()) {
    const exercise = enterExercise(exercises, report);
    const row = rowFor(students, report);
    // No push here and below: it reserves room for 17, and nearly everybody needs one row and few grades.
    row.grades = [...row.grades, gradeOf(report, keep(report, exercise))];
  }
  return {
    exercises: [...exercises.values()].sort((a, b) => byNaturalOrder(a.id, b.id)),
    rows: [...students.values()].flat().sort((a, b) => byNaturalOrder(a.student, b.student)),
  };
}

function enterExercise(exercises: Map<string, GradedExercise>, report: Report): GradedExercise {
  const exercise = exercises.get(report.exercise) ?? { id: report.exercise, maxPoints: 0, items: new Map() };
  exercises.set(report.exercise, exercise);
  exercise.maxPoints = Math.max(exercise.maxPoints, report.maxPoints);
  for (const { id } of report.items) {
    if (!exercise.items.has(id)) exercise.items.set(id, exercise.items.size);
  }
  return exercise;
}

/** The student's first row without this exercise. */
function rowFor<Kept>(students: Map<string, Row<Kept>[]>, report: Report): Row<Kept> {
  const student = studentOf(report);
  const rows = students.get(student) ?? [];
  const free = rows.find((row) => gradeFor(row, report.exercise) === undefined);
  if (free !== undefined) return free;
  const row = { student, grades: [] };
  students.set(student, [...rows, row]);
  return row;
}

export function gradeFor<Kept>({ grades }: Row<Kept>, exercise: string): Grade<Kept> | undefined {
  return grades.find((grade) => grade.exercise === exercise);
}

/** Everything that the student handed in. */
export function filesOf({ grades }: Row<unknown>): string[] {
  return grades.flatMap(({ file }) => file ?? []);
}

function gradeOf<Kept>(report: Report, kept: Kept): Grade<Kept> {
  const { exercise, file, passed, needsReview } = report;
  const [points, reviewPoints] = [roundPoints(report.points), roundPoints(report.reviewPoints)];
  const status = isAbsent(report) ? "absent" : report.status;
  return { exercise, ...(file && { file }), status, points, reviewPoints, passed, needsReview, kept };
}

/** Points for an import: both Moodle and Canvas take an empty cell for "no grade", which is what is not graded gets. */
export function importedPoints(grade: Grade<unknown> | undefined): number | undefined {
  return grade?.status === "graded" ? grade.points : undefined;
}

/** Rows for an import by that column: those in the gradebook, with what it calls each of them. */
export function* importRows<Kept>(
  rows: readonly Row<Kept>[],
  column: string,
  { notOnRoster, gradebook }: Context,
): Generator<{ readonly id: string; readonly row: Row<Kept> }> {
  const cells = gradebook?.get(column);
  for (const row of rows) {
    if (!notOnRoster?.has(row.student)) yield { id: cells?.get(row.student) ?? row.student, row };
  }
}
