/** Declares the commands for whole courses (batch, merge, diff, review, scaffold); runs nothing itself, holds no prose. */

import { type Command, Option } from "commander";
import type { Context } from "../../formats/format.ts";
import { formatIds } from "../../formats/index.ts";
import { assignment, jobs, list, percent, seconds, shard } from "../optionValues.ts";
import { UsageError } from "../usageError.ts";
import type { BatchIo } from "./io.ts";
import type { BatchOptions } from "./options.ts";
import { runBatch } from "./run/run.ts";

/** What the program knows besides the commands' own options. */
export interface BatchProgram {
  /** Streams, exercises and threads, for the program's own options (`--exercises`, `--feedback`, `--min`, `--lang`). */
  readonly io: () => BatchIo | Promise<BatchIo>;
  readonly settings: () => Pick<BatchOptions, "language" | "feedback" | "minPercent" | "json">;
  /** Takes a command's exit status. */
  readonly exit: (status: number) => void;
}

export function registerBatch(program: Command, context: BatchProgram): void {
  batchCommand(program, context);
  mergeCommand(program, context);
  program.command("diff <old> <new>").action(async (before: string, after: string) => {
    const { runDiff } = await import("./diff.ts");
    const { language, json } = context.settings();
    context.exit(runDiff({ before, after, json, language }, await context.io()));
  });
  program
    .command("review <dir>")
    .option("--overrides <file>")
    .option("--by <name>")
    .action(async (folder: string, options: { overrides?: string; by?: string }) => {
      const { language, json } = context.settings();
      if (json) throw new UsageError("usage.no-json", { command: "review" });
      const { runReview } = await import("./review.ts");
      context.exit(await runReview({ folder, ...options, language }, await context.io()));
    });
  scaffoldCommand(program, context);
}

interface BatchFlags extends FormatFlags {
  readonly exercise?: string;
  readonly student?: string;
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
    .option("-e, --exercise <exercise>")
    .option("--student <id>")
    .option("-o, --out <dir>")
    .option("-j, --jobs <n>", "", jobs, "auto")
    .option("--resume")
    .option("--shard <i/n>", "", shard)
    .option("--roster <file>")
    .option("--overrides <file>")
    .option("--fail-below <percent>", "", percent)
    .option("--timeout <seconds>", "", seconds, 10);
  formatOptions(command).action(async (inputs: string[], flags: BatchFlags) => {
    const { format: formats, title, bom, moodleId, canvasId, canvasColumn, resume = false, ...given } = flags;
    const options: BatchOptions = {
      inputs,
      resume,
      formats,
      format: formatContext(flags),
      ...context.settings(),
      ...given,
    };
    context.exit(await runBatch(options, await context.io()));
  });
}

function mergeCommand(program: Command, context: BatchProgram): void {
  const command = program.command("merge <dirs...>").requiredOption("-o, --out <dir>").option("--partial");
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
    .option("-e, --exercise <exercise>")
    .option("--package <spec>", "", "rnn-check")
    .option("--force")
    .action(async (kind: string, folder: string, flags: { exercise?: string; package: string; force?: true }) => {
      const { runScaffold } = await import("./scaffold.ts");
      const { language, feedback, json } = context.settings();
      const { force = false, ...rest } = flags;
      context.exit(runScaffold({ kind, folder, ...rest, force, language, feedback, json }, await context.io()));
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
    .option("-f, --format <list>", formatIds.join(", "), list, [])
    .option("--title <text>")
    .option("--bom")
    .addOption(new Option("--moodle-id <column>").choices(["username", "useridnumber", "useremail"]))
    .addOption(new Option("--canvas-id <column>").choices(["ID", "SIS User ID", "SIS Login ID"]))
    .option("--canvas-column <exercise=title>", "", assignment, {});
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
