/** What a whole run comes to, as summary.json holds it; writes no file. */

import { compareText } from "./order.ts";
import type { Shard } from "./shard.ts";
import type { Skipped } from "./skip.ts";
import { type BatchTotals, type ResultRow, totalsOf } from "./totals.ts";

interface Superseded {
  readonly file: string;
  /** The newer file of the same student and exercise. */
  readonly by: string;
}

/** Two submissions that name the same student and are not one person's versions. */
interface KeptApart {
  readonly file: string;
  readonly student: string;
  readonly as: string;
}

/** A file that names someone else than the platform's folder, which is proof, leads to. */
interface Misnamed {
  readonly file: string;
  readonly named: string;
  readonly student: string;
}

export interface Summary extends BatchTotals {
  readonly schema: "rnn-check/summary@1";
  /** False if the run was interrupted: some files have no result yet. */
  readonly complete: boolean;
  /** `i/n` where this is a part of a run; merging drops it. */
  readonly shard?: string;
  /** Of a shard: stands for the files and options of the whole run, which other shards must share. */
  readonly run?: string;
  /** The folder that names of files start from, seen from where the run was started; absent if it is that one. */
  readonly folder?: string;
  readonly superseded: readonly Superseded[];
  readonly keptApart: readonly KeptApart[];
  readonly misnamed?: readonly Misnamed[];
  /** With a roster: students of results who are not on it. Files for gradebooks leave them out. */
  readonly notOnRoster?: readonly string[];
  readonly skipped: readonly Skipped[];
}

export type SummaryLists = Pick<Summary, "superseded" | "keptApart" | "skipped" | "misnamed" | "notOnRoster">;

/** What a summary says of the run itself. */
type Run = Pick<Summary, "complete" | "run" | "folder"> & { readonly shard?: Shard | undefined };

/** `rows` in the order of results. */
export function summaryOf(
  rows: Iterable<ResultRow>,
  lists: SummaryLists,
  { complete, shard, run, folder }: Run,
): Summary {
  const part = {
    ...(shard !== undefined && { shard: `${shard.index}/${shard.count}` }),
    ...(run !== undefined && { run }),
    ...(folder !== undefined && { folder }),
  };
  const { superseded, keptApart, skipped, misnamed = [], notOnRoster = [] } = lists;
  return {
    schema: "rnn-check/summary@1",
    complete,
    ...part,
    ...totalsOf(rows),
    superseded: sortedByFile(superseded),
    keptApart: sortedByFile(keptApart),
    skipped: sortedByFile(skipped),
    ...(misnamed.length > 0 && { misnamed: sortedByFile(misnamed) }),
    ...(notOnRoster.length > 0 && { notOnRoster: [...new Set(notOnRoster)].sort(compareText) }),
  };
}

export function summaryText(summary: Summary): string {
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

/** Each file once: shards of one run all saw the same skipped ones. */
function sortedByFile<T extends { readonly file: string }>(entries: readonly T[]): T[] {
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  return [...byFile.values()].sort((a, b) => compareText(a.file, b.file));
}
