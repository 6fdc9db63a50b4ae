/** One batch from its options to the exit status: find, grade, settle, present; each of these has its own file. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Summary } from "../../../course/summary.ts";
import type { ResultRow } from "../../../course/totals.ts";
import { reaches } from "../../../grading/outcome.ts";
import { BatchError } from "../batchError.ts";
import type { BatchIo } from "../io.ts";
import type { BatchOptions } from "../options.ts";
import { refused } from "../refusal.ts";
import { holdFolder } from "../results/folder.ts";
import { isForeign } from "../results/summaryFile.ts";
import { Voice } from "../voice.ts";
import { type Graded, gradeAll } from "./gradeAll.ts";
import { checkTogether, prepare } from "./prepare.ts";
import { present, tell } from "./present.ts";
import { settle } from "./settle.ts";

/** Grades everything that the options name. Gives the exit status; what a user did wrong is said, not thrown. */
export async function runBatch(options: BatchOptions, io: BatchIo): Promise<number> {
  const voice = new Voice(io.stderr, options.language);
  let temporary: string | undefined;
  let release: (() => void) | undefined;
  try {
    checkTogether(options, voice);
    const plan = await prepare(options, io, voice);
    // Without a folder for results they are made in one that goes away; formats read them from there.
    if (options.out === undefined) temporary = mkdtempSync(join(tmpdir(), "rnn-check-"));
    const folder = temporary ?? resolve(io.cwd, options.out as string);
    if (isForeign(folder)) throw new BatchError(voice.text("batch.foreign-summary", { folder }));
    release = holdFolder(folder, (lock) => new BatchError(voice.text("batch.folder-in-use", { folder, lock })));
    const graded = await gradeAll(plan, folder, options, io, voice);
    const summary = await settle(plan, graded, folder, options, io, voice);
    await tell(plan, graded, summary, options, io, voice);
    if (!(await present(plan, folder, summary, graded, options, io, voice))) return interrupted;
    return exitStatus(graded, summary, options);
  } catch (error) {
    return refused(error, options, io);
  } finally {
    release?.();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

/** As a shell gives it for Ctrl-C. */
const interrupted = 130;

function exitStatus({ gathered, stopped }: Graded, summary: Summary, { failBelow }: BatchOptions): number {
  if (stopped) return interrupted;
  if (gathered.brokenExercises.size > 0) return 2;
  if (summary.results === 0 && gathered.exercises.size === 0) return 2;
  const below = (row: ResultRow) => failBelow !== undefined && !reaches(row, failBelow);
  return gathered.lastRows.some(below) ? 1 : 0;
}
