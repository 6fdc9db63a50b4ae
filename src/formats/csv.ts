/** The table for spreadsheets: a row a student, a column an item, totals of each exercise and over all. */

import type { Columns } from "../course/columns.ts";
import { duration, sideBySide } from "../course/late.ts";
import { type Report, roundPoints } from "../grading/report.ts";
import { decidedBy } from "./csvItems.ts";
import type { Context, ReportSource } from "./format.ts";
import { collectGradebook, filesOf, type Grade, markIn, totalsOf } from "./gradebook.ts";
import { type Cell, tableFormat } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format = tableFormat("csv", "results.csv", table);

/** Column names are for programs and so the same in all languages. */
const sums = ["points", "max points", "review points"];

function* table(reports: ReportSource, _: Words, context: Context): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, keep);
  const headings = exercises.flatMap(({ exercise, items }) => [
    ...[...items.keys()].map((item) => `${exercise}.${item}`),
    ...[...sums, "status"].map((name) => `${exercise} ${name}`),
  ]);
  // The second mark is what review may still lead to.
  const marks = context.summary?.course.grades === undefined ? [] : ["grade", "grade if reviewed"];
  const late = exercises.map((_, index) => rows.some(({ grades }) => grades[index]?.kept.late !== undefined));
  const lateHeadings = exercises.flatMap(({ exercise }, index) =>
    late[index] ? ["on time", "late", "late by"].map((name) => `${exercise} ${name}`) : [],
  );
  yield ["student", ...headings, ...sums, "passed", ...marks, "files", "decided by", ...lateHeadings];
  for (const row of rows) {
    const cells = exercises.flatMap((exercise, index) => exerciseCells(exercise, row.grades[index]));
    const totals = totalsOf(row, exercises);
    const { points, maxPoints, reviewPoints, passed } = totals;
    const { mark, open } = markIn(context, row, totals) ?? {};
    yield [
      row.student,
      ...cells,
      points,
      maxPoints,
      reviewPoints,
      passed === null ? "open" : passed ? "yes" : "no",
      ...(marks.length > 0 ? [mark, open] : []),
      filesOf(row).join("; "),
      [...new Set(row.grades.flatMap((grade) => grade?.kept.decidedBy ?? []))].join("; "),
      ...late.flatMap((is, index) => (is ? (row.grades[index]?.kept.late ?? ["", "", ""]) : [])),
    ];
  }
}

type Kept = ReturnType<typeof keep>;

/** Points by the exercise's items, who decided, and where something is late the points on time, the points late, by how much. */
function keep(report: Report, items: readonly string[]) {
  const points = new Map(report.items.map((item) => [item.id, roundPoints(item.points)]));
  const { punctual, late } = sideBySide(report);
  const lateCells: Cell[] | undefined = late && [punctual?.points, late.points, duration(late.late?.seconds ?? 0)];
  return { points: items.map((id) => points.get(id)), decidedBy: decidedBy(report.items), late: lateCells };
}

/** Items of a submission that is not graded stay empty: nobody has said that they are worth 0. */
function exerciseCells({ items, maxPoints }: Columns, grade: Grade<Kept> | undefined): Cell[] {
  const points = [...items.keys()].map((_, index) =>
    grade?.status === "graded" ? grade.kept.points[index] : undefined,
  );
  const status =
    grade === undefined ? "absent" : grade.status === "graded" && grade.needsReview ? "review" : grade.status;
  return [...points, grade?.points, roundPoints(maxPoints), grade?.reviewPoints, status];
}
