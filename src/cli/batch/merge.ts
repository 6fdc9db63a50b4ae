/** Joins the results of several runs into one folder, byte for byte what one run over all would have written. */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { compareResults } from "../../course/order.ts";
import { type Summary, type SummaryLists, summaryOf, summaryText } from "../../course/summary.ts";
import type { ResultRow } from "../../course/totals.ts";
import type { Report } from "../../grading/report.ts";
import { BatchError } from "./batchError.ts";
import type { BatchIo } from "./io.ts";
import type { BatchOptions } from "./options.ts";
import { refused } from "./refusal.ts";
import { holdFolder } from "./results/folder.ts";
import { Journal } from "./results/journal.ts";
import { parseKeyLine } from "./results/keyLine.ts";
import { LineReader } from "./results/lines.ts";
import { keysName, resultsName } from "./results/resultFiles.ts";
import { readSummary, writeSummary } from "./results/summaryFile.ts";
import { replaceWritten } from "./results/written.ts";
import { Voice } from "./voice.ts";

export interface MergeOptions extends Pick<BatchOptions, "formats" | "json" | "language" | "feedback" | "format"> {
  readonly folders: readonly string[];
  readonly out: string;
  /** Merge what is there, though shards are missing. */
  readonly partial: boolean;
}

type MergeIo = Pick<BatchIo, "cwd" | "env" | "stdout" | "stderr">;

/** Gives the exit status. */
export async function runMerge(options: MergeOptions, io: MergeIo): Promise<number> {
  const voice = new Voice(io.stderr, options.language);
  let release: (() => void) | undefined;
  try {
    // One that is named twice is merged once.
    const folders = [...new Set(options.folders.map((folder) => resolve(io.cwd, folder)))];
    const out = resolve(io.cwd, options.out);
    const summaries = folders.map((folder) => summaryIn(folder, voice));
    const complete = checkShards(summaries, options, voice);
    const { formatsNamed, gradebookContext, reportsIn, writeFormats } = await import("./results/formats.ts");
    const formats = await formatsNamed(options.formats, (format, known) =>
      voice.text("batch.unknown-format", { format, known: known.join(", ") }),
    );
    release = holdFolder(out, (lock) => new BatchError(voice.text("batch.folder-in-use", { folder: out, lock })));
    const rows = mergeResults(folders, out, voice);
    const all = <K extends keyof SummaryLists>(key: K) => summaries.flatMap((summary) => [...(summary[key] ?? [])]);
    const lists = {
      superseded: all("superseded"),
      keptApart: all("keptApart"),
      skipped: all("skipped"),
      misnamed: all("misnamed"),
      notOnRoster: all("notOnRoster"),
    };
    const summary = summaryOf(rows, lists as SummaryLists, { complete, ...commonFolder(summaries) });
    writeSummary(out, summary);
    const { language, feedback } = options;
    const context = { ...options.format, ...gradebookContext(summary), language, feedback };
    const written = await writeFormats(formats, out, {
      reports: reportsIn(out),
      context,
      prefix: summary.folder ?? "",
    });
    replaceWritten(out, written ?? []);
    if (options.json) io.stdout.write(summaryText(summary));
    else {
      const { showSummary } = await import("./results/summaryView.ts");
      io.stdout.write(showSummary(summary, options.out, io, language));
    }
    return 0;
  } catch (error) {
    return refused(error, options, io);
  } finally {
    release?.();
  }
}

function summaryIn(folder: string, voice: Voice): Summary {
  const unusable = (reason: string) => new BatchError(voice.text("batch.unusable-results", { folder, reason }));
  if (!existsSync(join(folder, resultsName))) throw unusable(resultsName);
  const summary = readSummary(folder);
  if (summary === undefined) throw unusable("summary.json");
  return summary;
}

