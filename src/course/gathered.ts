/** What is remembered of every result while a batch runs: little, so that memory stays small; touches no file. */

import type { Report } from "../grading/report.ts";
import type { Claim } from "./duplicates.ts";
import type { FileResult } from "./fileGrader.ts";
import type { ResultRow } from "./totals.ts";

interface Kept extends ResultRow {
  readonly index: number;
}

export class Gathered {
  readonly #candidates: readonly { readonly file: string }[];
  /** In the order of results; results of other shards are left out. */
  readonly #kept: Kept[] = [];
  readonly #absent: ResultRow[] = [];
  /** Made when first asked for: only rosters need it. */
  #handedIn: Set<string> | undefined;
  /** All exercises met, in other shards too. */
  readonly exercises = new Set<string>();
  readonly brokenExercises = new Set<string>();
  /** Candidates that name someone else than whose they are, with whom they name and whose they are. */
  readonly misnamed: { readonly index: number; readonly named: string; readonly student: string }[] = [];
  readonly usedDecisions = new Set<number>();
  /** Files looked at, graded or not. */
  done = 0;
  invalid = 0;
  /** What `rows` gave last. */
  lastRows: readonly ResultRow[] = [];

  constructor(candidates: readonly { readonly file: string }[]) {
    this.#candidates = candidates;
  }

  add(index: number, { student, exercise, totals, broken, used, named }: FileResult): void {
    this.done++;
    if (exercise !== "") this.exercises.add(exercise);
    if (totals === undefined) return;
    if (named !== undefined) this.misnamed.push({ index, named, student });
    if (totals.status === "invalid") this.invalid++;
    if (broken === true) this.brokenExercises.add(exercise);
    for (const decision of used ?? []) this.usedDecisions.add(decision);
    const { status, points, maxPoints, reviewPoints, passed, needsReview } = totals;
    const file = this.#candidates[index]?.file ?? "";
    this.#kept.push({ index, student, exercise, file, status, points, maxPoints, reviewPoints, passed, needsReview });
  }

  addAbsent(student: string, { exercise, status, points, maxPoints, reviewPoints, passed, needsReview }: Report): void {
    this.#absent.push({ exercise, student, status, points, maxPoints, reviewPoints, passed, needsReview });
  }

  has(student: string, exercise: string): boolean {
    this.#handedIn ??= new Set(this.#kept.map((kept) => `${kept.student}\n${kept.exercise}`));
    return this.#handedIn.has(`${student}\n${exercise}`);
  }

  /** By candidate. Files whose exercise is unknown are nobody's versions of anything. */
  claims(known: (exercise: string) => boolean): (Claim | undefined)[] {
    const claims: (Claim | undefined)[] = new Array(this.#candidates.length).fill(undefined);
    for (const kept of this.#kept) if (known(kept.exercise)) claims[kept.index] = kept;
    return claims;
  }

  /** The candidate that the row of results is about; undefined for a row without a file. */
  candidateOf(row: number): number | undefined {
    return this.#kept[row]?.index;
  }

  /** The student that a candidate names. */
  studentOf(index: number): string {
    let [low, high] = [0, this.#kept.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#kept[middle]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return this.#kept[low]?.student ?? "";
  }

  /** All results in order. `student` gives another name for a candidate's, null to leave it out. */
  rows(student: (index: number) => string | null | undefined): readonly ResultRow[] {
    const rows: ResultRow[] = [];
    for (const kept of this.#kept) {
      const other = student(kept.index);
      if (other !== null) rows.push(other === undefined ? kept : { ...kept, student: other });
    }
    this.lastRows = [...rows, ...this.#absent];
    return this.lastRows;
  }
}
