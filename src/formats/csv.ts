/** The table for spreadsheets: a row a student, a column an item, totals of each exercise and over all. */

import { type Report, roundPoints } from "../grading/report.ts";
import type { ReportSource } from "./format.ts";
import { collectGradebook, filesOf, type GradedExercise, gradeFor, type Row } from "./gradebook.ts";
import { type Cell, tableFormat } from "./spreadsheet.ts";

export const format = tableFormat("csv", "results.csv", table);

/** By the exercise's columns. */
type ItemPoints = readonly (number | undefined)[];

/** Column names are for programs and so the same in all languages. */
const sums = ["points", "max points", "review points"];

function* table(reports: ReportSource): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, itemPoints);
  const headings = exercises.flatMap(({ id, items }) => [
    ...[...items.keys()].map((item) => `${id}.${item}`),
    ...[...sums, "status"].map((name) => `${id} ${name}`),
  ]);
  yield ["student", ...headings, ...sums, "passed", "files"];
  for (const row of rows) {
    const cells = exercises.flatMap((exercise) => exerciseCells(exercise, row));
    yield [row.student, ...cells, ...totals(row, exercises), filesOf(row).join("; ")];
  }
}

function itemPoints({ items }: Report, exercise: GradedExercise): ItemPoints {
  const points: (number | undefined)[] = [...exercise.items].map(() => undefined);
  for (const item of items) points[exercise.items.get(item.id) ?? 0] = roundPoints(item.points);
  return points;
}

/** Items of a submission that is not graded stay empty: nobody has said that they are worth 0. */
function exerciseCells({ id, items, maxPoints }: GradedExercise, row: Row<ItemPoints>): Cell[] {
  const grade = gradeFor(row, id);
  const points = [...items.values()].map((column) => (grade?.status === "graded" ? grade.kept[column] : undefined));
  const status =
    grade === undefined ? "absent" : grade.status === "graded" && grade.needsReview ? "review" : grade.status;
  return [...points, grade?.points, roundPoints(maxPoints), grade?.reviewPoints, status];
}

function totals(row: Row<unknown>, exercises: readonly GradedExercise[]): Cell[] {
  const all = exercises.map(({ id }) => gradeFor(row, id));
  const sum = (values: readonly number[]) => roundPoints(values.reduce((total, value) => total + value, 0));
  return [
    sum(all.map((grade) => grade?.points ?? 0)),
    sum(exercises.map(({ maxPoints }) => maxPoints)),
    sum(all.map((grade) => grade?.reviewPoints ?? 0)),
    all.every((grade) => grade?.passed) ? "yes" : "no",
  ];
}
