/** What a course comes to over all its exercises. */

import type { Report } from "../grading/report.ts";
import { isAbsent, Outcomes } from "./columns.ts";
import { compareText } from "./order.ts";

/** As summary.json holds it. */
export interface Standings {
  /** Handed in nothing at all. */
  readonly nothing: readonly string[];
}

/** Takes all reports one by one and keeps sums. */
export class StandingsCollector {
  readonly exercises = new Map<string, Outcomes>();
  /** Whether there is any file of a student. */
  readonly #students = new Map<string, boolean>();

  get students(): readonly string[] {
    return [...this.#students.keys()];
  }

  add(report: Report): void {
    const { student = "", exercise } = report;
    const outcomes = this.exercises.get(exercise) ?? new Outcomes(exercise);
    this.exercises.set(exercise, outcomes);
    outcomes.add(report);
    this.#students.set(student, this.#students.get(student) === true || !isAbsent(report));
  }

  standings(): Standings {
    return { nothing: this.students.filter((student) => !this.#students.get(student)).sort(compareText) };
  }
}
