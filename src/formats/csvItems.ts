/** The long table for data analysis: a row an item of a submission, with its verdict, codes and answer. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { type ReportSource, studentOf } from "./format.ts";
import { type Cell, tableFormat } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format = tableFormat("csv-items", "items.csv", table);

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

function* table(reports: ReportSource, words: Words): Generator<Cell[]> {
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
