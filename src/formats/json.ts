/** Reports as JSON: a line each (`jsonl`) or one document with the statistics (`json`), losing nothing. */

import { collectStatistics } from "../course/statistics.ts";
import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";

/** Legal in JSON, but able to steer a terminal, reorder a line or end a line of JavaScript. */
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value on one line, with every character that acts on terminals written as its escape. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export const jsonl: Format = {
  id: "jsonl",
  files: "one",
  verbatim: true,
  render: (reports) => oneFile("reports.jsonl", lines(reports)),
};

async function* lines(reports: ReportSource): AsyncGenerator<string> {
  for await (const report of reports()) yield `${jsonLine(report)}\n`;
}

export const json: Format = {
  id: "json",
  files: "one",
  verbatim: true,
  render: (reports, context) => oneFile("reports.json", document(reports, context)),
};

async function* document(reports: ReportSource, { title, generatedAt }: Context): AsyncGenerator<string> {
  const head = { schema: "rnn-check/reports@1", title, generatedAt, statistics: await collectStatistics(reports()) };
  // The list stands last, so that it can follow the rest as it comes.
  yield `${jsonLine(head).slice(0, -1)},"reports":[`;
  let separator = "\n";
  for await (const report of reports()) {
    yield `${separator}${jsonLine(report)}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}
