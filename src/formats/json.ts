/** Reports and the course's statistics as one JSON document, losing nothing. */

import { collectStatistics } from "../course/statistics.ts";
import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";
import { jsonLine } from "./jsonl.ts";
import type { Words } from "./words.ts";

export const format: Format = { ...oneFile("json", "reports.json", document), verbatim: true };

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
