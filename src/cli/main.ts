/** Runs the program: arguments in, exit status out. Every error ends here, in words for the person it concerns. */

import { CommanderError } from "commander";
import type { ModelError } from "../engine/model.ts";
import { nearest } from "../engine/names.ts";
import type { ExerciseError } from "../exercises/problem.ts";
import type { MessageCode } from "../messages/catalogue.ts";
import type { UnknownExercise } from "./exerciseFiles.ts";
import { createProgram } from "./program.ts";
import { type GlobalOptions, type Parameters, Session, type UsageError } from "./session.ts";

declare const RNN_CHECK_VERSION: string;

/** @param args without the program's own name @returns the exit status */
export async function main(args: readonly string[]): Promise<number> {
  let status = 0;
  const program = createProgram(RNN_CHECK_VERSION, (ended) => {
    status = ended;
  });
  if (args.length === 0) {
    process.stderr.write(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const session = new Session(program.opts<GlobalOptions>());
    return explain(
      session,
      error,
      program.commands.flatMap((command) => [command.name(), ...command.aliases()]),
    );
  }
}

/** By name: parts of the program that are loaded later have classes of their own. */
function isA<E extends Error>(error: unknown, name: string): error is E {
  return error instanceof Error && error.name === name;
}

function explain(session: Session, error: unknown, commands: readonly string[]): number {
  const usage = (code: MessageCode, params: Parameters = {}) =>
    session.fail({ code, params }, { advice: "usage.see-help" });
  if (isA<UsageError>(error, "UsageError")) return usage(error.code, error.params);
  if (error instanceof CommanderError) return usage(...commandLineProblem(error));
  if (isA<UnknownExercise>(error, "UnknownExercise")) return unknownExercise(session, error, commands);
  if (isA<ExerciseError>(error, "ExerciseError")) {
    const { line, column, file } = error;
    const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    const problem = error.problems.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
    const broken = { code: "exercise.broken", params: { problem: problem.slice(0, 5).join("; ") }, ...place } as const;
    return session.fail(broken, file === undefined ? {} : { file });
  }
  if (isA<ModelError>(error, "ModelError")) return session.fail({ code: error.code, params: error.params });
  session.fail({
    code: "internal.defect",
    params: { problem: error instanceof Error ? error.message : String(error) },
  });
  if (process.env.RNN_CHECK_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 3;
}

function unknownExercise(
  session: Session,
  { wanted, nearest: close, known }: UnknownExercise,
  commands: readonly string[],
): number {
  const command = close === undefined ? nearest(wanted.toLowerCase(), commands) : undefined;
  if (command !== undefined)
    return session.fail({ code: "usage.unknown-command", params: { wanted, nearest: command } });
  if (close === undefined) return session.fail({ code: "usage.unknown-exercise", params: { wanted, known } });
  return session.fail({ code: "usage.unknown-exercise-nearest", params: { wanted, nearest: close, known } });
}

/** Commander's own messages are English sentences; the facts are taken out of them. */
function commandLineProblem(error: CommanderError): [MessageCode, Parameters?] {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "");
  const [first = ""] = quoted;
  switch (error.code) {
    case "commander.unknownOption": {
      const close = /Did you mean (?:one of )?([^?,]+)/.exec(error.message)?.[1];
      if (close === undefined) return ["usage.unknown-option", { option: first }];
      return ["usage.unknown-option-nearest", { option: first, nearest: close }];
    }
    case "commander.missingArgument":
      return ["usage.argument-missing", { name: first }];
    case "commander.optionMissingArgument":
      return ["usage.option-value-missing", { option: first }];
    case "commander.excessArguments":
      return ["usage.too-many-arguments"];
    case "commander.invalidArgument": {
      const expected = /\. (?:Allowed choices are )?(.*?)\.?$/.exec(error.message)?.[1] ?? "";
      return ["usage.option-value", { option: first, found: quoted[1] ?? "", expected }];
    }
    default:
      return ["usage.too-many-arguments"];
  }
}
