/** The commands and their options. Declares only: each command's code is loaded when it runs. */

import { Command, InvalidArgumentError, Option } from "commander";
import { type BatchProgram, registerBatch } from "./batch/commands.ts";
import { check } from "./commands/check.ts";
import type { GlobalOptions } from "./session.ts";
import { Session, UsageError } from "./session.ts";

/** The program; `finish` takes the exit status of the command that ran. */
export function createProgram(version: string, finish: (status: number) => void): Command {
  const program = new Command("rnn-check");
  const session = () => new Session(program.opts<GlobalOptions>());
  program
    .description("Grades answers to exercises on recurrent neural networks, and says what is wrong.")
    .usage("<exercise> <answer.json | ->\n       rnn-check <command> …")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help, also for a command: rnn-check batch --help")
    .helpCommand("help [command]", "print help")
    .option("--json", "one JSON document on stdout, nothing else")
    .addOption(
      new Option("--feedback <level>", "how much is told (default: hints)").choices(["verdict", "hints", "full"]),
    )
    .option("--min <percent>", "share of the points that counts as passed (default: 100)", percent)
    .addOption(new Option("--lang <language>", "language of messages (default: en)").choices(["en", "de"]))
    .option("--color", "colour, even when piped")
    .option("--no-color", "no colour")
    .option("--exercises <dir>", "add a folder of exercises (repeatable)", collect)
    .addHelpText("after", examples)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  program
    .command("check <exercise> [answer]", { isDefault: true, hidden: true })
    .description("Grades one answer. `rnn-check ex6 answer.json` is short for `rnn-check check ex6 answer.json`.")
    .allowExcessArguments()
    .action(async (exercise: string, answer: string | undefined, _: unknown, command: Command) => {
      if (command.args.length > 2) throw new UsageError("usage.too-many", { exercise });
      if (answer === undefined) await answerMissing(session(), exercise);
      finish(await check(session(), exercise, answer as string));
    });
  program
    .command("list")
    .description("the exercises, with points")
    .action(async () => finish(await (await import("./commands/list.ts")).list(session())));
  program
    .command("show <exercise>")
    .description("the statement, and what an answer must hold")
    .action(async (exercise: string) => finish(await (await import("./commands/show.ts")).show(session(), exercise)));
  program
    .command("init <exercise> [file]")
    .description("an empty answer sheet (default: <exercise>.json; - writes it to stdout)")
    .option("--force", "overwrite the file if it exists")
    .action(async (exercise: string, file: string | undefined, flags: { force?: true }) => {
      const { init } = await import("./commands/init.ts");
      finish(await init(session(), exercise, file, flags.force ?? false));
    });
  traceCommand(program, session, finish);
  registerBatch(program, {
    settings: () => batchSettings(session()),
    io: async () => (await import("./commands/batch.ts")).batchIo(session()),
    exit: finish,
  });
  return program;
}

function traceCommand(program: Command, session: () => Session, finish: (status: number) => void): void {
  program
    .command("trace <exercise>")
    .description("run the model: forward values, gradients, what must be stored")
    .option("--steps <n>", "number of time steps", steps)
    .option("--case <name>", "take the numbers of this case (default: the first)")
    .option("--set <name=value>", "set a quantity: W=0.9, x=0.5,-1 or x=sin(0.1*t) (repeatable)", collect)
    .option("--wrt <names>", "differentiate with respect to these: W,h0 (default: the parameters)", list)
    .option("--values", "all values, also of long runs")
    .action(async (exercise: string, flags: object) => {
      const { trace } = await import("./commands/trace.ts");
      finish(await trace(session(), exercise, flags));
    });
}

function batchSettings({ language, json, options }: Session): ReturnType<BatchProgram["settings"]> {
  return { language, json, feedback: options.feedback ?? "hints", minPercent: options.min ?? 100 };
}

const examples = `
Exit status: 0 passed, 1 graded but not passed, 2 not gradable.

Examples:
  rnn-check ex6 answer.json               grade one answer
  rnn-check show ex6                      what exercise 6 asks
  rnn-check init ex6 answer.json          an empty answer sheet to fill in
  rnn-check trace ex2 --set W=0.5         run the model with other numbers
  rnn-check batch submissions --out out   grade a whole course`;

/** An exercise alone: say which file is missing, unless it is a misspelt command. */
async function answerMissing(session: Session, exercise: string): Promise<never> {
  await session.exercises.load(exercise);
  throw new UsageError("usage.answer-missing");
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function list(value: string): readonly string[] {
  return value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function percent(value: string): number {
  const number = Number(value.replace(/%$/, ""));
  if (value.trim() === "" || !(number >= 0 && number <= 100)) throw new InvalidArgumentError("0 … 100");
  return number;
}

function steps(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("1, 2, 3 …");
  return number;
}
