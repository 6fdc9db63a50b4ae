/** Declares the commands for whole courses (batch, merge, diff, review); each is loaded when it runs. */

import { type Command, Option } from "commander";
import { formatIds } from "../../formats/index.ts";
import { UsageError } from "../errors.ts";
import { say } from "../messages/cli.ts";
import { assignment, count, deadline, list, penalty, percent, shard } from "../optionValues.ts";
import type { Session } from "../session.ts";
import type { DecideFlags } from "./decide.ts";
import type { MergeFlags } from "./merge.ts";
import type { BatchFlags } from "./prepare.ts";
import type { ReviewFlags } from "./review.ts";

/** @param finish takes the exit status of the command that ran */
export function registerBatch(program: Command, session: () => Session, finish: (status: number) => void): void {
  const batch = program
    .command("batch <inputs...>")
    .option("-e, --exercise <exercise>")
    .option("--student <id>")
    .option("-o, --out <dir>")
    .option("--shard <i/n>", "", shard)
    .option("--overrides <file>")
    .option("--require <exercises>", "", list)
    .option("--deadline <time>", "", deadline)
    .option("--late <rule>", "", penalty)
    .option("--fail-below <percent>", "", percent);
  formatOptions(batch).action(async (inputs: string[], flags: BatchFlags) => {
    const { runBatch } = await import("./run.ts");
    finish(await runBatch(session(), inputs, flags));
  });
  const merge = program.command("merge <dirs...>").requiredOption("-o, --out <dir>").option("--partial");
  formatOptions(merge).action(async (folders: string[], flags: MergeFlags) => {
    const { runMerge } = await import("./merge.ts");
    finish(await runMerge(session(), folders, flags));
  });
  program
    .command("review <dir>")
    .option("--overrides <file>")
    .option("--by <name>")
    .option("--names")
    .option("--spot-check <n>", "", count)
    .option("--export-labelled <dir>")
    .action(async (folder: string, flags: ReviewFlags) => {
      if (session().json) throw new UsageError(say("usage.no-json", { command: "review" }));
      const { runReview } = await import("./review.ts");
      finish(await runReview(session(), folder, flags));
    });
  program
    .command("decide <student> <exercise> <item> <points>")
    .option("--comment <text>")
    .option("--by <name>")
    .option("--results <dir>")
    .option("--overrides <file>")
    .action(async (...[student, exercise, item, points, flags]: [string, string, string, string, DecideFlags]) => {
      const { runDecide } = await import("./decide.ts");
      finish(await runDecide(session(), [student, exercise, item, points], flags));
    });
}

function formatOptions(command: Command): Command {
  return command
    .option("-f, --format <list>", formatIds.join(", "), list, [])
    .option("--final")
    .option("--roster <file>")
    .option("--worksheet <file>")
    .option("--grades <key>")
    .option("--title <text>")
    .option("--bom")
    .addOption(new Option("--moodle-id <column>").choices(["username", "useridnumber", "useremail"]))
    .addOption(new Option("--canvas-id <column>").choices(["ID", "SIS User ID", "SIS Login ID"]))
    .option("--canvas-column <exercise=title>", "", assignment, {});
}
