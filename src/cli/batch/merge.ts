/** Joins the results of several runs into one folder, byte for byte what one run over all would have written. */

import { resolve } from "node:path";
import { compareResults } from "../../course/order.ts";
import { type Remarks, type Summary, summaryOf, summaryText, Totals } from "../../course/summary.ts";
import type { Report } from "../../grading/report.ts";
import { UsageError } from "../errors.ts";
import { checkPlace, Draft } from "./draft.ts";
import { contextOf, formatsNamed, writeFormats } from "./formats.ts";
import type { BatchIo, FormatOptions, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { Results, type Row, readSummary } from "./results.ts";
import { showSummary } from "./summaryView.ts";
import { Voice } from "./voice.ts";

export interface MergeOptions extends FormatOptions, Settings {
  readonly folders: readonly string[];
  readonly out: string;
  /** Merge what is there, though shards are missing. */
  readonly partial: boolean;
}

export async function runMerge(
  options: MergeOptions,
  io: Pick<BatchIo, "cwd" | "env" | "stdout" | "stderr">,
): Promise<number> {
  const voice = new Voice(io.stderr, options.language);
  const formats = await formatsNamed(options.formats, true);
  // One that is named twice is merged once.
  const parts = [...new Set(options.folders.map((folder) => resolve(io.cwd, folder)))];
  const summaries = parts.map(summaryIn);
  const complete = areWhole(summaries, options, voice);
  const out = resolve(io.cwd, options.out);
  checkPlace(options.out, out, []);
  const draft = new Draft(out);
  try {
    const totals = new Totals();
    mergeRows(parts, draft, totals, voice);
    const summary = summaryOf(totals, remarksOf(summaries), { complete, ...commonFolder(summaries) });
    draft.finish(summaryText(summary));
    await writeFormats(formats, draft.path, contextOf(options, summary));
    draft.publish();
    io.stdout.write(options.json ? summaryText(summary) : showSummary(summary, options.out, io, options.language));
    return 0;
  } finally {
    draft.discard();
  }
}

function summaryIn(folder: string): Summary {
  const summary = readSummary(folder);
  if (summary === undefined) throw new UsageError(say("batch.unusable-results", { folder, reason: "summary.json" }));
  return summary;
}

/** Whether the parts make up whole runs. Refuses what can't be meant to be merged. */
function areWhole(summaries: readonly Summary[], { partial }: MergeOptions, voice: Voice): boolean {
  const orPartial = (message: ReturnType<typeof say>) => {
    if (!partial) throw new UsageError(message);
    voice.say(message);
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

/** All lines in order, each once. Keeps in memory where they stand, and by what they are sorted. */
function mergeRows(parts: readonly string[], draft: Draft, totals: Totals, voice: Voice): void {
  const results = parts.map((part) => new Results(part));
  const lineOf = (row: Place) => results[row.part]?.lineAt(row) ?? "";
  const rows = results.flatMap((one, part) => [...placesIn(one, part)]).sort(compareResults);
  for (const [index, row] of rows.entries()) {
    const line = lineOf(row);
    const next = rows[index + 1];
    if (next === undefined || compareResults(row, next) !== 0) {
      draft.add(line);
      totals.add(JSON.parse(line));
    } else if (lineOf(next) !== line) {
      const { file = `${row.student} (${row.exercise})` } = row;
      voice.say(say("batch.merge-conflict", { file, first: parts[row.part] ?? "", second: parts[next.part] ?? "" }));
    }
  }
  for (const one of results) one.close();
}

interface Place extends Pick<Report, "exercise" | "student" | "file">, Pick<Row, "start" | "length"> {
  /** Index of the folder. */
  readonly part: number;
}

function* placesIn(results: Results, part: number): Generator<Place> {
  for (const { report, start, length } of results.rows()) {
    const { exercise, student = "", file } = report;
    yield { exercise, student, ...(file !== undefined && { file }), part, start, length };
  }
}

/** What all parts tell. */
function remarksOf(summaries: readonly Summary[]): Remarks {
  const all = <K extends keyof Remarks>(key: K) =>
    summaries.flatMap((summary): readonly unknown[] => summary[key] ?? []) as unknown as Required<Remarks>[K];
  return {
    superseded: all("superseded"),
    skipped: all("skipped"),
    misnamed: all("misnamed"),
    notOnRoster: all("notOnRoster"),
  };
}

/** The folder that files' names start from, if all runs agree on it. */
function commonFolder(summaries: readonly Summary[]): { readonly folder?: string } {
  const [folder, ...others] = new Set(summaries.map((summary) => summary.folder));
  return folder !== undefined && others.length === 0 ? { folder } : {};
}
