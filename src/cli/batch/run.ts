/** One batch from its options to the exit status: find, grade, write, tell. */

import { createReadStream } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { lostBy } from "../../course/counts.ts";
import { gradeFile, invalid } from "../../course/grader.ts";
import { counting, lateReport } from "../../course/late.ts";
import { say as sayOfFile } from "../../course/messages.ts";
import { isInShard, type Shard } from "../../course/order.ts";
import { type Summary, summaryOf, summaryText, Totals } from "../../course/summary.ts";
import { few } from "../../formats/format.ts";
import { appliesTo, type Decision } from "../../grading/decisions.ts";
import { answerHash, type Report, reaches } from "../../grading/report.ts";
import { throwIfMachine, UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { absentees, groupedDecisions } from "./absentees.ts";
import { Draft } from "./draft.ts";
import { contextOf, print, writeFormats } from "./formats.ts";
import { say } from "./messages.ts";
import { type BatchFlags, type Plan, prepare } from "./prepare.ts";
import { resultsName } from "./results.ts";
import { readAnswer } from "./source.ts";
import { preflight, summaryView, tellUnused } from "./tell.ts";

/** Grades everything that `inputs` name: the same files, options and decisions give the same bytes. */
export async function runBatch(session: Session, inputs: readonly string[], flags: BatchFlags): Promise<number> {
  const { out, format = [] } = flags;
  if (out === undefined && format.length > 1) throw new UsageError(say("batch.one-format"));
  if (out === undefined && session.json && format.length > 0) throw new UsageError(say("batch.json-and-format"));
  const plan = await prepare(session, inputs, flags);
  preflight(session, plan);
  const draft = new Draft(out);
  try {
    const totals = new Totals();
    const used = new Set<Decision>();
    const reported = new Set<string>();
    let isBelow = false;
    for (const report of reportsOf(session, plan, flags.shard, used)) {
      draft.add(JSON.stringify(report));
      totals.add(report);
      for (const { file } of [report, report.passedOver ?? report]) if (file !== undefined) reported.add(file);
      isBelow ||= isTooLow(report, plan, flags);
    }
    checkAccounts(session, plan, reported, flags.shard);
    const summary = summaryOfRun(session, plan, totals, flags);
    draft.finish(summaryText(summary));
    const isWritten = await present(session, plan, draft, summary, flags);
    tellUnused(session, plan, used, flags.shard);
    // A shard may have nobody; a course without a single answer that can be graded has not passed.
    const isEmpty = flags.failBelow !== undefined && summary.graded === 0 && (summary.results > 0 || !flags.shard);
    return isBelow || isEmpty || !isWritten ? 1 : 0;
  } finally {
    draft.discard();
  }
}

/** Whether somebody is below what was asked for: of points, or of exercises that must be there. */
function isTooLow(report: Report, { required }: Plan, { failBelow }: BatchFlags): boolean {
  const isGraded = report.status === "graded";
  if (required.has(report.exercise) && (!isGraded || report.file === undefined)) return true;
  return failBelow !== undefined && (!isGraded || reaches(report, failBelow) === false);
}

/** Before anything is published: everybody who handed in has a result. */
function checkAccounts(session: Session, plan: Plan, reported: ReadonlySet<string>, shard: Shard | undefined): void {
  const lost = lostBy(plan.handIns, plan.superseded, reported).filter((student) => isInShard(student, shard));
  const ours = new Set(plan.handIns.map(({ source }) => source));
  const files = plan.found.candidates.length + plan.found.skipped.length - plan.skipped.length - ours.size;
  if (lost.length === 0 && files === 0) return;
  const told = say("batch.lost", { n: Math.max(lost.length, files), students: few(lost) });
  throw new Error(session.say(told));
}

/** The reports of all files that count, then of those on the roster who handed in nothing. */
function* reportsOf(session: Session, plan: Plan, shard: Shard | undefined, used: Set<Decision>): Generator<Report> {
  const { handIns, superseded, beside } = plan;
  const decisionsOf = groupedDecisions(plan.decisions);
  const isGraded = (index: number, student: string) => !superseded.has(index) && isInShard(student, shard);
  /** Of two files of one student the report that counts, in the place of its file. */
  const pending = new Map<number, Report>();
  for (const [index, { student, exercise }] of handIns.entries()) {
    if (!isGraded(index, student)) continue;
    const decisions = decisionsOf.get(`${student}\n${exercise}`) ?? [];
    const other = beside.get(index) ?? index;
    if (other > index) {
      const both = [index, other].map((one) => reportOn(session, plan, one, decisions));
      const counts = counting(both, plan.penalty !== undefined, session.language);
      pending.set(counts.file === handIns[index]?.file ? index : other, counts);
    }
    const report = other === index ? reportOn(session, plan, index, decisions) : pending.get(index);
    if (report === undefined) continue;
    for (const decision of decisions) {
      if ([report, report.passedOver].some((one) => one && appliesTo(decision, one))) used.add(decision);
    }
    yield report;
  }
  yield* absentees(session, plan, shard, used);
}

/** A defect of the program costs the one file that shows it. */
function reportOn(session: Session, plan: Plan, index: number, decisions: readonly Decision[]): Report {
  const handIn = plan.handIns[index] as Plan["handIns"][number];
  const grader = plan.graders.get(handIn.exercise);
  const { lang: language } = session.grading;
  try {
    const { text } = handIn;
    const reading = text === undefined ? readAnswer(handIn) : { ok: true as const, text };
    const report = gradeFile(handIn, reading, grader, { language, decisions });
    const by = plan.late.get(index);
    const { minPercent = 100 } = grader ?? {};
    return by === undefined ? report : lateReport(report, by, plan.penalty, { minPercent, language });
  } catch (error) {
    throwIfMachine(error);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    session.note(say("batch.defect-detail", { file: handIn.file, detail }));
    return invalid(handIn, grader, sayOfFile("batch.defect"), language);
  }
}

function summaryOfRun(session: Session, plan: Plan, totals: Totals, flags: BatchFlags): Summary {
  const { handIns, superseded, roster, found, skipped } = plan;
  const fileOf = (index: number) => handIns[index]?.file ?? "";
  const inShard = handIns.filter(({ student }) => isInShard(student, flags.shard));
  const known = new Set(roster?.students);
  const remarks = {
    superseded: [...superseded]
      .filter(([index]) => isInShard(handIns[index]?.student ?? "", flags.shard))
      .map(([index, newer]) => ({ file: fileOf(index), by: fileOf(newer) })),
    skipped,
    misnamed: inShard.flatMap(({ file, claimed, student }) =>
      claimed === undefined ? [] : [{ file, claimed, student }],
    ),
    notOnRoster: roster === undefined ? [] : [...totals.students.keys()].filter((student) => !known.has(student)),
  };
  const run = flags.shard === undefined ? {} : { shard: flags.shard, run: runOf(session, plan, flags) };
  return summaryOf(totals, remarks, { complete: true, ...run, ...wayTo(found.base) });
}

/** The same for all shards of one run, whatever machine they are on. */
function runOf({ grading }: Session, plan: Plan, { exercise }: BatchFlags): string {
  const { handIns, decisions, roster, required, penalty, late } = plan;
  const options = [grading, exercise, [...required], roster?.students, decisions, penalty, [...late]];
  return answerHash([JSON.stringify(options), handIns.map(({ file }) => file).join("\n")]);
}

/** The folder graded, for links. A folder outside has no way that links could go. */
function wayTo(base: string): { readonly folder?: string } {
  const way = relative(".", base).split(sep).join("/");
  return way === "" || way.startsWith("..") || resolve(way) === way ? {} : { folder: way };
}

/** What goes to its place, and to standard output. Gives false if marks should be final and are not. */
async function present(session: Session, plan: Plan, draft: Draft, summary: Summary, flags: BatchFlags) {
  const { stdout } = session.around;
  const { out, final } = flags;
  const context = contextOf(session, flags, { summary, ...plan });
  const isPrinted = out === undefined && plan.outputs.length > 0;
  const task = { folder: draft.path, context, final, stdout: isPrinted ? stdout : undefined };
  const isWritten = await writeFormats(session, plan.outputs, task);
  if (isPrinted) return isWritten;
  draft.publish();
  if (out === undefined && !session.json && !stdout.isTTY)
    await print(createReadStream(join(draft.path, resultsName), "utf8"), stdout);
  else session.write(summary, (style) => summaryView(summary, out, style));
  return isWritten;
}
