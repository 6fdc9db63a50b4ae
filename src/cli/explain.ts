/** Errors in words for the person they concern: usage for whoever typed, exercises for authors, defects for us. */

import { type Command, CommanderError } from "commander";
import type { ModelError } from "../engine/model.ts";
import { nearest } from "../engine/names.ts";
import type { ExerciseError } from "../exercises/problem.ts";
import type { Language, Message } from "../messages/message.ts";
import { say as sayOfFiles } from "./batch/messages.ts";
import { isA, isExerciseError, isMachineFault, type UsageError } from "./errors.ts";
import { looksLikePath, type UnknownExercise } from "./exerciseFiles.ts";
import { isFolder } from "./files.ts";
import { say } from "./messages/cli.ts";
import { commandNames, Session } from "./session.ts";

/** Says on stderr what went wrong. @returns the exit status */
export function explain(session: Session, error: unknown, args: readonly string[], program: Command): number {
  if (isA<UsageError>(error, "UsageError")) return usage(session, error);
  if (error instanceof CommanderError) return commandLine(session, error, args, program);
  if (isA<UnknownExercise>(error, "UnknownExercise")) return unknownExercise(session, error);
  if (isExerciseError(error)) return brokenExercise(session, error);
  if (isA<ModelError>(error, "ModelError")) return session.fail(error.told);
  const problem = isMachineFault(error) ? undefined : fileProblem(error, session.language);
  return problem === undefined ? defect(session, error) : session.fail(problem);
}

/** An error that nobody foresaw: the machine's (4) or ours (3), but nobody's answer is to blame. @returns the exit status */
export function defect(session: Session, error: unknown): number {
  const problem = error instanceof Error ? error.message : String(error);
  if (isMachineFault(error)) {
    const { code = "" } = error;
    const known = lacks.get(code);
    const lack = known === undefined ? problem : session.say(say(known));
    return session.fail(say("machine.failed", { lack }), {}, 4);
  }
  const status = session.fail(say("internal.defect", { problem }), {}, 3);
  if (session.around.env.RNN_CHECK_DEBUG && error instanceof Error) session.around.stderr.write(`${error.stack}\n`);
  return status;
}

/** What a machine most often lacks. */
const lacks = byCode({ "machine.handles": "EMFILE ENFILE", "machine.disk": "ENOSPC EDQUOT" });

function usage(session: Session, { told, example }: Pick<UsageError, "told" | "example">): number {
  if (example !== undefined) return session.fail(told, { advice: session.say(say("usage.type")), command: example });
  return told.code.startsWith("usage.") ? failWithHelp(session, told) : session.fail(told);
}

function failWithHelp(session: Session, told: Message): number {
  return session.fail(told, { advice: session.say(say("usage.see-help")) });
}

/** What does here what other programs' words do. */
const commandsMeant: Readonly<Record<string, string>> = {
  ...{ ls: "list", exercises: "list", run: "trace", forward: "trace", simulate: "trace", new: "init", create: "init" },
  ...{ view: "show", cat: "show", open: "show", describe: "show", version: "--version", usage: "--help" },
};

function unknownExercise(session: Session, { wanted, known }: UnknownExercise): number {
  if (isFolder(wanted)) return session.fail(say("usage.no-exercise-in-folder", { wanted }));
  if (looksLikePath(wanted)) return session.fail(say("usage.no-exercise-file", { wanted }));
  const word = wanted.toLowerCase();
  const close = nearest(word, known);
  if (close !== undefined)
    return session.fail(say("usage.unknown-exercise-nearest", { wanted, nearest: close, known }));
  const command = Object.hasOwn(commandsMeant, word) ? commandsMeant[word] : nearest(word, commandNames);
  return failWithHelp(
    session,
    command === undefined
      ? say("usage.unknown-exercise", { wanted, known })
      : say("usage.unknown-command", { wanted, nearest: command }),
  );
}

/**
 * The first problem with its line; the others by place. Problems of exercises are told in English (see `Problem`), and
 * so is all around them: half a sentence in another language helps nobody.
 */
