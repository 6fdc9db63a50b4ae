/** Reports as JSON, losing nothing: one document with the course's statistics, or (`lines`) one report a line. */

import { collectStatistics } from "../course/statistics.ts";
import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";
import type { Words } from "./words.ts";

export const format: Format = { ...oneFile("json", "reports.json", document), verbatim: true };
export const lines: Format = { ...oneFile("jsonl", "reports.jsonl", eachLine), verbatim: true };

/** Legal in JSON, but able to steer a terminal, reorder a line or end a line of JavaScript. */
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value on one line, with every character that acts on terminals written as its escape. */
export function jsonLine(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(unsafe, escaped);
}

function* eachLine(reports: ReportSource): Generator<string> {
  for (const report of reports()) yield `${jsonLine(report)}\n`;
}

function* document(reports: ReportSource, _: Words, { title }: Context): Generator<string> {
  const head = { schema: "rnn-check/reports@1", title, statistics: collectStatistics(reports()) };
  // The list stands last, so that it can follow the rest as it comes.
  yield `${jsonLine(head).slice(0, -1)},"reports":[`;
  let separator = "\n";
  for (const report of reports()) {
    yield `${separator}${jsonLine(report)}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}
