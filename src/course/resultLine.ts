/** One report as a line of results.jsonl, its keys always in the same order; knows no file. */

import type { Message, Report, ReportItem } from "../grading/report.ts";

/** Whose file a report is about. */
export interface Place {
  readonly student: string;
  readonly file?: string;
}

/** The report's text without whose it is, so that equal answers share it. */
export function lineTail(report: Report): string {
  const { status, points, maxPoints, reviewPoints, passed, needsReview, items, warnings, error } = report;
  const head = JSON.stringify({ status, points, maxPoints, reviewPoints, passed, needsReview }).slice(1, -1);
  const foot = JSON.stringify({ warnings, error }).slice(1);
  return `${head},"items":[${items.map(itemText).join(",")}]${foot === "}" ? foot : `,${foot}`}\n`;
}

const itemTexts = new WeakMap<ReportItem, string>();

/** Students who give the same answer share the item, so its text is written once. */
function itemText(item: ReportItem): string {
  const known = itemTexts.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  itemTexts.set(item, text);
  return text;
}

export function resultLine(exercise: string, { student, file }: Place, tail: string): string {
  const place = file === undefined ? "" : `"file":${JSON.stringify(file)},`;
  const who = `"exercise":${JSON.stringify(exercise)},"student":${JSON.stringify(student)},`;
  return `{"schema":"rnn-check/report@1",${who}${place}${tail}`;
}

/** The same line for a submission that has to be told apart from another one's. */
export function withOtherStudent(line: string, student: string, warning: Message): string {
  const report: Report = JSON.parse(line);
  const { exercise, file, warnings = [] } = report;
  const place = { student, ...(file === undefined ? {} : { file }) };
  return resultLine(exercise, place, lineTail({ ...report, warnings: [...warnings, warning] }));
}
