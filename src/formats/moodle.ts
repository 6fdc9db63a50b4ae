/** Moodle's grade import: a row a student, a grade and a feedback column an exercise. */

import { isAbsent } from "../course/columns.ts";
import type { Report } from "../grading/report.ts";
import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";
import { collectGradebook, type Grade, importRows } from "./gradebook.ts";
import { escapeHtml } from "./html/escape.ts";
import { byteOrderMark, csvRow } from "./spreadsheet.ts";
import { describeItem, describeTotal, sayIn } from "./wording.ts";

export const moodle: Format = {
  id: "moodle",
  files: "one",
  render: (reports, context) => oneFile("moodle.csv", table(reports, context)),
};

async function* table(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const { exercises, rows } = await collectGradebook(reports, (report) => feedback(report, context));
  const headings = exercises.flatMap(({ id }) => [id, `${id} feedback`]);
  const idColumn = context.moodle?.idColumn ?? "username";
  yield byteOrderMark(context.byteOrderMark) + csvRow([idColumn, ...headings]);
  for (const { id, grades } of importRows(rows, idColumn, context)) {
    const cells = exercises.flatMap(({ index }) => [gradeCell(grades[index]), feedbackCell(grades[index])]);
    yield csvRow([id, ...cells]);
  }
}

/** Empty means "no grade" to Moodle, which aborts the whole import at anything else that is no number. */
function gradeCell(grade: Grade | undefined): number | undefined {
  return grade?.status === "graded" ? grade.points : undefined;
}

function feedbackCell(grade: Grade | undefined): string | undefined {
  return typeof grade?.kept === "string" ? grade.kept : undefined;
}

/** Moodle shows feedback as HTML: one list of lines, in which `x<y` must not become a tag. */
function feedback(report: Report, context: Context): string {
  if (isAbsent(report)) return escapeHtml(sayIn(context.language)("report.nothing-handed-in"));
  const items = report.items
    .filter((item) => item.verdict !== "missing")
    .map((item) => [item.id, describeItem(item, context.language)] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([id, lines]) => `${id}: ${lines.join(" ")}`);
  return [describeTotal(report, context.language), ...items].map(escapeHtml).join("<br>");
}
