/** Declares the commands for whole courses (batch, merge, diff, review); each is loaded when it runs. */

import { type Command, Option } from "commander";
import type { Shard } from "../../course/order.ts";
import { formatIds } from "../../formats/index.ts";
import { UsageError } from "../errors.ts";
import { say } from "../messages/cli.ts";
import { assignment, list, percent, shard } from "../optionValues.ts";
import type { BatchIo, FormatOptions, Settings } from "./io.ts";

/** What the program knows besides the commands' own options. */
export interface BatchProgram {
  /** Streams and exercises, for the program's own options (`--exercises`, `--feedback`, `--min`, `--lang`). */
  readonly io: () => BatchIo;
  readonly settings: () => Settings;
  /** Takes a command's exit status. */
  readonly exit: (status: number) => void;
}

export function registerBatch(program: Command, context: BatchProgram): void {
  batchCommand(program, context);
  mergeCommand(program, context);
  program.command("diff <old> <new>").action(async (before: string, after: string) => {
    const { runDiff } = await import("./diff.ts");
    context.exit(runDiff({ before, after, ...context.settings() }, context.io()));
  });
  program
    .command("review <dir>")
    .option("--overrides <file>")
    .option("--by <name>")
    .action(async (folder: string, options: { overrides?: string; by?: string }) => {
      const { language, json } = context.settings();
      if (json) throw new UsageError(say("usage.no-json", { command: "review" }));
      const { runReview } = await import("./review.ts");
      context.exit(await runReview({ folder, ...options, language }, context.io()));
    });
}

interface BatchFlags extends FormatFlags {
  readonly exercise?: string;
  readonly student?: string;
  readonly out?: string;
  readonly shard?: Shard;
  readonly roster?: string;
  readonly overrides?: string;
  readonly failBelow?: number;
}

function batchCommand(program: Command, context: BatchProgram): void {
  const command = program
    .command("batch <inputs...>")
    .option("-e, --exercise <exercise>")
    .option("--student <id>")
    .option("-o, --out <dir>")
    .option("--shard <i/n>", "", shard)
    .option("--roster <file>")
    .option("--overrides <file>")
    .option("--fail-below <percent>", "", percent);
  formatOptions(command).action(async (inputs: string[], flags: BatchFlags) => {
    const { runBatch } = await import("./run.ts");
    const options = { inputs, ...flags, ...formatsOf(flags), ...context.settings() };
    context.exit(await runBatch(options, context.io()));
  });
}

function mergeCommand(program: Command, context: BatchProgram): void {
  const command = program.command("merge <dirs...>").requiredOption("-o, --out <dir>").option("--partial");
  formatOptions(command).action(async (folders: string[], flags: FormatFlags & { out: string; partial?: true }) => {
    const { runMerge } = await import("./merge.ts");
    const { out, partial = false } = flags;
    const options = { folders, out, partial, ...formatsOf(flags), ...context.settings() };
    context.exit(await runMerge(options, context.io()));
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

function formatsOf(flags: FormatFlags): FormatOptions {
  const { format: formats, title, bom, moodleId, canvasId, canvasColumn } = flags;
  const format = {
    ...(title !== undefined && { title }),
    ...(bom !== undefined && { byteOrderMark: true }),
    ...(moodleId !== undefined && { moodle: { idColumn: moodleId } }),
    canvas: { ...(canvasId !== undefined && { idColumn: canvasId }), assignments: canvasColumn },
  };
  return { formats, format };
}
