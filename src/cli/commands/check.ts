/** `rnn-check <exercise> <answer>`: grades one answer and shows the report. */

import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { type Exercise, passesAt } from "../../exercises/exercise.ts";
import { grade, ungradable } from "../../grading/grade.ts";
import type { Report } from "../../grading/report.ts";
import { readSubmission, type SubmissionError, type TextReading } from "../../grading/submission.ts";
import type { Message } from "../../messages/message.ts";
import { UsageError } from "../errors.ts";
import { hasEnding, isFolder, readAnswerFile } from "../files.ts";
import { say } from "../messages/cli.ts";
import type { Session } from "../session.ts";
import { errorView } from "../view/errorView.ts";
import { reportView } from "../view/reportView.ts";
import type { Graded } from "./watch.ts";

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
  const told = say("usage.two-words", { wanted: `${first} ${second}`, joined });
  throw new UsageError(told, session.command(joined, ...others));
}

/** `rnn-check answer.json ex6`: what was meant is plain. */
function isSwapped({ exercises }: Session, first: string, second: string): boolean {
  if (exercises.idOf(first) !== undefined || exercises.idOf(second) === undefined) return false;
  return first === "-" || (existsSync(first) && !isFolder(first)) || (hasEnding(first) && !existsSync(second));
}

/** An exercise without an answer asks for it; an answer without an exercise may say itself where it belongs. */
async function checkAlone(session: Session, only: string): Promise<number> {
  const { exercises } = session;
  const answerMissing = () => new UsageError(say("usage.answer-missing"), session.command(only, "answer.json"));
  const isAnswer = exercises.idOf(only) === undefined && (only === "-" || (hasEnding(only) && !isFolder(only)));
  if (!isAnswer) {
    await exercises.load(only);
    throw answerMissing();
  }
  const answer = await read(session, only);
  const called = exercises.idOf(basename(only, extname(only)));
  const { text } = answer;
  if (!answer.ok && text === undefined) return unopened(session, called ?? "EXERCISE", only, answer.error);
  const reading = answer.ok ? readSubmission(answer.text) : answer;
  if (!reading.ok) {
    const sourceLine = lineOf(text ?? "", reading.error.line);
    return session.fail(reading.error, { file: only === "-" ? undefined : only, sourceLine });
  }
  const wanted = exerciseNamedIn(session, text ?? "") ?? called;
  if (wanted !== undefined) return gradeAs(session, wanted, only, answer);
  const isExercise = reading.submission.answers.some(([key, { value }]) => key === "questions" && Array.isArray(value));
  if (isExercise) throw answerMissing();
  const known = exercises.ids();
  throw new UsageError(say("usage.which-exercise", { file: only, known }), session.command(known[0] ?? "ex1", only));
}

function read(session: Session, file: string): Promise<TextReading> {
  if (file === "-" && session.around.stdin.isTTY) session.note(say("file.typing"));
  return readAnswerFile(file, session.around);
}

/** The exercise with the numbers that the answer is for. */
export async function exerciseFor(session: Session, wanted: string, answer?: TextReading): Promise<Exercise> {
  const { variants } = await session.exercises.load(wanted);
  const isPractice = variants !== undefined && answer?.ok === true && answer.text.includes('"seed"');
  return session.exercise(wanted, isPractice ? envelopeOf(answer.text).seed : undefined);
}

async function gradeAs(session: Session, wanted: string, file: string, answer: TextReading): Promise<number> {
  if (session.options.watch !== true) return (await gradeOnce(session, wanted, file, answer)).status;
  const { watch } = await import("./watch.ts");
  return watch(session, file, async () => gradeOnce(session, wanted, file, await read(session, file)));
}

async function gradeOnce(session: Session, wanted: string, file: string, answer: TextReading): Promise<Graded> {
  const exercise = await exerciseFor(session, wanted, answer);
  if (!answer.ok && !session.json && answer.error.code.startsWith("file."))
    return { status: unopened(session, wanted, file, answer.error) };
  const options = { ...session.grading, ...(file !== "-" && { file }) };
  const report = answer.ok ? grade(exercise, answer.text, options) : ungradable(exercise, answer.error, options);
  show(session, report, exercise, answer.text ?? "", [wanted, file]);
  return { report, status: report.status === "invalid" ? 2 : report.passed ? 0 : 1 };
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

/** What the text says beside its answers. */
function envelopeOf(text: string): { readonly exercise?: string; readonly seed?: string } {
  const reading = readSubmission(text);
  return reading.ok ? reading.submission : {};
}

/** The exercise that the envelope names, if there is one. */
function exerciseNamedIn(session: Session, text: string): string | undefined {
  return session.exercises.idOf(envelopeOf(text).exercise?.trim() ?? "");
}

function lineOf(text: string, line: number | undefined): string | undefined {
  return line === undefined ? undefined : text.split(/\r\n|\r|\n/, line)[line - 1];
}

/** What the command line named. */
type Named = readonly [exercise: string, file: string];

function show(session: Session, report: Report, exercise: Exercise, text: string, [wanted, file]: Named): void {
  const { error } = report;
  const isForPeople = error !== undefined && !session.json;
  const stream = isForPeople ? session.around.stderr : session.around.stdout;
  const meant = error?.code === "submission.other-exercise" ? exerciseNamedIn(session, text) : undefined;
  if (isForPeople && meant !== undefined) {
    const told = { message: error.message, advice: session.say(say("next.other-exercise")) };
    stream.write(`${errorView({ ...told, command: session.command(meant, file) }, session.style(stream))}\n`);
    return;
  }
  const { seed } = exercise;
  const context = {
    title: exercise.title[session.language],
    sourceLine: lineOf(text, error?.line),
    minPercent: passesAt(exercise, session.options.min),
    command: session.command(wanted, file),
    statement: session.command(...(seed === undefined ? ["show", wanted] : ["practice", wanted, "--seed", seed])),
  };
  stream.write(
    `${session.json ? JSON.stringify(report, null, 2) : reportView(report, session.style(stream), context)}\n`,
  );
}
