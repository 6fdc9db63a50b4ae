/** For GitHub Actions: annotations for the log, a step summary, and Classroom's result as a step output. */

import { collectStatistics } from "../../course/statistics.ts";
import type { Context, Format, OutputFile, ReportSource } from "../format.ts";
import { markdownReport } from "../markdown.ts";
import type { Words } from "../words.ts";
import { annotationCommand, annotationsOf } from "./annotations.ts";
import { classroomResult } from "./classroom.ts";

/** Print `annotations.txt` to the log; append the others to the files `GITHUB_STEP_SUMMARY` and `GITHUB_OUTPUT`. */
export const format: Format = { id: "github", files: "several", write };

function* write(given: ReportSource, words: Words, context: Context): Generator<OutputFile> {
  const reports = linked(given, context);
  const annotations = annotationsOf(reports, collectStatistics(reports()), words);
  yield { path: "github/annotations.txt", chunks: annotations.map(annotationCommand) };
  yield { path: "github/summary.md", chunks: bounded(markdownReport(reports, words, context), words) };
  yield { path: "github/output.txt", chunks: [`result=${classroomResult(reports, words)}\n`] };
}

/** With paths as links into the repository that the pipeline runs in. */
function linked(reports: ReportSource, { linkPrefix = "" }: Context): ReportSource {
  if (linkPrefix === "") return reports;
  return function* () {
    for (const report of reports()) {
      yield report.file === undefined ? report : { ...report, file: `${linkPrefix}/${report.file}` };
    }
  };
}

/** GitHub refuses more than 1 MiB a step; some room is left for what other tools of the step append. */
const summaryBytes = 1_000_000;

function* bounded(chunks: Iterable<string>, words: Words): Generator<string> {
  const encoder = new TextEncoder();
  let left = summaryBytes;
  for (const chunk of chunks) {
    left -= encoder.encode(chunk).length;
    if (left < 0) return yield `\n${words.say("report.shortened")}\n`;
    yield chunk;
  }
}
