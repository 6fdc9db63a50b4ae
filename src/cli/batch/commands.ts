/** Declares the commands for whole courses (batch, merge, review); each is loaded when it runs. */

import { type Command, Option } from "commander";
import { formatIds } from "../../formats/index.ts";
import { assignment, deadline, list, penalty, percent, shard } from "../optionValues.ts";
import type { Run } from "../session.ts";
import type { MergeFlags } from "./merge.ts";
import type { BatchFlags } from "./prepare.ts";
import type { ReviewFlags } from "./review.ts";

export function registerBatch(program: Command, run: Run): void {
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
  formatOptions(batch).action((inputs: string[], flags: BatchFlags) =>
    run(async (session) => (await import("./run.ts")).runBatch(session, inputs, flags)),
  );
  const merge = program.command("merge <dirs...>").requiredOption("-o, --out <dir>").option("--partial");
  formatOptions(merge).action((folders: string[], flags: MergeFlags) =>
    run(async (session) => (await import("./merge.ts")).runMerge(session, folders, flags)),
  );
  program
    .command("review <dir>")
    .option("--overrides <file>")
    .option("--by <name>")
    .option("--names")
    .option("--export-labelled <dir>")
    .action((folder: string, flags: ReviewFlags) =>
      run(async (session) => (await import("./review.ts")).runReview(session, folder, flags)),
    );
}

function formatOptions(command: Command): Command {
  return command
    .option("-f, --format <list>", formatIds.join(", "), list, [])
    .option("--final")
    .option("--roster <file>")
    .option("--worksheet <file>")
    .option("--title <text>")
    .option("--bom")
    .addOption(new Option("--moodle-id <column>").choices(["username", "useridnumber", "useremail"]))
    .addOption(new Option("--canvas-id <column>").choices(["ID", "SIS User ID", "SIS Login ID"]))
    .option("--canvas-column <exercise=title>", "", assignment, {});
}
