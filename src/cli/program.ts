/** The commands and their options. Declares only: each command's code is loaded when it runs, its prose with its help. */

import { Command, Option } from "commander";
import { type BatchProgram, registerBatch } from "./batch/commands.ts";
import { batchIo } from "./batch/io.ts";
import { check, refuseMore } from "./commands/check.ts";
import { UsageError } from "./errors.ts";
import { commandNames } from "./explain.ts";
import { helpIn } from "./help.ts";
import { say } from "./messages/cli.ts";
import { collect, list, percent, steps } from "./optionValues.ts";
import type { GlobalOptions, Surroundings } from "./session.ts";
import { Session, styleOf } from "./session.ts";

export interface ProgramContext {
  readonly version: string;
  /** The arguments; absent: all commands are declared. */
  readonly args?: readonly string[];
  readonly around: Surroundings;
  /** Options as far as they are known before the arguments are read: for help. */
  readonly early: GlobalOptions;
  /** Takes the exit status of the command that ran. */
  readonly finish: (status: number) => void;
}

export function createProgram(context: ProgramContext): Command {
  const { around, early, finish } = context;
  const program = new Command("rnn-check");
  const session = () => new Session(program.opts<GlobalOptions>(), around);
  program
    .usage("<exercise> <answer.json | ->\n       rnn-check <command> …")
    .version(early.json ? JSON.stringify({ version: context.version }, null, 2) : context.version, "-V, --version")
    .helpOption("-h, --help")
    .helpCommand(false)
    .option("--json")
    .addOption(new Option("--feedback <level>").choices(["verdict", "hints", "full"]).default(undefined, "hints"))
    .addOption(new Option("--min <percent>").argParser(percent).default(undefined, "100"))
    .addOption(new Option("--lang <language>").choices(["en", "de"]).default(undefined, "en"))
    .option("--color")
    .option("--no-color")
    .option("--exercises <dir>", "", collect)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void around.stdout.write(text),
      writeErr: () => undefined,
      // Colours are decided by the options too, so they are put in or left out before.
      getOutHasColors: () => true,
    });
  program
    .command("check <exercise> [answer]", { isDefault: true, hidden: true })
    .alias("grade")
    .allowExcessArguments()
    .action(async (first: string, second: string | undefined, _: unknown, command: Command) => {
      if (command.args.length > 2) refuseMore(session(), command.args);
      finish(await check(session(), first, second));
    });
  if (namesCommand(context.args)) {
    program.configureHelp(helpIn(styleOf(early, around), early.json));
    declareCommands(program, session, finish);
  }
  return program;
}

/** Whether other commands than grading are needed; declaring them takes a tenth of the time that grading one answer does. */
function namesCommand(args: readonly string[] | undefined): boolean {
  if (args === undefined || args.length === 0) return true;
  return args.some((arg) => commandNames.includes(arg) || arg === "--help" || /^-[a-zA-Z]*h/.test(arg));
}

function declareCommands(program: Command, session: () => Session, finish: (status: number) => void): void {
  program.command("list").action(async () => finish(await (await import("./commands/list.ts")).list(session())));
  program
    .command("show <exercise>")
    .action(async (exercise: string) => finish(await (await import("./commands/show.ts")).show(session(), exercise)));
  program
    .command("init <exercise> [file]")
    .option("--force")
    .action(async (exercise: string, file: string | undefined, flags: { force?: true }) => {
      const { init } = await import("./commands/init.ts");
      finish(await init(session(), exercise, file, flags.force ?? false));
    });
  traceCommand(program, session, finish);
  registerBatch(program, {
    settings: () => batchSettings(session()),
    io: () => batchIo(session()),
    exit: finish,
  });
  program.command("completion <shell>").action(async (shell: string) => {
    const { completion } = await import("./commands/completion.ts");
    finish(completion(session(), program, shell));
  });
  program.command("help [command]").action((name: string | undefined) => {
    const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
    if (command === undefined) throw noHelp(session(), name ?? "");
    command.outputHelp();
  });
}

function noHelp(session: Session, wanted: string): UsageError {
  const isExercise = session.exercises.idOf(wanted) !== undefined;
  return new UsageError(say("usage.no-help", { wanted }), isExercise ? session.command("show", wanted) : undefined);
}

function traceCommand(program: Command, session: () => Session, finish: (status: number) => void): void {
  program
    .command("trace <exercise>")
    .option("--steps <n>", "", steps)
    .option("--case <name>")
    .option("--set <name=value>", "", collect)
    .option("--wrt <names>", "", list)
    .option("--values")
    .action(async (exercise: string, flags: object) => {
      const { trace } = await import("./commands/trace.ts");
      finish(await trace(session(), exercise, flags));
    });
}

function batchSettings({ language, json, options }: Session): ReturnType<BatchProgram["settings"]> {
  return { language, json, feedback: options.feedback ?? "hints", minPercent: options.min ?? 100 };
}
