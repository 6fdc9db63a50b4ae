/** Runs the program: arguments in, exit status out. Every error ends here, in words for the person it concerns. */

import { Command, CommanderError, Option } from "commander";
import { registerBatch } from "./batch/commands.ts";
import { check, refuseMore } from "./commands/check.ts";
import type { TestFlags } from "./commands/test.ts";
import type { TraceFlags } from "./commands/trace.ts";
import { isMachineFault, UsageError } from "./errors.ts";
import { defect, explain } from "./explain.ts";
import { helpIn } from "./help.ts";
import { say } from "./messages/cli.ts";
import { collect, level, list, percent, seed, steps } from "./optionValues.ts";
import { commandNames, type GlobalOptions, type Run, Session, type Surroundings } from "./session.ts";

declare const RNN_CHECK_VERSION: string;

/** @param args without the program's own name @returns the exit status */
export async function main(args: readonly string[], around: Surroundings = process): Promise<number> {
  let status = 0;
  let unwritten: Error | undefined;
  const early = earlyOptions(args);
  const finish = (ended: number) => {
    status = ended;
  };
  const program = createProgram(args, around, early, finish);
  /** With what was read of the options, and what stands in arguments that were never reached because of an error. */
  const session = () => {
    const read = Object.entries(program.opts<GlobalOptions>()).filter(([, value]) => value !== undefined);
    return new Session({ ...early, ...Object.fromEntries(read) }, around);
  };
  // A reader that stops (`| head`) is no error, a full disk is; neither ends the program.
  around.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") unwritten ??= error;
  });
  // An error outside everything that is awaited ends it, but not with a status that means a mark. Opening stderr takes
  // milliseconds, so it is not watched: that nobody reads it is known here by the call that failed.
  if (around === process)
    process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
      if (error.syscall !== "write") process.exit(defect(session(), error));
    });
  try {
    if (args.length === 0) {
      around.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    // Help and version end the parsing by an error of their own.
    const isRegularEnd = error instanceof CommanderError && error.exitCode === 0;
    try {
      if (!isRegularEnd) status = explain(session(), error, args, program);
    } catch (another) {
      status = defect(session(), another);
    }
  }
  await allWritten(around.stdout);
  if (unwritten === undefined) return status;
  around.stderr.write(`${session().say(say("output.not-written", { reason: unwritten.message }))}\n`);
  return isMachineFault(unwritten) ? 4 : 2;
}

async function allWritten(stdout: NodeJS.WriteStream): Promise<void> {
  await new Promise<void>((resolve) => {
    if (stdout.writableLength === 0 || stdout.destroyed) setImmediate(resolve);
    else stdout.write("", () => resolve());
  });
}

/** The options that say how even an error and the help look. */
function earlyOptions(args: readonly string[]): GlobalOptions {
  const end = args.indexOf("--");
  const words = end === -1 ? args : args.slice(0, end);
  const lang = [...words.join("\n").matchAll(/^--lang[=\n](en|de)$/gm)].at(-1)?.[1] as GlobalOptions["lang"];
  const color = words.includes("--no-color") ? false : words.includes("--color") || undefined;
  return { lang, color, json: words.includes("--json") || undefined };
}

/**
 * Declares the commands and their options only: each command's code is loaded when it runs, its prose with its help.
 * @param args none: all commands are declared
 * @param early what is known of the options before the arguments are read
 * @param finish takes the exit status of the command that ran
 */
export function createProgram(
  args: readonly string[],
  around: Surroundings,
  early: GlobalOptions,
  finish: (status: number) => void,
): Command {
  const program = new Command("rnn-check");
  const session = () => new Session(program.opts<GlobalOptions>(), around);
  const version = RNN_CHECK_VERSION;
  program
    .usage("<exercise> <answer.json | ->\n       rnn-check <command> …")
    .version(early.json ? JSON.stringify({ version }, null, 2) : version, "-V, --version")
    .helpOption("-h, --help")
    .helpCommand(false)
    .option("--json")
    .addOption(new Option("--feedback <level>").choices(["verdict", "hints", "full"]).default(undefined, "hints"))
    .addOption(new Option("--min <percent>").argParser(percent).default(undefined, "100"))
    .addOption(new Option("--lang <language>").choices(["en", "de"]).default(undefined, "en"))
    .option("--color")
    .option("--no-color")
    .option("--exercises <dir>", "", collect)
    .option("--watch")
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
    .action((first: string, second: string | undefined, _: unknown, { args }: Command) =>
      run(async (session) => (args.length > 2 ? refuseMore(session, args) : check(session, first, second))),
    );
  const run: Run = async (work) => finish(await work(session()));
  if (namesCommand(args)) {
    program.configureHelp(
      helpIn(new Session({ ...early, color: early.json ? false : early.color }, around).style(), early.json),
    );
    declareCommands(program, session, run);
  }
  return program;
}

