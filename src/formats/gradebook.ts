/** Reports put together by student, a row each, for tables with a column an exercise or item; knows no file format. */

import { byNaturalOrder } from "../course/naturalOrder.ts";
import { isAbsent } from "../course/statistics.ts";
import { roundPoints } from "../grading/outcome.ts";
import type { Report } from "../grading/report.ts";
import { type Context, type ReportSource, studentOf } from "./format.ts";

/** One exercise of one student, without most texts of the report, so that a large course fits into memory. */
export interface Grade {
  /** `absent`: only a class list names this student. */
  readonly status: Report["status"] | "absent";
  readonly points: number;
  readonly reviewPoints: number;
  readonly passed: boolean;
  readonly needsReview: boolean;
  /** What the format keeps of the report. */
  readonly kept: Kept;
}

type Kept = string | readonly (number | undefined)[] | undefined;

export interface GradebookRow {
  readonly student: string;
  /** All of them, with `; ` between. */
  files: string;
  /** By the exercise's `index`. */
  readonly grades: (Grade | undefined)[];
}

export interface GradebookExercise {
  readonly id: string;
  readonly index: number;
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
 * counts is not for a table to decide. `keep` takes from a report what a format wants to know beyond points.
 */
export async function collectGradebook(
  reports: ReportSource,
  keep: (report: Report, exercise: GradebookExercise) => Kept = () => undefined,
): Promise<Gradebook> {
  const exercises = new Map<string, GradebookExercise>();
  const rows = new StudentRows();
  const texts = new Map<string, string>();
  for await (const report of reports()) {
    const exercise = enterExercise(exercises, report);
    const kept = keep(report, exercise);
    const row = rows.free(studentOf(report), exercise.index);
    row.grades[exercise.index] = gradeOf(report, typeof kept === "string" ? oneCopy(texts, kept) : kept);
    row.files += row.files === "" ? (report.file ?? "") : `; ${report.file ?? ""}`;
  }
  return {
    exercises: [...exercises.values()].sort((a, b) => byNaturalOrder(a.id, b.id)),
    rows: rows.all().sort((a, b) => byNaturalOrder(a.student, b.student)),
  };
}

/** Rows for an import by that column: those in the gradebook, with what it calls each of them. */
export function* importRows(
  rows: readonly GradebookRow[],
  column: string,
  { notOnRoster, gradebook }: Context,
): Generator<GradebookRow & { readonly id: string }> {
  const cells = gradebook?.get(column);
  for (const row of rows) {
    if (notOnRoster?.has(row.student)) continue;
    yield { ...row, id: cells?.get(row.student) ?? row.student };
  }
}

/** Equal submissions have equal texts. */
function oneCopy(texts: Map<string, string>, text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}

function enterExercise(exercises: Map<string, GradebookExercise>, report: Report): GradebookExercise {
  let exercise = exercises.get(report.exercise);
  if (exercise === undefined) {
    exercise = { id: report.exercise, index: exercises.size, maxPoints: 0, items: new Map() };
    exercises.set(report.exercise, exercise);
  }
  exercise.maxPoints = Math.max(exercise.maxPoints, report.maxPoints);
  for (const { id } of report.items) {
    if (!exercise.items.has(id)) exercise.items.set(id, exercise.items.size);
  }
  return exercise;
}

function gradeOf(report: Report, kept: Kept): Grade {
  return {
    status: isAbsent(report) ? "absent" : report.status,
    points: roundPoints(report.points),
    reviewPoints: roundPoints(report.reviewPoints),
    passed: report.passed,
    needsReview: report.needsReview,
    kept,
  };
}

/** Finds a student's row; further rows are rare, and only then is there more to remember than the first. */
class StudentRows {
  readonly #first = new Map<string, GradebookRow>();
  readonly #further = new Map<string, { readonly rows: GradebookRow[]; readonly counts: number[] }>();

  /** The student's first row without this exercise. */
  free(student: string, exercise: number): GradebookRow {
    const first = this.#first.get(student);
    if (first === undefined) {
      const row = newRow(student, exercise);
      this.#first.set(student, row);
      return row;
    }
    return first.grades[exercise] === undefined ? first : this.#furtherRow(student, exercise);
  }

  /** The n-th repetition of any exercise goes to the n-th further row. */
  #furtherRow(student: string, exercise: number): GradebookRow {
    let further = this.#further.get(student);
    if (further === undefined) {
      further = { rows: [], counts: [] };
      this.#further.set(student, further);
    }
    const count = further.counts[exercise] ?? 0;
    further.counts[exercise] = count + 1;
    const existing = further.rows[count];
    if (existing !== undefined) return existing;
    const row = newRow(student, exercise);
    further.rows.push(row);
    return row;
  }

  all(): GradebookRow[] {
    return [...this.#first.values(), ...[...this.#further.values()].flatMap(({ rows }) => rows)];
  }
}

/** With room for grades up to this exercise's: an empty array would reserve far more, a hundred thousand times. */
function newRow(student: string, exercise: number): GradebookRow {
  return { student, files: "", grades: Array.from({ length: exercise + 1 }, () => undefined) };
}
