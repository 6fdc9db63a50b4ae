/** Errors in words for the person they concern: usage for whoever typed, exercises for authors, defects for us. */

import { type Command, CommanderError } from "commander";
import type { ModelError } from "../engine/model.ts";
import { nearest } from "../engine/names.ts";
import type { ExerciseError } from "../exercises/problem.ts";
import { commandLineProblem } from "./commandLineProblem.ts";
import { commandNames, commandsMeant } from "./commandNames.ts";
import { isA, isExerciseError } from "./errorKind.ts";
import type { UnknownExercise } from "./exerciseFiles.ts";
import { fileProblem } from "./fileProblem.ts";
import { say } from "./messages/cli.ts";
import { Session } from "./session.ts";
import type { UsageError } from "./usageError.ts";

/** Neither passed (0) nor failed (1) nor the user's to mend (2). */
const defectStatus = 3;

/** Says on stderr what went wrong. @returns the exit status */
export function explain(session: Session, error: unknown, args: readonly string[], program: Command): number {
  if (isA<UsageError>(error, "UsageError")) return usage(session, error);
  if (error instanceof CommanderError) return commandLine(session, error, args, program);
  if (isA<UnknownExercise>(error, "UnknownExercise")) return unknownExercise(session, error, commandNames);
  if (isExerciseError(error)) return brokenExercise(session, error);
  if (isA<ModelError>(error, "ModelError")) return session.fail(error.told);
  const problem = fileProblem(error, session.language);
  return problem === undefined ? defect(session, error) : session.fail(problem);
}

/** The result could not be written: a full disk, most likely. */
export function outputProblem(session: Session, error: Error): number {
  session.around.stderr.write(`${session.say(say("output.not-written", { reason: error.message }))}\n`);
  return 2;
}

/** An error that nobody foresaw. @returns the exit status */
export function defect(session: Session, error: unknown): number {
  const problem = error instanceof Error ? error.message : String(error);
  session.fail(say("internal.defect", { problem }));
  if (session.around.env.RNN_CHECK_DEBUG && error instanceof Error) session.around.stderr.write(`${error.stack}\n`);
  return defectStatus;
}

function usage(session: Session, { told, example }: Pick<UsageError, "told" | "example">): number {
  if (example !== undefined) return session.fail(told, { advice: session.say(say("usage.type")), command: example });
  return session.fail(told, told.code.startsWith("usage.") ? seeHelp(session) : {});
}

function seeHelp(session: Session) {
  return { advice: session.say(say("usage.see-help")) };
}

function unknownExercise(session: Session, error: UnknownExercise, commands: readonly string[]): number {
  const { wanted, known, nearest: close, kind } = error;
  if (kind === "folder") return session.fail(say("usage.no-exercise-in-folder", { wanted }));
  if (kind === "file") return session.fail(say("usage.no-exercise-file", { wanted }));
  if (close !== undefined)
    return session.fail(say("usage.unknown-exercise-nearest", { wanted, nearest: close, known }));
  const command = commandsMeant.get(wanted.toLowerCase()) ?? nearest(wanted.toLowerCase(), commands);
  const told =
    command === undefined
      ? say("usage.unknown-exercise", { wanted, known })
      : say("usage.unknown-command", { wanted, nearest: command });
  return session.fail(told, seeHelp(session));
}

/**
 * The first problem with its line; the others by place. Problems of exercises are told in English (see `Problem`), and
 * so is all around them: half a sentence in another language helps nobody.
 */
export function brokenExercise(session: Session, error: ExerciseError): number {
  const [first, ...others] = error.problems;
  const { file, line, column, sourceLine } = error;
  const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  const told = { ...(file !== undefined && { file }), ...(sourceLine !== undefined && { sourceLine }) };
  const named = (problem: typeof first) => [problem?.path.join("."), problem?.message].filter(Boolean).join(": ");
  const more = others.slice(0, 9).map((problem) => {
    const at = [problem.line, problem.column].filter((part) => part !== undefined).join(":");
    return `${at === "" ? "" : `${at} `}${named(problem)}`;
  });
  const english = new Session({ ...session.options, lang: "en" }, session.around);
  const advice = more.length === 0 ? {} : { advice: [english.say(say("exercise.more")), ...more].join("\n") };
  return english.fail(say("exercise.broken", { problem: named(first) }), { ...told, ...place, ...advice });
}

function commandLine(session: Session, error: CommanderError, args: readonly string[], program: Command): number {
  const command = program.commands.find((one) => args.includes(one.name()));
  const told = commandLineProblem(error, command?.name() ?? "");
  if (error.code === "commander.missingArgument" && command !== undefined)
    return usage(session, { told, example: exampleOf(command, session) });
  const help = command === undefined ? "rnn-check --help" : `rnn-check ${command.name()} --help`;
  return session.fail(told, { advice: session.say(say("usage.see", { help })) });
}

/** `rnn-check show ex1`: a command with something likely for each of its arguments. */
function exampleOf(command: Command, session: Session): string {
  const known = new Map([
    ["exercise", session.exercises.ids()[0]],
    ["shell", "bash"],
    ["kind", "gradescope"],
    ["inputs", "submissions"],
    ["dir", "results"],
    ["dirs", "results-1 results-2 --out results"],
    ["old", "results-before"],
    ["new", "results"],
  ]);
  const needed = command.registeredArguments.filter(({ required }) => required).map((argument) => argument.name());
  return session.command(
    command.name(),
    ...needed.flatMap((name) => (known.get(name) ?? name.toUpperCase()).split(" ")),
  );
}
