/** What a whole run comes to, as summary.json holds it. */

import { entryOf } from "../engine/maps.ts";
import { type Report, roundPoints } from "../grading/report.ts";
import { isAbsent, Outcomes } from "./columns.ts";
import { sideBySide } from "./late.ts";
import { mean } from "./measures.ts";
import { byNaturalOrder, compareText, type Shard } from "./order.ts";
import type { Skipped } from "./skip.ts";

type ExerciseTotals = Totals["exercises"][number];

/** `points`: of the late file, after what was `taken` off; `punctual`: of the file on time, if there is one. */
interface LateEntry extends NonNullable<Report["late"]>, Pick<Report, "exercise" | "student" | "points"> {
  readonly file: string;
  readonly punctual: { readonly file: string; readonly points: number } | null;
  readonly counts: "late" | "punctual";
}

/** What is told beside the totals. */
export interface Remarks {
  /** `by`: the newer file of the same student and exercise. */
  readonly superseded: readonly { readonly file: string; readonly by: string }[];
  readonly skipped: readonly Skipped[];
  /** Files that name someone else than who handed them in. */
  readonly misnamed?: readonly { readonly file: string; readonly claimed: string; readonly student: string }[];
  /** Late results, and where there is one on time the two side by side. */
  readonly late?: readonly LateEntry[];
  /** With a roster: students of results who are not on it. Files for gradebooks leave them out. */
  readonly notOnRoster?: readonly string[];
}

export interface Summary extends Omit<ExerciseTotals, "exercise" | "maxPoints" | "points">, Remarks {
  readonly schema: "rnn-check/summary@1";
  /** False if shards were missing when it was merged. */
  readonly complete: boolean;
  /** `i/n` where this is a part of a run; merging drops it. */
  readonly shard?: string;
  /** Of a shard: stands for the files and options of the whole run, which other shards must share. */
  readonly run?: string;
  /** The folder that names of files start from, seen from where the run was started; absent if it is that one. */
  readonly folder?: string;
  readonly students: number;
  readonly exercises: readonly ExerciseTotals[];
  /** Who handed in nothing at all. */
  readonly nothing: readonly string[];
}

/** Adds up results, which must come in their order, as sums of fractions depend on it. Keeps no texts. */
export class Totals {
  readonly late: LateEntry[] = [];
  /** Students, and whether there is any file of theirs. */
  readonly students = new Map<string, boolean>();
  readonly #outcomes = new Map<string, Outcomes>();

  add(report: Report) {
    const { student = "", exercise } = report;
    entryOf(this.#outcomes, exercise, () => new Outcomes(exercise)).add(report);
    this.students.set(student, this.students.get(student) === true || !isAbsent(report));
    this.late.push(...lateEntry(report));
  }

  /** `results` is `graded + invalid + notHandedIn`; `points` are those of graded submissions, null if there are none. */
  get exercises() {
    const all = [...this.#outcomes.values()].sort((a, b) => byNaturalOrder(a.exercise, b.exercise));
    return all.map(({ exercise, maxPoints, results, invalid, absent: notHandedIn, passed, needsReview, totals }) => {
      const counts = { results, graded: totals.length, invalid, notHandedIn, passed: passed.filter(Boolean).length };
      const [average, sorted] = [mean(totals), totals.toSorted((a, b) => a - b)];
      const range = { min: roundPoints(sorted[0] ?? 0), max: roundPoints(sorted.at(-1) ?? 0) };
      const points = average === null ? null : { mean: roundPoints(average), ...range };
      return { exercise, maxPoints, ...counts, needsReview, points };
    });
  }
}

/** What a summary says of the run itself. */
type Run = Pick<Summary, "complete" | "run" | "folder"> & {
  readonly shard?: Shard | undefined;
};

export function summaryOf(totals: Totals, remarks: Remarks, { complete, shard, run, folder }: Run): Summary {
  const { exercises, students } = totals;
  const total = (key: Exclude<keyof ExerciseTotals, "exercise" | "maxPoints" | "points">) =>
    exercises.reduce((sum, exercise) => sum + exercise[key], 0);
  const { superseded, skipped, misnamed = [], notOnRoster = [] } = remarks;
  return {
    schema: "rnn-check/summary@1",
    complete,
    ...(shard !== undefined && { shard: `${shard.index}/${shard.count}` }),
    ...(run !== undefined && { run }),
    ...(folder !== undefined && { folder }),
    results: total("results"),
    students: students.size,
    graded: total("graded"),
    invalid: total("invalid"),
    notHandedIn: total("notHandedIn"),
    passed: total("passed"),
    needsReview: total("needsReview"),
    exercises,
    nothing: [...students].flatMap(([student, hasAny]) => (hasAny ? [] : student)).sort(compareText),
    superseded: byFile(superseded),
    skipped: byFile(skipped),
    ...(totals.late.length > 0 && { late: byFile(totals.late) }),
    ...(misnamed.length > 0 && { misnamed: byFile(misnamed) }),
    ...(notOnRoster.length > 0 && { notOnRoster: [...new Set(notOnRoster)].sort(compareText) }),
  };
}

function lateEntry(report: Report): LateEntry[] {
  const { late: { student = "", exercise, file = "", points = 0, late } = {}, punctual } = sideBySide(report);
  if (exercise === undefined || late === undefined) return [];
  const other = punctual === undefined ? null : { file: punctual.file ?? "", points: punctual.points };
  return [{ file, student, exercise, points, ...late, punctual: other, counts: report.late ? "late" : "punctual" }];
}

export function summaryText(summary: Summary): string {
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

/** Sorted, each file once: shards of one run all saw the same skipped ones. */
function byFile<T extends { readonly file: string }>(entries: readonly T[]): T[] {
  const once = new Map(entries.map((entry) => [entry.file, entry]));
  return [...once.values()].sort((a, b) => compareText(a.file, b.file));
}
