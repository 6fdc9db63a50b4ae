/** What is remembered of every result while a batch runs: little, so that memory stays small; touches no file. */

import type { ResultRow, Totals } from "../../grading/batch.ts";
import type { Report } from "../../grading/report.ts";
import { safeText } from "../../grading/safeText.ts";
import type { Claim } from "./duplicates.ts";
import type { Judged } from "./judge.ts";
import type { Candidate } from "./types.ts";

interface Kept {
  readonly index: number;
  readonly student: string;
  readonly exercise: string;
  readonly totals: Totals;
}

export class Gathered {
  readonly #candidates: readonly Candidate[];
  /** In the order of results; results of other shards are left out. */
  readonly #kept: Kept[] = [];
  readonly #absent: ResultRow[] = [];
  readonly #handedIn = new Set<string>();
  /** All exercises met, in other shards too. */
  readonly exercises = new Set<string>();
  readonly brokenExercises = new Set<string>();
  readonly usedDecisions = new Set<number>();
  /** Files looked at, graded or not. */
  done = 0;
  invalid = 0;
  /** What `rows` gave last. */
  lastRows: readonly ResultRow[] = [];

  constructor(candidates: readonly Candidate[]) {
    this.#candidates = candidates;
  }

  add(index: number, { student, exercise, totals, broken, used }: Judged): void {
    this.done++;
    if (exercise !== "") this.exercises.add(exercise);
    if (totals === undefined) return;
    if (totals.status === "invalid") this.invalid++;
    if (broken === true) this.brokenExercises.add(exercise);
    for (const decision of used ?? []) this.usedDecisions.add(decision);
    this.#handedIn.add(`${student}\n${exercise}`);
    this.#kept.push({ index, student, exercise, totals });
  }

  addAbsent(student: string, { exercise, status, points, maxPoints, reviewPoints, passed, needsReview }: Report): void {
    this.#absent.push({ exercise, student, status, points, maxPoints, reviewPoints, passed, needsReview });
  }

  has(student: string, exercise: string): boolean {
    return this.#handedIn.has(`${student}\n${exercise}`);
  }

  /** By candidate. Files whose exercise is unknown are nobody's versions of anything. */
  claims(known: (exercise: string) => boolean): (Claim | undefined)[] {
    const claims: (Claim | undefined)[] = new Array(this.#candidates.length).fill(undefined);
    for (const { index, student, exercise } of this.#kept) if (known(exercise)) claims[index] = { student, exercise };
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
      if (other === null) continue;
      const file = safeText(this.#candidates[kept.index]?.file ?? "", 4000);
      rows.push({ ...kept.totals, exercise: kept.exercise, student: other ?? kept.student, file });
    }
    this.lastRows = [...rows, ...this.#absent];
    return this.lastRows;
  }
}
