/** Reports put together by student, for tables with a row a student and a column an exercise or item. */

import { isAbsent } from "../course/columns.ts";
import { byNaturalOrder } from "../course/naturalOrder.ts";
import { roundPoints } from "../grading/outcome.ts";
import type { Report } from "../grading/report.ts";
import { type Context, type ReportSource, studentOf } from "./format.ts";

/** One exercise of one student, without most texts of the report, so that a large course fits into memory. */
export interface Grade<Kept> {
  /** `absent`: only a class list names this student. */
  readonly status: Report["status"] | "absent";
  readonly points: number;
  readonly reviewPoints: number;
  readonly passed: boolean;
  readonly needsReview: boolean;
  /** What the format wants to know beyond points. */
  readonly kept: Kept;
}

export interface Row<Kept> {
  readonly student: string;
  readonly files: string[];
  /** By exercise. */
  readonly grades: Map<string, Grade<Kept>>;
}

export interface GradedExercise {
  readonly id: string;
  maxPoints: number;
  /** Item → column, in the exercise's order. */
  readonly items: Map<string, number>;
}

export interface Gradebook<Kept> {
  readonly exercises: readonly GradedExercise[];
  readonly rows: readonly Row<Kept>[];
}

/**
 * Exercises and students in natural order. Two reports of one student for one exercise are two rows: which of them
 * counts is not for a table to decide.
 */
export function collectGradebook<Kept>(
  reports: ReportSource,
  keep: (report: Report, exercise: GradedExercise) => Kept,
): Gradebook<Kept> {
  const exercises = new Map<string, GradedExercise>();
  const students = new Map<string, Row<Kept>[]>();
  for (const report of reports()) {
    const exercise = enterExercise(exercises, report);
    const row = rowFor(students, report);
    row.grades.set(report.exercise, gradeOf(report, keep(report, exercise)));
    if (report.file !== undefined) row.files.push(report.file);
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
  students.set(student, rows);
  const free = rows.find(({ grades }) => !grades.has(report.exercise));
  if (free !== undefined) return free;
  const row = { student, files: [], grades: new Map() };
  rows.push(row);
  return row;
}

function gradeOf<Kept>(report: Report, kept: Kept): Grade<Kept> {
  return {
    status: isAbsent(report) ? "absent" : report.status,
    points: roundPoints(report.points),
    reviewPoints: roundPoints(report.reviewPoints),
    passed: report.passed,
    needsReview: report.needsReview,
    kept,
  };
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
): Generator<Row<Kept> & { readonly id: string }> {
  const cells = gradebook?.get(column);
  for (const row of rows) {
    if (!notOnRoster?.has(row.student)) yield { ...row, id: cells?.get(row.student) ?? row.student };
  }
}
