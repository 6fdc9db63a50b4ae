/** The long table for data analysis: a row an item of a submission, with its verdict, codes and answer. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import { type Context, type Format, oneFile, type ReportSource, studentOf } from "./format.ts";
import { byteOrderMark, csvRow } from "./spreadsheet.ts";
import { describeError, describeItem } from "./wording.ts";

const headings = [
  "student",
  "exercise",
  "item",
  "kind",
  "verdict",
  "points",
  "max points",
  "review points",
  "codes",
  "answer",
  "feedback",
  "decided by",
  "file",
];

export const csvItems: Format = {
  id: "csv-items",
  files: "one",
  render: (reports, context) => oneFile("items.csv", table(reports, context)),
};

async function* table(reports: ReportSource, context: Context): AsyncGenerator<string> {
  yield byteOrderMark(context.byteOrderMark) + csvRow(headings);
  for await (const report of reports()) {
    if (report.status === "invalid") yield invalidRow(report, context);
    for (const item of report.items) yield itemRow(report, item, context);
  }
}

function itemRow(report: Report, item: ReportItem, context: Context): string {
  return csvRow([
    studentOf(report),
    report.exercise,
    item.id,
    item.kind,
    item.verdict,
    roundPoints(item.points),
    roundPoints(item.maxPoints),
    roundPoints(item.reviewPoints ?? 0),
    codesOf(item).join(" "),
    item.answer,
    describeItem(item, context.language).join(" "),
    decidedBy(item),
    report.file,
  ]);
}

/** Whoever decided the item or a criterion of it. */
function decidedBy({ overridden, criteria = [] }: ReportItem): string | undefined {
  const decisions = [overridden, ...criteria.map((criterion) => criterion.overridden)];
  const people = decisions.filter((decision) => decision !== undefined).map(({ by }) => by ?? "?");
  return people.length === 0 ? undefined : [...new Set(people)].join("; ");
}

/** A file that cannot be graded is one row without an item, so that it is not lost. */
function invalidRow(report: Report, context: Context): string {
  const message = describeError(report.error, context.language);
  const [student, code] = [studentOf(report), report.error?.code];
  const nothing = undefined;
  return csvRow([
    student,
    report.exercise,
    nothing,
    nothing,
    "invalid",
    0,
    roundPoints(report.maxPoints),
    0,
    code,
    nothing,
    message,
    nothing,
    report.file,
  ]);
}

function codesOf(item: ReportItem): string[] {
  const messages = [...item.feedback, ...(item.criteria ?? []).flatMap((criterion) => criterion.feedback ?? [])];
  return [...new Set(messages.map((message) => message.code))];
}
