/** Moodle's grade import: a row a student, a grade and a feedback column for each exercise. */

import { isAbsent } from "../course/columns.ts";
import type { Report } from "../grading/report.ts";
import type { Context, Format, ReportSource } from "./format.ts";
import { collectGradebook, importedPoints, importRows, markIn, totalsOf } from "./gradebook.ts";
import { escapeHtml } from "./html/escape.ts";
import { type Cell, tableFormat } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format: Format = { ...tableFormat("moodle", "moodle.csv", table), returned: true };

function* table(reports: ReportSource, words: Words, context: Context): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, (report) => moodleFeedback(report, words));
  const idColumn = context.moodleId ?? "username";
  const isGraded = context.summary?.course.grades !== undefined;
  yield [
    idColumn,
    ...exercises.flatMap(({ exercise }) => [exercise, `${exercise} feedback`]),
    ...(isGraded ? ["grade"] : []),
  ];
  for (const row of importRows(rows, idColumn, context)) {
    const marks = isGraded ? [markIn(context, row, totalsOf(row, exercises))?.mark] : [];
    yield [row.id, ...row.grades.flatMap((grade) => [importedPoints(grade), grade?.kept]), ...marks];
  }
}

/** Moodle shows feedback as HTML: one list of lines, in which `x<y` must not become a tag. */
export function moodleFeedback(report: Report, words: Words): string {
  if (isAbsent(report)) return escapeHtml(words.say("report.nothing-handed-in"));
  const items = report.items
    .filter((item) => item.verdict !== "missing")
    .map((item) => ({ id: item.id, told: words.item(item).join(" ") }))
    .filter(({ told }) => told !== "");
  const lines = [...words.summary(report, true), ...items.map(({ id, told }) => `${id}: ${told}`)];
  return lines.map(escapeHtml).join("<br>");
}
