/** One batch from its options to the exit status: find, grade, write, tell. */

import { relative, resolve, sep } from "node:path";
import { type GradeFileOptions, gradeFile, invalid } from "../../course/grader.ts";
import { say as sayOfFile } from "../../course/messages.ts";
import { compareText, isInShard } from "../../course/order.ts";
import { type Summary, summaryOf, summaryText, Totals } from "../../course/summary.ts";
import { appliesTo, type Decision } from "../../grading/decisions.ts";
import { answerHash, type Report, reaches } from "../../grading/report.ts";
import { UsageError } from "../errors.ts";
import { Draft } from "./draft.ts";
import { contextOf, printFormat, printResults, writeFormats } from "./formats.ts";
import type { BatchIo, BatchOptions, Output } from "./io.ts";
import { say } from "./messages.ts";
import { type Plan, prepare } from "./prepare.ts";
import { readSource, type Source } from "./source.ts";
import { showSummary } from "./summaryView.ts";
import { tell } from "./tell.ts";
import { Voice } from "./voice.ts";

/** Grades everything that the options name: the same files, options and decisions give the same bytes. */
export async function runBatch(options: BatchOptions, io: BatchIo): Promise<number> {
  const voice = new Voice(io.stderr, options.language);
  const { out, formats, json, failBelow } = options;
  if (out === undefined && formats.length > 1) throw new UsageError(say("batch.one-format"));
  if (out === undefined && json && formats.length > 0) throw new UsageError(say("batch.json-and-format"));
  const plan = await prepare(options, io, voice);
  const draft = new Draft(out === undefined ? undefined : resolve(io.cwd, out));
  try {
    const totals = new Totals();
    const used = new Set<Decision>();
    let isBelow = false;
    for (const report of reportsOf(plan, options, io.stderr, voice, used)) {
      draft.add(JSON.stringify(report));
      totals.add(report);
      isBelow ||= failBelow !== undefined && !reaches(report, failBelow);
    }
    const summary = summaryOfRun(plan, totals, options, io.cwd);
    draft.finish(summaryText(summary));
    await present(plan, draft, summary, options, io);
    tell(plan, summary, used, options.shard, voice);
    return isBelow ? 1 : 0;
  } finally {
    draft.discard();
  }
}

/** The reports of all files that count, then of those on the roster who handed in nothing. */
function* reportsOf(
  plan: Plan,
  { shard, language, minPercent }: BatchOptions,
  stderr: Output,
  voice: Voice,
  used: Set<Decision>,
): Generator<Report> {
  const { handIns, found, superseded } = plan;
  const decisionsOf = groupedDecisions(plan.decisions);
  const show = counter(stderr, handIns.length);
  for (const [index, { student, exercise }] of handIns.entries()) {
    show(index + 1);
    if (superseded.has(index) || !isInShard(student, shard)) continue;
    const decisions = decisionsOf.get(`${student}\n${exercise}`) ?? [];
    const source = found.candidates[index]?.source ?? "";
    const report = reportOn(plan, index, source, { language, minPercent, decisions }, voice);
    for (const decision of decisions) if (appliesTo(decision, report)) used.add(decision);
    yield report;
  }
  const handedIn = new Set(
    plan.roster && handIns.map(({ student, namesake, exercise }) => `${namesake ?? student}\n${exercise}`),
  );
  const students = (plan.roster?.students ?? []).filter((student) => isInShard(student, shard)).sort(compareText);
  for (const [exercise, grader] of [...plan.graders].sort(([a], [b]) => compareText(a, b))) {
    const absent = students.filter((student) => !handedIn.has(`${student}\n${exercise}`));
    for (const student of absent) yield grader.grade('{"answers":{}}', { student });
  }
}

/** A defect of the program costs the one file that shows it. */
function reportOn(plan: Plan, index: number, source: Source, options: GradeFileOptions, voice: Voice): Report {
  const handIn = plan.handIns[index] as Plan["handIns"][number];
  const grader = plan.graders.get(handIn.exercise);
  try {
    return gradeFile(handIn, readSource(source), grader, options);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    voice.say(say("batch.defect-detail", { file: handIn.file, detail }));
    return invalid(handIn, grader, sayOfFile("batch.defect"), options.language);
  }
}

function groupedDecisions(decisions: readonly Decision[]): Map<string, Decision[]> {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const key = `${decision.student}\n${decision.exercise}`;
    groups.set(key, [...(groups.get(key) ?? []), decision]);
  }
  return groups;
}

/** Shows on a terminal how far a longer run is. */
function counter(stderr: Output, total: number): (done: number) => void {
  let last = performance.now() + 400;
  return (done) => {
    if (stderr.isTTY !== true || total < 100) return;
    const now = performance.now();
    if (done === total) stderr.write("\r\u001b[K");
    else if (now - last > 100) {
      last = now;
      stderr.write(`\r${done} / ${total}\u001b[K`);
    }
  };
}

function summaryOfRun(plan: Plan, totals: Totals, options: BatchOptions, cwd: string): Summary {
  const { handIns, superseded, roster, found } = plan;
  const fileOf = (index: number) => handIns[index]?.file ?? "";
  const inShard = handIns.filter(({ student }) => isInShard(student, options.shard));
  const known = new Set(roster?.students);
  const remarks = {
    superseded: [...superseded]
      .filter(([index]) => isInShard(handIns[index]?.student ?? "", options.shard))
      .map(([index, newer]) => ({ file: fileOf(index), by: fileOf(newer) })),
    skipped: found.skipped,
    misnamed: inShard.flatMap(({ file, claimed, student }) =>
      claimed === undefined ? [] : [{ file, claimed, student }],
    ),
    notOnRoster: roster === undefined ? [] : [...totals.students].filter((student) => !known.has(student)),
  };
  const run = options.shard === undefined ? {} : { shard: options.shard, run: runOf(plan, options) };
  return summaryOf(totals, remarks, { complete: true, ...run, ...wayTo(found.base, cwd) });
}

/** The same for all shards of one run, whatever machine they are on. */
function runOf(
  { handIns, decisions, roster }: Plan,
  { language, feedback, minPercent, exercise }: BatchOptions,
): string {
  const options = [language, feedback, minPercent, exercise ?? null, roster?.students.join("\n") ?? null];
  return answerHash([...options, JSON.stringify(decisions), handIns.map(({ file }) => file).join("\n")]);
}

/** The folder graded, for links. A folder outside has no way that links could go. */
function wayTo(base: string, cwd: string): { readonly folder?: string } {
  const way = relative(cwd, base).split(sep).join("/");
  return way === "" || way.startsWith("..") || resolve(way) === way ? {} : { folder: way };
}

/** What goes to its place, and to standard output. */
async function present(plan: Plan, draft: Draft, summary: Summary, options: BatchOptions, io: BatchIo): Promise<void> {
  const { out, language, json } = options;
  const context = contextOf(options, summary, plan.roster);
  const [format] = plan.formats;
  if (out !== undefined) {
    await writeFormats(plan.formats, draft.path, context);
    draft.publish();
  } else if (format !== undefined) return printFormat(format, draft.path, context, io.stdout);
  if (json) io.stdout.write(summaryText(summary));
  else if (out === undefined && io.stdout.isTTY !== true) await printResults(draft.path, io.stdout);
  else io.stdout.write(showSummary(summary, out, io, language));
}
