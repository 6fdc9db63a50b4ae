/** For GitHub Actions: annotations for the log, a step summary, and Classroom's result as a step output. */

import { collectStatistics } from "../course/statistics.ts";
import { annotationsOf } from "./annotations.ts";
import { classroomResult } from "./classroom.ts";
import type { Context, Format, OutputFile, ReportSource } from "./format.ts";
import { markdownReport } from "./markdown.ts";
import { sayIn } from "./wording.ts";
import { annotationCommand } from "./workflowCommand.ts";

/** Print `annotations.txt` to the log; append the others to the files `GITHUB_STEP_SUMMARY` and `GITHUB_OUTPUT`. */
export const github: Format = { id: "github", files: "few", render };

async function* render(reports: ReportSource, context: Context): AsyncGenerator<OutputFile> {
  const annotations = await annotationsOf(reports, await collectStatistics(reports()), context);
  yield { path: "github/annotations.txt", chunks: annotations.map(annotationCommand) };
  yield { path: "github/summary.md", chunks: bounded(markdownReport(reports, context), context) };
  yield { path: "github/output.txt", chunks: [`result=${await classroomResult(reports, context)}\n`] };
}

/** GitHub refuses more than 1 MiB a step; some room is left for what other tools of the step append. */
const summaryBytes = 1_000_000;

async function* bounded(chunks: AsyncIterable<string>, { language }: Context): AsyncGenerator<string> {
  const encoder = new TextEncoder();
  let left = summaryBytes;
  for await (const chunk of chunks) {
    left -= encoder.encode(chunk).length;
    if (left < 0) {
      yield `\n${sayIn(language)("report.shortened")}\n`;
      return;
    }
    yield chunk;
  }
}