export function brokenExercise(session: Session, error: ExerciseError): number {
  const [first, ...others] = error.problems;
  const named = (problem: typeof first) => [problem?.path.join("."), problem?.message].filter(Boolean).join(": ");
  const more = others.slice(0, 9).map((problem) => {
    const at = [problem.line, problem.column].filter((part) => part !== undefined).join(":");
    return `${at} ${named(problem)}`.trimStart();
  });
  const english = new Session({ ...session.options, lang: "en" }, session.around);
  const { file, line, column, sourceLine } = error;
  const advice = more.length === 0 ? undefined : [english.say(say("exercise.more")), ...more].join("\n");
  return english.fail(say("exercise.broken", { problem: named(first) }), { file, line, column, sourceLine, advice });
}

const fileProblems = byCode({
  "batch.file-permission": "EACCES EPERM EROFS",
  "batch.file-not-a-folder": "EEXIST ENOTDIR",
  "batch.file-missing": "ENOENT",
  "batch.file-busy": "EBUSY",
});

/** What each error of the system is called, from the errors that are called alike. */
function byCode<Told extends string>(errors: Readonly<Record<Told, string>>): ReadonlyMap<string, Told> {
  const all = Object.entries(errors) as [Told, string][];
  return new Map(all.flatMap(([told, codes]) => codes.split(" ").map((code) => [code, told] as const)));
}

/** What the file system refuses; undefined for an error that is none of its. */
function fileProblem(error: unknown, language: Language): Message | undefined {
  const { code, syscall, path } = error as Partial<NodeJS.ErrnoException>;
  if (!(error instanceof Error) || code === undefined || syscall === undefined) return undefined;
  const known = fileProblems.get(code);
  const reason = known === undefined ? code : sayOfFiles(known).in(language);
  return sayOfFiles("batch.file-problem", { file: path ?? syscall, reason });
}

function commandLine(session: Session, error: CommanderError, args: readonly string[], program: Command): number {
  const command = program.commands.find((one) => args.includes(one.name()));
  const told = refusal(error, command?.name() ?? "");
  const [example] = session.exercises.ids();
  if (told.code === "usage.exercise-missing" && command !== undefined && example !== undefined)
    return usage(session, { told, example: session.command(command.name(), example) });
  const help = ["rnn-check", command?.name(), "--help"].filter(Boolean).join(" ");
  return session.fail(told, { advice: session.say(say("usage.see", { help })) });
}

/** The sentences of commander 14, by the error's code. What was typed may hold anything, quotes and full stops too. */
const sentences: Readonly<Record<string, RegExp>> = {
  "commander.unknownOption": /unknown option '(?<name>.*)'(?:\s*\(Did you mean (?:one of )?(?<nearest>[^?,]+))?/s,
  "commander.missingArgument": /missing required argument '(?<name>.*)'/,
  "commander.missingMandatoryOptionValue": /required option '(?<name>.*)' not specified/,
  "commander.optionMissingArgument": /option '(?<name>.*)' argument missing/,
  "commander.invalidArgument":
    /option '(?<name>.*?)' argument '(?<found>.*)' is invalid\. (?:Allowed choices are )?(?<expected>.*?)\.?$/s,
};

/** What other programs call an option. */
const optionsMeant: Readonly<Record<string, string>> = { "-v": "-V", "-?": "-h" };

/** What commander refuses, in words of our own. @param command the command typed, if there is one */
export function refusal(error: CommanderError, command: string): Message {
  const { name = "", nearest, found = "", expected = "" } = sentences[error.code]?.exec(error.message)?.groups ?? {};
  switch (error.code) {
    case "commander.unknownOption": {
      const meant = optionsMeant[name] ?? nearest;
      if (meant === undefined) return say("usage.unknown-option", { option: name });
      return say("usage.unknown-option-nearest", { option: name, nearest: meant });
    }
    case "commander.missingArgument":
      return name === "exercise" ? say("usage.exercise-missing") : say("usage.argument-missing", { command, name });
    case "commander.missingMandatoryOptionValue":
      return say("usage.option-missing", { option: name });
    case "commander.optionMissingArgument":
      return say("usage.option-value-missing", { option: name });
    case "commander.invalidArgument":
      return say("usage.option-value", { option: /--[\w-]+/.exec(name)?.[0] ?? name, found, expected });
    default:
      return say("usage.too-many-arguments", { command });
  }
}
