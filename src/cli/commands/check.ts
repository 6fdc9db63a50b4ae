/** `rnn-check <exercise> <answer>`: grades one answer and shows the report. */

import { grade, invalidReport } from "../../grading/grade.ts";
import type { Report } from "../../grading/report.ts";
import { readAnswerFile } from "../answerFile.ts";
import type { Session } from "../session.ts";
import { reportView } from "../terminal/reportView.ts";

/** @returns the exit status */
export async function check(session: Session, wanted: string, file: string): Promise<number> {
  const exercise = await session.exercises.load(wanted);
  const answer = await readAnswerFile(file);
  const { feedback, min } = session.options;
  const options = {
    lang: session.language,
    ...(feedback !== undefined && { feedback }),
    ...(min !== undefined && { min }),
    ...(file !== "-" && { file }),
  };
  const report = answer.ok ? grade(exercise, answer.text, options) : invalidReport(exercise, answer.error, options);
  show(session, report, exercise.title, answer.ok ? answer.text : "", [wanted, file]);
  if (report.status === "invalid") return 2;
  return report.passed ? 0 : 1;
}

function show(session: Session, report: Report, title: string, text: string, [wanted, file]: [string, string]): void {
  if (session.json) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const isInvalid = report.status === "invalid";
  const stream = isInvalid ? process.stderr : process.stdout;
  const line = report.error?.line;
  const sourceLine = line === undefined ? undefined : text.split(/\r\n|\r|\n/, line)[line - 1];
  const { min } = session.options;
  const context = {
    title,
    ...(sourceLine !== undefined && { sourceLine }),
    ...(min !== undefined && { minPercent: min }),
    ...(wanted !== report.exercise && { command: `rnn-check ${wanted} ${file}` }),
  };
  stream.write(`${reportView(report, session.style(stream), context)}\n`);
}
