/** What a finished batch tells: remarks on standard error, the formats, the summary; changes no result. */

import { join } from "node:path";
import { isInShard } from "../../../course/shard.ts";
import { type Summary, summaryText } from "../../../course/summary.ts";
import { loadExercise } from "../exercises.ts";
import type { BatchIo } from "../io.ts";
import type { BatchOptions } from "../options.ts";
import { resultsName } from "../results/resultFiles.ts";
import { showSummary } from "../results/summaryView.ts";
import { replaceWritten } from "../results/written.ts";
import type { Voice } from "../voice.ts";
import type { Graded } from "./gradeAll.ts";
import type { Plan } from "./prepare.ts";

/** Says on standard error what a person should know; the files hold the same in full. */
export async function tell(
  plan: Plan,
  { gathered, stopped }: Graded,
  summary: Summary,
  options: BatchOptions,
  io: BatchIo,
  voice: Voice,
): Promise<void> {
  for (const exercise of gathered.brokenExercises) {
    const error = await loadExercise(io.exercises, exercise);
    const reason = error instanceof Error ? error.message : "?";
    voice.say("batch.broken-exercise-detail", { exercise, reason });
  }
  const { skipped, superseded, keptApart } = summary;
  const ordinary = new Set(["not-json", "hidden", "project-file", "results"]);
  voice.some(
    skipped.filter(({ reason }) => !ordinary.has(reason)),
    ({ file, reason }) =>
      voice.say("batch.skipped-file", {
        file,
        reason: ordinary.has(reason) ? "" : voice.text(`batch.reason-${reason as "link"}`),
      }),
  );
  const others = skipped.filter(({ reason }) => ordinary.has(reason)).length;
  if (others > 0) voice.say("batch.skipped", { n: others });
  if (superseded.length > 0) voice.say("batch.superseded", { n: superseded.length });
  voice.some(keptApart, ({ file, student, as }) => voice.say("batch.kept-apart", { file, student, as }));
  if (keptApart.length > 1) voice.say("batch.kept-apart-advice", { n: keptApart.length });
  voice.some(summary.misnamed ?? [], (one) => voice.say("batch.misnamed", { ...one }));
  const strangers = summary.notOnRoster ?? [];
  if (strangers.length > 0) voice.say("batch.not-on-roster", { n: strangers.length, students: few(strangers) });
  if (stopped) {
    voice.say("batch.interrupted", { done: gathered.done, total: plan.found.candidates.length });
    return;
  }
  const unused = plan.decisions.filter(
    ({ student }, index) => !gathered.usedDecisions.has(index) && isInShard(student, options.shard),
  );
  voice.some(unused, ({ student, exercise, item }) => voice.say("batch.unused-override", { student, exercise, item }));
}

/** Names on one line, in quotes as they may hold commas; the summary holds all. */
function few(names: readonly string[], most = 10): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`);
  return [...shown, ...(names.length > most ? ["…"] : [])].join(", ");
}

/** What goes to standard output, and the formats. Gives whether all was written before the user ended it. */
export async function present(
  plan: Plan,
  folder: string,
  summary: Summary,
  { stopped }: Pick<Graded, "stopped">,
  options: BatchOptions,
  io: BatchIo,
  voice: Voice,
): Promise<boolean> {
  const { out, formats: ids, language, feedback, json } = options;
  if (ids.length > 0 && !stopped) {
    const { gradebookContext, printFormat, reportsIn, writeFormats } = await import("../results/formats.ts");
    const context = { ...options.format, ...gradebookContext(summary, plan.roster), language, feedback };
    const rendering = { reports: reportsIn(folder), context, prefix: summary.folder ?? "" };
    if (out !== undefined) {
      let interrupted = false;
      const release = io.onInterrupt?.(() => {
        interrupted = true;
      });
      const written = await writeFormats(plan.formats, folder, rendering, () => interrupted).finally(release);
      if (written === undefined) {
        voice.say("batch.formats-interrupted", { formats: ids.join(", ") });
        return false;
      }
      replaceWritten(folder, written);
    } else {
      const [format] = plan.formats;
      if (format !== undefined) await printFormat(format, io.stdout, rendering);
      return true;
    }
  }
  if (ids.length === 0 && out !== undefined && !stopped) replaceWritten(folder, []);
  if (json) io.stdout.write(summaryText(summary));
  else if (out === undefined && io.stdout.isTTY !== true) {
    const [{ print }, { linesOf }] = await Promise.all([
      import("../results/formats.ts"),
      import("../results/lines.ts"),
    ]);
    await print(linesOf(join(folder, resultsName)), io.stdout);
  } else {
    io.stdout.write(showSummary(summary, out, io, language));
  }
  return true;
}
