/** Declares the commands for whole courses (batch, merge, diff, review, scaffold): options and help; runs nothing itself. */

import { type Command, InvalidArgumentError, Option } from "commander";
import type { Context } from "../../reports/format.ts";
import type { BatchIo, BatchOptions } from "./types.ts";

/** What the program knows besides the commands' own options. */
export interface BatchProgram {
  /** Streams, exercises and threads, for the program's own options (`--exercises`, `--feedback`, `--min`, `--lang`). */
  readonly io: () => BatchIo | Promise<BatchIo>;
  readonly settings: () => Pick<BatchOptions, "language" | "feedback" | "minPercent" | "json">;
  /** Takes a command's exit status. */
  readonly exit: (status: number) => void;
}

const formatIds = "jsonl json csv csv-items junit markdown github gradescope prairielearn autolab moodle canvas html";

export function registerBatch(program: Command, context: BatchProgram): void {
  batchCommand(program, context);
  mergeCommand(program, context);
  program
    .command("diff <old> <new>")
    .summary("whose points change between two runs, and why")
    .description("Compares the results of two batch runs: whose points, verdicts or messages differ, item by item.")
    .action(async (before: string, after: string) => {
      const { runDiff } = await import("./diff.ts");
      const { language, json } = context.settings();
      context.exit(runDiff({ before, after, json, language }, await context.io()));
    });
  program
    .command("review <dir>")
    .summary("decide what is under review, one by one")
    .description(
      "Walks through everything under review in a folder of results. Decisions go to a CSV file after each step; " +
        "apply it with: rnn-check batch … --overrides FILE",
    )
    .option("--overrides <file>", "the file of decisions (default: overrides.csv in the folder)")
    .option("--by <name>", "who decides; stands in the file and in reports")
    .action(async (folder: string, options: { overrides?: string; by?: string }) => {
      const { runReview } = await import("./review.ts");
      context.exit(await runReview({ folder, ...options, language: context.settings().language }, await context.io()));
    });
  scaffoldCommand(program, context);
}

interface BatchFlags extends FormatFlags {
  readonly exercise?: string;
  readonly out?: string;
  readonly jobs: number | "auto";
  readonly resume?: true;
  readonly shard?: { readonly index: number; readonly count: number };
  readonly roster?: string;
  readonly overrides?: string;
  readonly failBelow?: number;
  readonly timeout: number;
}

function batchCommand(program: Command, context: BatchProgram): void {
  const command = program
    .command("batch <inputs...>")
    .summary("grade many answers: folders, patterns, zip archives")
    .description(
      "Grades every *.json below the folders (or in the archives, or matching the patterns). The exercise is " +
        '--exercise, else "exercise" in the file, else the file\'s name; the student is "student" in the file, else ' +
        "the folder's or file's name. One bad file costs one invalid result.",
    )
    .option("-e, --exercise <exercise>", "grade all files as this exercise (an id, or a path to an exercise)")
    .option("-o, --out <dir>", "folder for results.jsonl, summary.json and the formats")
    .option("-j, --jobs <n>", "threads that grade, or auto", jobs, "auto")
    .option("--resume", "use results of an earlier run in --out where nothing has changed")
    .option("--shard <i/n>", "grade part i of n, split by student; join the parts with merge", shard)
    .option("--roster <file>", "CSV of the course's students: adds those who handed in nothing")
    .option("--overrides <file>", "CSV of a person's decisions (made by review)")
    .option("--fail-below <percent>", "exit with status 1 if someone reaches less", percent)
    .option("--timeout <seconds>", "for one file", seconds, 10)
    .addHelpText("after", batchHelp);
  formatOptions(command).action(async (inputs: string[], flags: BatchFlags) => {
    const { runBatch } = await import("./run.ts");
    const { exercise, out, jobs, shard, roster, overrides, failBelow, timeout } = flags;
    const given = { exercise, out, shard, roster, overrides, failBelow };
    const options: BatchOptions = {
      inputs,
      jobs,
      timeout,
      resume: flags.resume ?? false,
      formats: flags.format,
      format: formatContext(flags),
      ...context.settings(),
      ...(withoutUndefined(given) as Pick<BatchOptions, "exercise">),
    };
    context.exit(await runBatch(options, await context.io()));
  });
}

