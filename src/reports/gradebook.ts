/** Reports put together by student, a row each, for tables with a column an exercise or item; knows no file format. */

import { byNaturalOrder } from "../grading/naturalOrder.ts";
import type { Report } from "../grading/report.ts";
import { isAbsent } from "../grading/statistics.ts";
import { type ReportSource, roundPoints, studentOf } from "./format.ts";

/** One exercise of one student, without the texts of the report, so that a large course fits into memory. */
export interface Grade {
  /** `absent`: only a class list names this student. */
  readonly status: Report["status"] | "absent";
  readonly points: number;
  readonly reviewPoints: number;
  readonly passed: boolean;
  readonly needsReview: boolean;
  /** By the item's column; absent where the submission could not be graded. */
  readonly itemPoints: readonly number[];
  readonly note: string;
}

export interface GradebookRow {
  readonly student: string;
  readonly files: string[];
  /** By exercise. */
  readonly grades: Map<string, Grade>;
}

export interface GradebookExercise {
  readonly id: string;
  maxPoints: number;
  /** Item id → column, in the exercise's order. */
  readonly items: Map<string, number>;
}

export interface Gradebook {
  readonly exercises: readonly GradebookExercise[];
  readonly rows: readonly GradebookRow[];
}

/**
 * Exercises and students in natural order. Two reports of one student for one exercise are two rows: which of them
 * counts is not for a table to decide. `note` makes what a format wants to know beyond points.
 */
export async function collectGradebook(
  reports: ReportSource,
  note: (report: Report) => string = () => "",
): Promise<Gradebook> {
  const exercises = new Map<string, GradebookExercise>();
  const students = new Map<string, StudentRows>();
  const notes = new Map<string, string>();
  for await (const report of reports()) {
    const exercise = enterExercise(exercises, report);
    const text = note(report);
    // Equal submissions have equal notes: one copy is kept.
    if (!notes.has(text)) notes.set(text, text);
    const row = freeRow(students, studentOf(report), report.exercise);
    row.grades.set(report.exercise, gradeOf(report, exercise, notes.get(text) ?? ""));
    if (report.file !== undefined) row.files.push(report.file);
  }
  return {
    exercises: [...exercises.values()].sort((a, b) => byNaturalOrder(a.id, b.id)),
    rows: [...students.keys()].sort(byNaturalOrder).flatMap((student) => students.get(student)?.rows ?? []),
  };
}

function enterExercise(exercises: Map<string, GradebookExercise>, report: Report): GradebookExercise {
  let exercise = exercises.get(report.exercise);
  if (exercise === undefined) {
    exercise = { id: report.exercise, maxPoints: 0, items: new Map() };
    exercises.set(report.exercise, exercise);
  }
  exercise.maxPoints = Math.max(exercise.maxPoints, report.maxPoints);
  for (const { id } of report.items) {
    if (!exercise.items.has(id)) exercise.items.set(id, exercise.items.size);
  }
  return exercise;
}

interface StudentRows {
  readonly rows: GradebookRow[];
  /** Reports so far, by exercise: the index of the row that the next one goes to. */
  readonly counts: Map<string, number>;
}

function freeRow(students: Map<string, StudentRows>, student: string, exercise: string): GradebookRow {
  let entry = students.get(student);
  if (entry === undefined) {
    entry = { rows: [], counts: new Map() };
    students.set(student, entry);
  }
  const index = entry.counts.get(exercise) ?? 0;
  entry.counts.set(exercise, index + 1);
  const existing = entry.rows[index];
  if (existing !== undefined) return existing;
  const row: GradebookRow = { student, files: [], grades: new Map() };
  entry.rows.push(row);
  return row;
}

function gradeOf(report: Report, exercise: GradebookExercise, note: string): Grade {
  const itemPoints: number[] = [];
  for (const item of report.items) {
    const column = exercise.items.get(item.id);
    if (column !== undefined) itemPoints[column] = roundPoints(item.points);
  }
  const { passed, needsReview } = report;
  const status = isAbsent(report) ? "absent" : report.status;
  const points = roundPoints(report.points);
  return { status, points, reviewPoints: roundPoints(report.reviewPoints), passed, needsReview, itemPoints, note };
}