/** Whether the folders make up whole runs. Throws if they can't be meant to be merged. */
function checkShards(summaries: readonly Summary[], options: MergeOptions, voice: Voice): boolean {
  let complete = true;
  for (const [index, summary] of summaries.entries()) {
    if (summary.complete) continue;
    voice.say("batch.incomplete-run", { folder: options.folders[index] ?? "" });
    complete = false;
  }
  const shards = summaries.map(({ shard }) => shard).filter((shard) => shard !== undefined);
  const counts = new Set(shards.map((shard) => shard.split("/")[1] ?? ""));
  if (counts.size > 1) throw new BatchError(voice.text("batch.mixed-shards", { shards: shards.join(", ") }));
  const runs = new Set(summaries.map(({ run }) => run).filter((run) => run !== undefined));
  if (runs.size > 1) {
    const message = voice.text("batch.mixed-runs");
    if (!options.partial) throw new BatchError(message);
    voice.line(message);
  }
  const [count] = counts;
  const missing = Array.from({ length: Number(count ?? 0) }, (_, i) => i + 1).filter(
    (index) => !shards.includes(`${index}/${count}`),
  );
  if (missing.length === 0) return complete;
  const message = voice.text("batch.shard-missing", { shards: missing.join(", "), count: count ?? "" });
  if (!options.partial) throw new BatchError(message);
  voice.line(message);
  return false;
}

/** The folder that files' names start from, if all runs agree on it. */
function commonFolder(summaries: readonly Summary[]): { readonly folder?: string } {
  const folders = new Set(summaries.map(({ folder }) => folder));
  const [folder] = folders;
  return folders.size === 1 && folder !== undefined ? { folder } : {};
}

interface Head {
  readonly reader: LineReader;
  /** What the results depend on, for a later `--resume`. */
  readonly keys: LineReader | undefined;
  key: string;
  readonly folder: string;
  line: string | undefined;
  report: Report | undefined;
}

/** All lines in order, each once; gives what totals are made of. Holds one line of each folder. */
function mergeResults(folders: readonly string[], out: string, voice: Voice): ResultRow[] {
  const heads = folders.map((folder): Head => {
    const reader = new LineReader(join(folder, resultsName));
    const keys = existsSync(join(folder, keysName)) ? new LineReader(join(folder, keysName)) : undefined;
    const head: Head = { reader, keys, key: "-", folder, line: undefined, report: undefined };
    advance(head, voice);
    return head;
  });
  // The folder of results may be one of those merged: it is replaced only at the end.
  const journal = new Journal(out, false);
  const rows: ResultRow[] = [];
  for (let first = least(heads); first?.report !== undefined; first = least(heads)) {
    let { line, report, key } = first;
    for (const head of heads) {
      if (head.report === undefined || report === undefined || compareResults(head.report, report) !== 0) continue;
      if (head.line !== line) {
        const file = report.file ?? `${report.student} (${report.exercise})`;
        voice.say("batch.merge-conflict", { file, first: first.folder, second: head.folder });
      }
      ({ line, report, key } = head);
      advance(head, voice);
    }
    journal.add(report?.file ?? "", key, line ?? "");
    rows.push(rowOf(report as Report));
  }
  for (const { reader, keys } of heads) {
    reader.close();
    keys?.close();
  }
  journal.finish(true);
  return rows;
}

function least(heads: readonly Head[]): Head | undefined {
  let best: Head | undefined;
  for (const head of heads) {
    if (head.report === undefined) continue;
    if (best?.report === undefined || compareResults(head.report, best.report) < 0) best = head;
  }
  return best;
}

function advance(head: Head, voice: Voice): void {
  head.line = head.reader.next();
  const key = parseKeyLine(head.keys?.next() ?? "");
  // One of another line is of no use.
  head.key = key !== undefined && key.bytes === Buffer.byteLength(head.line ?? "") ? key.key : "-";
  try {
    head.report = head.line === undefined ? undefined : JSON.parse(head.line);
  } catch {
    const params = { folder: head.folder, reason: (head.line ?? "").slice(0, 60) };
    throw new BatchError(voice.text("batch.unusable-results", params));
  }
}

function rowOf(report: Report): ResultRow {
  const { exercise, student, file, status, points, maxPoints, reviewPoints, passed, needsReview } = report;
  const totals = { status, points, maxPoints, reviewPoints, passed, needsReview };
  return { exercise, student: student ?? "", ...(file === undefined ? {} : { file }), ...totals };
}