/** Whether other commands than grading are needed; declaring them takes a tenth of the time that grading one answer does. */
function namesCommand(args: readonly string[]): boolean {
  return (
    args.length === 0 || args.some((arg) => commandNames.includes(arg) || arg === "--help" || /^-[a-zA-Z]*h/.test(arg))
  );
}

function declareCommands(program: Command, session: () => Session, run: Run): void {
  program.command("list").action(() => run(async (session) => (await import("./commands/show.ts")).list(session)));
  program
    .command("show <exercise>")
    .action((exercise: string) => run(async (session) => (await import("./commands/show.ts")).show(session, exercise)));
  program
    .command("init <exercise> [file]")
    .option("--force")
    .action((exercise: string, file: string | undefined, { force = false }: { force?: boolean }) =>
      run(async (session) => (await import("./commands/init.ts")).init(session, exercise, file, force)),
    );
  program
    .command("practice <exercise> [file]")
    .option("--seed <text>")
    .option("--force")
    .action((exercise: string, file: string | undefined, flags: { seed?: string; force?: boolean }) =>
      run(async (session) => {
        const { seed = String(Math.ceil(Math.random() * 9999)), force = false } = flags;
        if (file === undefined) return (await import("./commands/show.ts")).show(session, exercise, seed);
        return (await import("./commands/init.ts")).init(session, exercise, file, force, seed);
      }),
    );
  program
    .command("new <file>")
    .option("--force")
    .action((file: string, { force = false }: { force?: boolean }) =>
      run(async (session) => (await import("./commands/init.ts")).create(session, file, force)),
    );
  program
    .command("test <exercise...>")
    .option("--strict")
    .option("--junit <file>")
    .addOption(new Option("--format <format>").choices(["text", "junit"]).default("text"))
    .action((paths: string[], flags: TestFlags) =>
      run(async (session) => (await import("./commands/test.ts")).test(session, paths, flags)),
    );
  program
    .command("trace <exercise>")
    .option("--steps <n>", "", steps)
    .option("--case <name>")
    .option("--set <name=value>", "", collect)
    .option("--wrt <names>", "", list)
    .option("--values")
    .option("--seed <n>", "", seed)
    .option("--solution")
    .action((exercise: string, flags: TraceFlags) =>
      run(async (session) => (await import("./commands/trace.ts")).trace(session, exercise, flags)),
    );
  program
    .command("solve <exercise> [item]")
    .addOption(new Option("--format <format>").choices(["text", "markdown", "latex"]).default("text"))
    .option("--seed <text>")
    .action((exercise: string, item: string | undefined, { format, seed }: { format: string; seed?: string }) =>
      run(async (session) => (await import("./commands/solve.ts")).solve(session, exercise, item, format, seed)),
    );
  program
    .command("hint <exercise> <item> [file]")
    .option("--level <n>", "", level)
    .action((exercise: string, item: string, file: string | undefined, { level }: { level?: number }) =>
      run(async (session) => (await import("./commands/hint.ts")).hint(session, exercise, item, file, level)),
    );
  registerBatch(program, run);
  program.command("help [command]").action((name?: string) => {
    const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
    if (command !== undefined) return command.outputHelp();
    const isExercise = session().exercises.idOf(name ?? "") !== undefined;
    const example = isExercise ? session().command("show", name ?? "") : undefined;
    throw new UsageError(say("usage.no-help", { wanted: name ?? "" }), example);
  });
}
