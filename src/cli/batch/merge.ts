/** Joins the results of several runs into one folder, byte for byte what one run over all would have written. */

import { resolve } from "node:path";
import type { Grader } from "../../course/grader.ts";
import { compareResults } from "../../course/order.ts";
import { type Remarks, type Summary, summaryOf, summaryText, Totals } from "../../course/summary.ts";
import type { Message } from "../../messages/message.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { checkPlace, Draft } from "./draft.ts";
import { contextOf, type FormatFlags, outputsOf, writeFormats } from "./formats.ts";
import { say } from "./messages.ts";
import { readSummary, resultsIn } from "./results.ts";
import { readRoster } from "./table.ts";
import { noteSome, summaryView } from "./tell.ts";

export interface MergeFlags extends FormatFlags {
  readonly out: string;
  /** Merge what is there, though shards are missing. */
  readonly partial?: true;
}

export async function runMerge(session: Session, folders: readonly string[], flags: MergeFlags): Promise<number> {
  const { out, partial = false } = flags;
  const outputs = await outputsOf(flags, true);
  const list = flags.roster ?? flags.worksheet;
  const roster = list === undefined ? undefined : readRoster(session, list);
  // One that is named twice is merged once.
  const parts = [...new Set(folders.map((folder) => resolve(folder)))];
  const summaries = parts.map(summaryIn);
  const complete = areWhole(session, summaries, partial);
  checkPlace(out, []);
  const draft = new Draft(out);
  try {
    const totals = new Totals();
    mergeRows(session, parts, draft, totals);
    const summary = summaryOf(totals, remarksOf(summaries), { complete, ...commonFolder(summaries) });
    draft.finish(summaryText(summary));
    const graders = await gradersOf(session, summary);
    const context = contextOf(session, flags, { summary, roster, graders });
    const isWritten = await writeFormats(session, outputs, { folder: draft.path, context, final: flags.final });
    draft.publish();
    session.write(summary, (style) => summaryView(summary, out, style));
    return isWritten ? 0 : 1;
  } finally {
    draft.discard();
  }
}

/** Of all exercises that can be found here: the results may come from elsewhere. */
async function gradersOf(session: Session, { exercises }: Summary): Promise<ReadonlyMap<string, Grader>> {
  const found = exercises.map(
    async ({ exercise }) => [exercise, await session.grader(exercise).catch(() => undefined)] as const,
  );
  return new Map((await Promise.all(found)).flatMap(([id, grader]) => (grader ? [[id, grader] as const] : [])));
}

function summaryIn(folder: string): Summary {
  const summary = readSummary(folder);
  if (summary === undefined) throw new UsageError(say("batch.unusable-results", { folder, reason: "summary.json" }));
  return summary;
}

/** Whether the parts make up whole runs. Refuses what can't be meant to be merged. */
function areWhole(session: Session, summaries: readonly Summary[], partial: boolean): boolean {
  const orPartial = (message: Message) => {
    if (!partial) throw new UsageError(message);
    session.note(message);
  };
  const shards = summaries.flatMap(({ shard }) => shard ?? []);
  const counts = new Set(shards.map((shard) => shard.split("/")[1] ?? ""));
  if (counts.size > 1) throw new UsageError(say("batch.mixed-shards", { shards }));
  if (new Set(summaries.flatMap(({ run }) => run ?? [])).size > 1) orPartial(say("batch.mixed-runs"));
  const [count = ""] = counts;
  const indexes = Array.from({ length: Number(count) }, (_, index) => String(index + 1));
  const missing = indexes.filter((index) => !shards.includes(`${index}/${count}`));
  if (missing.length > 0) orPartial(say("batch.shard-missing", { shards: missing, count }));
  return missing.length === 0 && summaries.every(({ complete }) => complete);
}

/** All lines in order, each once: of each part, the next line is in memory. */
function mergeRows(session: Session, parts: readonly string[], draft: Draft, totals: Totals): void {
  const next = (folder: string, rows: ReturnType<typeof resultsIn>) => {
    const { value, done } = rows.next();
    return done ? [] : [{ ...value, folder, rows }];
  };
  const conflicts: Message[] = [];
  for (let heads = parts.flatMap((part) => next(part, resultsIn(part))); heads.length > 0; ) {
    const least = heads.reduce((a, b) => (compareResults(b.report, a.report) < 0 ? b : a));
    const equal = heads.filter(({ report }) => compareResults(report, least.report) === 0);
    const [last = least, before = last] = equal.toReversed();
    if (before.line !== last.line) {
      const { student = "", exercise, file = `${student} (${exercise})` } = last.report;
      conflicts.push(say("batch.merge-conflict", { file, first: before.folder, second: last.folder }));
    }
    draft.add(last.line);
    totals.add(last.report);
    heads = heads.flatMap((head) => (equal.includes(head) ? next(head.folder, head.rows) : [head]));
  }
  noteSome(session, conflicts);
}

/** What all parts tell. */
function remarksOf(summaries: readonly Summary[]): Remarks {
  return {
    superseded: summaries.flatMap(({ superseded }) => superseded),
    skipped: summaries.flatMap(({ skipped }) => skipped),
    misnamed: summaries.flatMap(({ misnamed = [] }) => misnamed),
    notOnRoster: summaries.flatMap(({ notOnRoster = [] }) => notOnRoster),
  };
}

/** The folder that files' names start from, if all runs agree on it. */
function commonFolder(summaries: readonly Summary[]): { readonly folder?: string } {
  const [folder, ...others] = new Set(summaries.map((summary) => summary.folder));
  return folder !== undefined && others.length === 0 ? { folder } : {};
}
