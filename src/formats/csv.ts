/** Tables for spreadsheets (a row a student, a column an item, totals) and for data analysis (`items`: a row an item). */

import type { Columns } from "../course/columns.ts";
import { duration, sideBySide } from "../course/late.ts";
import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { type Context, type ReportSource, studentOf } from "./format.ts";
import { collectGradebook, filesOf, type Grade, totalsOf } from "./gradebook.ts";
import { type Cell, tableFormat } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format = tableFormat("csv", "results.csv", table);

/** Column names are for programs and so the same in all languages. */
const sums = ["points", "max points", "review points"];

function* table(reports: ReportSource, _: Words, __: Context): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, keep);
  const headings = exercises.flatMap(({ exercise, items }) => [
    ...[...items.keys()].map((item) => `${exercise}.${item}`),
    ...[...sums, "status"].map((name) => `${exercise} ${name}`),
  ]);
  const late = exercises.map((_, index) => rows.some(({ grades }) => grades[index]?.kept.late !== undefined));
  const lateHeadings = exercises.flatMap(({ exercise }, index) =>
    late[index] ? ["on time", "late", "late by"].map((name) => `${exercise} ${name}`) : [],
  );
  yield ["student", ...headings, ...sums, "passed", "files", "decided by", ...lateHeadings];
  for (const row of rows) {
    const cells = exercises.flatMap((exercise, index) => exerciseCells(exercise, row.grades[index]));
    const totals = totalsOf(row, exercises);
    const { points, maxPoints, reviewPoints, passed } = totals;
    yield [
      row.student,
      ...cells,
      points,
      maxPoints,
      reviewPoints,
      passed === null ? "open" : passed ? "yes" : "no",
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

export const items = tableFormat("csv-items", "items.csv", itemTable);

type Column = (report: Report, item: ReportItem | undefined, words: Words) => Cell;

/** A file that cannot be graded is one row without an item, so that it is not lost. */
const columns: Readonly<Record<string, Column>> = {
  student: studentOf,
  exercise: (report) => report.exercise,
  item: (_, item) => item?.id,
  kind: (_, item) => item?.kind,
  verdict: (report, item) => item?.verdict ?? report.status,
  points: (_, item) => roundPoints(item?.points ?? 0),
  "max points": (report, item) => roundPoints((item ?? report).maxPoints),
  "review points": (_, item) => roundPoints(item?.reviewPoints ?? 0),
  codes: (report, item) => (item === undefined ? report.error?.code : codesOf(item).join(" ")),
  answer: (_, item) => item?.answer,
  feedback: (report, item, words) => (item === undefined ? words.error(report.error) : words.item(item).join(" ")),
  "decided by": (_, item) => item && decidedBy([item]).join("; "),
  file: (report) => report.file,
};

function* itemTable(reports: ReportSource, words: Words): Generator<Cell[]> {
  yield Object.keys(columns);
  for (const report of reports()) {
    for (const item of report.status === "invalid" ? [undefined] : report.items) {
      yield Object.values(columns).map((cell) => cell(report, item, words));
    }
  }
}

function codesOf({ feedback, criteria = [] }: ReportItem): string[] {
  const messages = [feedback, ...criteria.map((criterion) => criterion.feedback ?? [])].flat();
  return [...new Set(messages.map(({ code }) => code))];
}

/** Whoever decided items or criteria of them. */
export function decidedBy(items: readonly ReportItem[]): string[] {
  const parts = items.flatMap((item) => [item, ...(item.criteria ?? [])]);
  return [...new Set(parts.flatMap(({ overridden }) => (overridden === undefined ? [] : (overridden.by ?? "?"))))];
}
