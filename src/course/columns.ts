/** The points of a course in columns, an item each, and what was said about wrong answers; computes no statistics. */

import type { Message, Report, ReportItem } from "../grading/report.ts";
import type { Verdict } from "../kinds/judgement.ts";

/** How often one code was given on answers that did not get full points. */
export interface Mistake {
  readonly code: string;
  readonly count: number;
  /** At most three, as far as possible with different answers. */
  readonly examples: readonly MistakeExample[];
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

export interface ItemColumn {
  readonly id: string;
  readonly kind: string;
  maxPoints: number;
  readonly points: number[];
  readonly verdicts: Record<Verdict, number>;
  readonly mistakes: Map<string, { count: number; examples: MistakeExample[] }>;
}

export interface ExerciseColumns {
  readonly exercise: string;
  maxPoints: number;
  invalid: number;
  absent: number;
  needsReview: number;
  readonly totals: number[];
  readonly passed: boolean[];
  readonly items: Map<string, ItemColumn>;
}

export function newColumns(exercise: string): ExerciseColumns {
  return {
    exercise,
    maxPoints: 0,
    invalid: 0,
    absent: 0,
    needsReview: 0,
    totals: [],
    passed: [],
    items: new Map(),
  };
}

/** One more row, or one more in the counts of submissions without points. */
export function addToColumns(columns: ExerciseColumns, report: Report): void {
  columns.maxPoints = Math.max(columns.maxPoints, report.maxPoints);
  if (report.status === "invalid") {
    columns.invalid++;
    return;
  }
  const absent = isAbsent(report);
  for (const item of report.items) {
    const column = itemColumn(columns.items, item);
    if (!absent) addToItem(column, item, columns.totals.length, report.student);
  }
  if (absent) {
    columns.absent++;
    return;
  }
  if (report.needsReview) columns.needsReview++;
  columns.totals.push(report.points);
  columns.passed.push(report.passed);
}

function itemColumn(items: Map<string, ItemColumn>, item: ReportItem): ItemColumn {
  let column = items.get(item.id);
  if (column === undefined) {
    const counts = { correct: 0, partial: 0, incorrect: 0, missing: 0, invalid: 0, review: 0 };
    const { id, kind, maxPoints } = item;
    column = { id, kind, maxPoints, points: [], verdicts: counts, mistakes: new Map() };
    items.set(id, column);
  }
  column.maxPoints = Math.max(column.maxPoints, item.maxPoints);
  return column;
}

function addToItem(column: ItemColumn, item: ReportItem, row: number, student: string | undefined): void {
  fillMissing(column, row);
  column.points[row] = item.points;
  column.verdicts[item.verdict]++;
  if (item.verdict === "correct" || item.verdict === "missing") return;
  const seen = new Set<string>();
  for (const message of mistakesOf(item)) {
    if (seen.has(message.code)) continue;
    seen.add(message.code);
    countMistake(column, message, item, student);
  }
}

/** A report that lacks an item lacks its answer. */
export function fillMissing(column: ItemColumn, rows: number): void {
  while (column.points.length < rows) {
    column.points.push(0);
    column.verdicts.missing++;
  }
}

function* mistakesOf(item: ReportItem): Generator<Message> {
  yield* item.feedback;
  for (const criterion of item.criteria ?? []) {
    if (criterion.verdict !== "met") yield* criterion.feedback ?? [];
  }
}

const maxExamples = 3;

function countMistake(column: ItemColumn, { code, message }: Message, item: ReportItem, student?: string): void {
  let mistake = column.mistakes.get(code);
  if (mistake === undefined) {
    mistake = { count: 0, examples: [] };
    column.mistakes.set(code, mistake);
  }
  mistake.count++;
  if (mistake.examples.length >= maxExamples) return;
  if (mistake.examples.some((example) => example.answer === item.answer)) return;
  mistake.examples.push({
    message,
    ...(student === undefined ? {} : { student }),
    ...(item.answer === undefined ? {} : { answer: item.answer }),
  });
}
