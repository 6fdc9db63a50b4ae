/** The points of an exercise in columns, an item each, and what was said about wrong answers. */

import type { Message, Report, ReportItem } from "../grading/report.ts";
import type { Verdict } from "../kinds/judgement.ts";

/** How often one code was given on answers that did not get full points. */
export interface Mistake {
  readonly code: string;
  count: number;
  /** At most three, with different answers. */
  readonly examples: MistakeExample[];
}

interface MistakeExample {
  readonly message: string;
  readonly student?: string;
  readonly answer?: string;
}

/** True for someone whom only a class list names: no file, no answer. Such reports are no attempts. */
export function isAbsent(report: Report): boolean {
  return (
    report.file === undefined &&
    report.status === "graded" &&
    report.items.length > 0 &&
    report.items.every((item) => item.verdict === "missing")
  );
}

/** What is kept of many reports on one exercise: 8 bytes an item and report, as medians and sorted lists need them. */
export class Columns {
  readonly exercise: string;
  maxPoints = 0;
  invalid = 0;
  absent = 0;
  needsReview = 0;
  readonly totals: number[] = [];
  readonly passed: boolean[] = [];
  readonly items = new Map<string, ItemColumn>();

  constructor(exercise: string) {
    this.exercise = exercise;
  }

  add(report: Report): void {
    this.maxPoints = Math.max(this.maxPoints, report.maxPoints);
    if (report.status === "invalid") {
      this.invalid++;
      return;
    }
    const absent = isAbsent(report);
    for (const item of report.items) {
      const column = this.items.get(item.id) ?? new ItemColumn(item);
      this.items.set(item.id, column);
      column.maxPoints = Math.max(column.maxPoints, item.maxPoints);
      if (!absent) column.add(item, this.totals.length, report.student);
    }
    if (absent) {
      this.absent++;
      return;
    }
    if (report.needsReview) this.needsReview++;
    this.totals.push(report.points);
    this.passed.push(report.passed === true);
  }
}

export class ItemColumn {
  readonly id: string;
  readonly kind: string;
  maxPoints = 0;
  readonly points: number[] = [];
  readonly verdicts: Record<Verdict, number> = {
    correct: 0,
    partial: 0,
    incorrect: 0,
    missing: 0,
    invalid: 0,
    review: 0,
  };
  readonly mistakes = new Map<string, Mistake>();

  constructor({ id, kind }: ReportItem) {
    this.id = id;
    this.kind = kind;
  }

  add(item: ReportItem, row: number, student: string | undefined): void {
    this.fill(row);
    this.points[row] = item.points;
    this.verdicts[item.verdict]++;
    // What a person decided is no mistake.
    if (item.verdict === "correct" || item.verdict === "missing" || item.overridden) return;
    const unmet = (item.criteria ?? []).filter(({ verdict, overridden }) => verdict !== "met" && !overridden);
    const said = [...item.feedback, ...unmet.flatMap(({ feedback = [] }) => feedback)];
    const first = said.filter(({ code }, index) => said.findIndex((one) => one.code === code) === index);
    for (const message of first) this.#count(message, item.answer, student);
  }

  /** A report that lacks an item lacks its answer. */
  fill(rows: number): void {
    while (this.points.length < rows) {
      this.points.push(0);
      this.verdicts.missing++;
    }
  }

  #count({ code, message }: Message, answer: string | undefined, student: string | undefined): void {
    const mistake = this.mistakes.get(code) ?? { code, count: 0, examples: [] };
    this.mistakes.set(code, mistake);
    mistake.count++;
    if (mistake.examples.length >= 3 || mistake.examples.some((example) => example.answer === answer)) return;
    mistake.examples.push({
      message,
      ...(student !== undefined && { student }),
      ...(answer !== undefined && { answer }),
    });
  }
}