const batchHelp = `
Exit status: 0 done, 1 with --fail-below and someone below, 2 nothing to grade or a broken exercise, 130 interrupted.

Examples:
  rnn-check batch submissions --exercise ex6 --out results --format csv,html
  rnn-check batch moodle-download.zip --out results --roster students.csv --format moodle
  rnn-check batch submissions --out results --overrides results/overrides.csv --resume`;

function mergeCommand(program: Command, context: BatchProgram): void {
  const command = program
    .command("merge <dirs...>")
    .summary("join the results of shards")
    .description("Joins folders of results into one, byte for byte what a single run would have written.")
    .requiredOption("-o, --out <dir>", "folder for the joined results")
    .option("--partial", "join what is there, even if a shard is missing");
  formatOptions(command).action(async (folders: string[], flags: FormatFlags & { out: string; partial?: true }) => {
    const { runMerge } = await import("./merge.ts");
    const { language, feedback, json } = context.settings();
    const { out, partial = false, format: formats } = flags;
    const options = { folders, out, partial, formats, format: formatContext(flags), language, feedback, json };
    context.exit(await runMerge(options, await context.io()));
  });
}

function scaffoldCommand(program: Command, context: BatchProgram): void {
  program
    .command("scaffold <kind> <dir>")
    .summary("files for an autograder: gradescope")
    .description("Writes what an autograder needs. gradescope: setup.sh and run_autograder, to be zipped and uploaded.")
    .option("-e, --exercise <exercise>", "the exercise to grade (default: submissions say it)")
    .option("--package <spec>", "what npm installs there: a name, a URL or a tarball beside setup.sh", "rnn-check")
    .option("--force", "replace files that are there")
    .action(async (kind: string, folder: string, flags: { exercise?: string; package: string; force?: true }) => {
      const { runScaffold } = await import("./scaffold.ts");
      const { language, feedback } = context.settings();
      const { force = false, ...rest } = flags;
      context.exit(runScaffold({ kind, folder, ...rest, force, language, feedback }, await context.io()));
    });
}

interface FormatFlags {
  readonly format: readonly string[];
  readonly title?: string;
  readonly bom?: true;
  readonly moodleId?: "username" | "useridnumber" | "useremail";
  readonly canvasId?: "ID" | "SIS User ID" | "SIS Login ID";
  readonly canvasColumn: Readonly<Record<string, string>>;
}

function formatOptions(command: Command): Command {
  return command
    .option("-f, --format <list>", `reports to write: ${formatIds.replaceAll(" ", ", ")}`, list, [])
    .option("--title <text>", "heading of reports for people")
    .option("--bom", "start CSV files with a byte order mark")
    .addOption(
      new Option("--moodle-id <column>", "the column of student ids for Moodle").choices([
        "username",
        "useridnumber",
        "useremail",
      ]),
    )
    .addOption(
      new Option("--canvas-id <column>", "the column of student ids for Canvas").choices([
        "ID",
        "SIS User ID",
        "SIS Login ID",
      ]),
    )
    .option("--canvas-column <exercise=title>", "Canvas's column for an exercise: ex6=Sheet 6 (1234)", assignment, {});
}

function formatContext({
  title,
  bom,
  moodleId,
  canvasId,
  canvasColumn,
}: FormatFlags): Omit<Context, "language" | "feedback"> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(bom === undefined ? {} : { byteOrderMark: true }),
    ...(moodleId === undefined ? {} : { moodle: { idColumn: moodleId } }),
    canvas: { ...(canvasId === undefined ? {} : { idColumn: canvasId }), assignments: canvasColumn },
  };
}

function list(value: string, before: readonly string[]): string[] {
  return [...before, ...value.split(",").map((part) => part.trim())].filter((part) => part !== "");
}

function assignment(value: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = value.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("EXERCISE=TITLE");
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
}

function jobs(value: string): number | "auto" {
  return value === "auto" ? "auto" : whole(value, "1 … 64, auto", 64);
}

function shard(value: string): { readonly index: number; readonly count: number } {
  const found = /^(\d+)\/(\d+)$/.exec(value);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || index < 1 || index > count || count > 10_000) throw new InvalidArgumentError("i/n, 1 ≤ i ≤ n");
  return { index, count };
}

function percent(value: string): number {
  const number = Number(value.replace(/%$/, ""));
  if (value.trim() === "" || !(number >= 0 && number <= 100)) throw new InvalidArgumentError("0 … 100");
  return number;
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 86_400)) throw new InvalidArgumentError("> 0");
  return number;
}

function whole(value: string, expected: string, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new InvalidArgumentError(expected);
  return number;
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
