/** `rnn-check <exercise> <answer>`: grades one answer and shows the report. */

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { grade, ungradable } from "../../grading/grade.ts";
import type { Report } from "../../grading/report.ts";
import { readSubmission, type SubmissionError } from "../../grading/submission.ts";
import type { Message } from "../../messages/message.ts";
import { type AnswerText, readAnswerFile } from "../answerFile.ts";
import { UsageError } from "../errors.ts";
import { isFolder } from "../fileKind.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { errorView } from "../view/errorView.ts";
import { reportView } from "../view/reportView.ts";

/** @returns the exit status */
export async function check(session: Session, first: string, second: string | undefined): Promise<number> {
  if (second === undefined) return checkAlone(session, first);
  const [wanted, file] = isSwapped(session, first, second) ? [second, first] : [first, second];
  await session.exercises.load(wanted);
  return gradeAs(session, wanted, file, await read(session, file));
}

/** `rnn-check ex6 a.json b.json`, or an exercise in two words: `rnn-check ex 6 answer.json`. */
export function refuseMore(session: Session, words: readonly string[]): never {
  const [first = "", second = "", ...others] = words;
  const { exercises } = session;
  const joined = exercises.idOf(first) === undefined ? exercises.idOf(first + second) : undefined;
  if (joined === undefined) throw new UsageError(say("usage.too-many", { exercise: first }));
  throw new UsageError(
    say("usage.two-words", { wanted: `${first} ${second}`, joined }),
    session.command(joined, ...others),
  );
}

/** `rnn-check answer.json ex6`: what was meant is plain. */
function isSwapped({ exercises }: Session, first: string, second: string): boolean {
  if (exercises.idOf(first) !== undefined || exercises.idOf(second) === undefined) return false;
  return first === "-" || isFile(first) || (/\.json$/i.test(first) && !existsSync(second));
}

/** An exercise without an answer asks for it; an answer without an exercise may say itself where it belongs. */
async function checkAlone(session: Session, only: string): Promise<number> {
  const { exercises } = session;
  const isAnswer = exercises.idOf(only) === undefined && (only === "-" || (/\.json$/i.test(only) && !isFolder(only)));
  if (!isAnswer) {
    await exercises.load(only);
    throw new UsageError(say("usage.answer-missing"), session.command(only, "answer.json"));
  }
  const answer = await read(session, only);
  if (!answer.ok) return unopened(session, exercises.idOf(basename(only, ".json")) ?? "EXERCISE", only, answer.error);
  const submission = readSubmission(answer.text);
  if (!submission.ok) return unreadable(session, only, answer.text, submission.error);
  const wanted = exerciseNamedIn(session, answer.text) ?? exercises.idOf(basename(only).replace(/\.json$/i, ""));
  if (wanted === undefined) {
    if (Array.isArray(submission.submission.answers.questions))
      throw new UsageError(say("usage.answer-missing"), session.command(only, "answer.json"));
    const example = session.command(exercises.ids()[0] ?? "ex1", only);
    throw new UsageError(say("usage.which-exercise", { file: only, known: exercises.ids() }), example);
  }
  return gradeAs(session, wanted, only, answer);
}

function read(session: Session, file: string): Promise<AnswerText> {
  if (file === "-" && session.around.stdin.isTTY) session.note(say("file.typing"));
  return readAnswerFile(file, session.around);
}

async function gradeAs(session: Session, wanted: string, file: string, answer: AnswerText): Promise<number> {
  const exercise = await session.exercises.load(wanted);
  const { feedback, min } = session.options;
  const options = {
    lang: session.language,
    ...(feedback !== undefined && { feedback }),
    ...(min !== undefined && { min }),
    ...(file !== "-" && { file }),
  };
  if (!answer.ok && !session.json && answer.error.code.startsWith("file."))
    return unopened(session, wanted, file, answer.error);
  const report = answer.ok ? grade(exercise, answer.text, options) : ungradable(exercise, answer.error, options);
  show(session, report, exercise.title, answer.ok ? answer.text : "", [wanted, file]);
  if (report.status === "invalid") return 2;
  return report.passed ? 0 : 1;
}

/** No file: what to do next is something else than to repair it. */
function unopened(session: Session, wanted: string, file: string, error: SubmissionError): number {
  const close = error.params?.nearest;
  const next = (advice: Message, ...words: string[]) =>
    session.fail(error, { advice: session.say(advice), command: session.command(...words) });
  if (error.code === "file.missing-nearest") return next(say("next.try"), wanted, join(dirname(file), String(close)));
  if (error.code === "file.missing") return next(say("next.new-sheet"), "init", wanted, file);
  if (error.code === "file.is-folder") return next(say("next.batch"), "batch", file, "--exercise", wanted);
  return session.fail(error);
}

function unreadable(session: Session, file: string, text: string, error: SubmissionError): number {
  const sourceLine = error.line === undefined ? undefined : lineOf(text, error.line);
  return session.fail(error, { ...(file !== "-" && { file }), ...(sourceLine !== undefined && { sourceLine }) });
}

/** The exercise that the envelope names, if there is one. */
function exerciseNamedIn(session: Session, text: string): string | undefined {
  const reading = readSubmission(text);
  return reading.ok ? session.exercises.idOf(reading.submission.exercise?.trim() ?? "") : undefined;
}

function lineOf(text: string, line: number): string | undefined {
  return text.split(/\r\n|\r|\n/, line)[line - 1];
}

function isFile(path: string): boolean {
  return existsSync(path) && !isFolder(path);
}

function show(session: Session, report: Report, title: string, text: string, [wanted, file]: [string, string]): void {
  if (session.json) {
    session.around.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const isInvalid = report.status === "invalid";
  const meant = report.error?.code === "submission.other-exercise" ? exerciseNamedIn(session, text) : undefined;
  if (report.error !== undefined && meant !== undefined) {
    const command = session.command(meant, file);
    const described = { message: report.error.message, advice: session.say(say("next.other-exercise")), command };
    session.around.stderr.write(`${errorView(described, session.style(session.around.stderr))}\n`);
    return;
  }
  const stream = isInvalid ? session.around.stderr : session.around.stdout;
  const line = report.error?.line;
  const sourceLine = line === undefined ? undefined : lineOf(text, line);
  const { min } = session.options;
  const context = {
    title,
    ...(sourceLine !== undefined && { sourceLine }),
    ...(min !== undefined && { minPercent: min }),
    command: session.command(wanted, file),
  };
  stream.write(`${reportView(report, session.style(stream), context)}\n`);
}
