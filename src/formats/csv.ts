/** The table for spreadsheets: a row a student, a column an item, totals an exercise and over all. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report } from "../grading/report.ts";
import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";
import { collectGradebook, type GradebookExercise, type GradebookRow } from "./gradebook.ts";
import { byteOrderMark, type Cell, csvRow } from "./spreadsheet.ts";

/** Column names are for programs and so the same in all languages. */
export const csv: Format = {
  id: "csv",
  files: "one",
  render: (reports, context) => oneFile("results.csv", table(reports, context)),
};

async function* table(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const { exercises, rows } = await collectGradebook(reports, itemPoints);
  yield byteOrderMark(context.byteOrderMark);
  yield csvRow([
    "student",
    ...exercises.flatMap(exerciseHeadings),
    "points",
    "max points",
    "review points",
    "passed",
    "files",
  ]);
  for (const row of rows) {
    yield csvRow([
      row.student,
      ...exercises.flatMap((exercise) => exerciseCells(exercise, row)),
      ...totals(row, exercises),
    ]);
  }
}

/** By the exercise's columns. */
function itemPoints(report: Report, { items }: GradebookExercise): (number | undefined)[] {
  const points = new Map(report.items.map((item) => [item.id, item.points]));
  return [...items.keys()].map((id) => {
    const reached = points.get(id);
    return reached === undefined ? undefined : roundPoints(reached);
  });
}

function exerciseHeadings({ id, items }: GradebookExercise): string[] {
  const names = [...items.keys(), "points", "max points", "review points", "status"];
  return names.map((name) => (items.has(name) ? `${id}.${name}` : `${id} ${name}`));
}

/** Items of a submission that cannot be graded stay empty: nobody has said that they are worth 0. */
function exerciseCells({ index, items, maxPoints }: GradebookExercise, row: GradebookRow): Cell[] {
  const grade = row.grades[index];
  const kept = typeof grade?.kept === "object" && grade.status === "graded" ? grade.kept : [];
  const points = [...items.values()].map((column) => kept[column]);
  if (grade === undefined) return [...points, undefined, roundPoints(maxPoints), undefined, "absent"];
  return [...points, grade.points, roundPoints(maxPoints), grade.reviewPoints, statusOf(grade)];
}

function statusOf({ status, needsReview }: { status: string; needsReview: boolean }): string {
  return status === "graded" && needsReview ? "review" : status;
}

function totals(row: GradebookRow, exercises: readonly GradebookExercise[]): Cell[] {
  let points = 0;
  let maxPoints = 0;
  let reviewPoints = 0;
  let passed = true;
  for (const exercise of exercises) {
    const grade = row.grades[exercise.index];
    points += grade?.points ?? 0;
    maxPoints += exercise.maxPoints;
    reviewPoints += grade?.reviewPoints ?? 0;
    passed &&= grade?.passed ?? false;
  }
  const sums = [points, maxPoints, reviewPoints].map(roundPoints);
  return [...sums, passed ? "yes" : "no", row.files];
}
