/** Item and test statistics of a course after Moodle's definitions; knows reports, but no file, language or page. */

import type { Verdict } from "../answers/judgement.ts";
import { byNaturalOrder } from "./naturalOrder.ts";
import type { Message, Report, ReportItem } from "./report.ts";

export const verdicts = [
  "correct",
  "partial",
  "review",
  "incorrect",
  "invalid",
  "missing",
] as const satisfies Verdict[];

export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** How often one code was given on answers that did not get full points. */
export interface Mistake {
  readonly code: string;
  readonly count: number;
  /** At most three, as far as possible with different answers. */
  readonly examples: readonly MistakeExample[];
}

export interface MistakeExample {
  readonly message: string;
  readonly student?: string;
  readonly answer?: string;
}

export interface ItemStatistics {
  readonly id: string;
  readonly kind: string;
  readonly maxPoints: number;
  /** Submissions in which the item is answered at all. A missing answer counts as 0 points in everything else. */
  readonly attempts: number;
  readonly verdicts: VerdictCounts;
  /** Points; null without submissions. */
  readonly mean: number | null;
  /** Points, of the sample (n − 1); null with fewer than two submissions. */
  readonly standardDeviation: number | null;
  /** mean / maxPoints, 0 … 1. */
  readonly facility: number | null;
  /** Correlation with the rest of the test in percent, −100 … 100; null where either does not vary. */
  readonly discriminationIndex: number | null;
  /** Covariance with the rest as a percentage of the greatest these marks allow; null where that is 0. */
  readonly discriminativeEfficiency: number | null;
  /** Most frequent first. */
  readonly mistakes: readonly Mistake[];
}

/** Submissions with from ≤ points < to. The last bin holds full points alone. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many of `count` have passed. */
  readonly passed: number;
}

/** All in points unless said otherwise. Points under review count as not (yet) given. */
export interface ExerciseStatistics {
  readonly exercise: string;
  readonly maxPoints: number;
  /** The submissions that the figures below are about. */
  readonly graded: number;
  readonly invalid: number;
  /** Listed, but nothing handed in. */
  readonly absent: number;
  readonly passed: number;
  readonly needsReview: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Of the sample (n − 1). */
  readonly standardDeviation: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** Cronbach's α in percent; null for one item or totals that do not vary. */
  readonly internalConsistency: number | null;
  /** 100·√(1 − α): the percentage of the standard deviation that is chance. */
  readonly errorRatio: number | null;
  /** SD·√(1 − α), in points. */
  readonly standardError: number | null;
  readonly distribution: readonly Bin[];
  /** In the order of the exercise. */
  readonly items: readonly ItemStatistics[];
}

export interface Statistics {
  readonly submissions: number;
  readonly students: number;
  readonly exercises: readonly ExerciseStatistics[];
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

/** The statistics of all `reports`, in one pass. */
export async function collectStatistics(reports: Iterable<Report> | AsyncIterable<Report>): Promise<Statistics> {
  const collector = new StatisticsCollector();
  for await (const report of reports) collector.add(report);
  return collector.statistics();
}

/**
 * Takes reports one by one. Keeps the points of each item (8 bytes an item and report), because medians and sorted
 * lists need them, and computes everything from these columns in two passes, which no cancellation can spoil.
 */
export class StatisticsCollector {
  #submissions = 0;
  readonly #students = new Set<string>();
  readonly #exercises = new Map<string, ExerciseColumns>();

  add(report: Report): void {
    this.#submissions++;
    this.#students.add(report.student ?? report.file ?? "");
    let columns = this.#exercises.get(report.exercise);
    if (columns === undefined) {
      columns = newColumns(report.exercise);
      this.#exercises.set(report.exercise, columns);
    }
    addToColumns(columns, report);
  }

  statistics(): Statistics {
    const exercises = [...this.#exercises.values()].sort((a, b) => byNaturalOrder(a.exercise, b.exercise));
    return {
      submissions: this.#submissions,
      students: this.#students.size,
      exercises: exercises.map(exerciseStatistics),
    };
  }
}

interface ItemColumn {
  readonly id: string;
  readonly kind: string;
  maxPoints: number;
  readonly points: number[];
  readonly verdicts: Record<Verdict, number>;
  readonly mistakes: Map<string, { count: number; examples: MistakeExample[] }>;
}

interface ExerciseColumns {
  readonly exercise: string;
  maxPoints: number;
  invalid: number;
  absent: number;
  needsReview: number;
  readonly totals: number[];
  readonly passed: boolean[];
  readonly items: Map<string, ItemColumn>;
}

function newColumns(exercise: string): ExerciseColumns {
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

function addToColumns(columns: ExerciseColumns, report: Report): void {
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
function fillMissing(column: ItemColumn, rows: number): void {
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

function exerciseStatistics(columns: ExerciseColumns): ExerciseStatistics {
  const { totals } = columns;
  const items = [...columns.items.values()];
  for (const item of items) fillMissing(item, totals.length);
  const sorted = totals.toSorted((a, b) => a - b);
  const spread = sampleVariance(totals);
  const deviation = spread === null ? null : Math.sqrt(spread);
  const consistency = internalConsistency(items, spread);
  const errorRatio = consistency === null ? null : 100 * Math.sqrt(Math.max(0, 1 - consistency / 100));
  return {
    exercise: columns.exercise,
    maxPoints: columns.maxPoints,
    graded: totals.length,
    invalid: columns.invalid,
    absent: columns.absent,
    passed: columns.passed.filter(Boolean).length,
    needsReview: columns.needsReview,
    mean: mean(totals),
    median: median(sorted),
    minimum: sorted[0] ?? null,
    maximum: sorted.at(-1) ?? null,
    standardDeviation: deviation,
    skewness: skewness(totals),
    kurtosis: kurtosis(totals),
    internalConsistency: consistency,
    errorRatio,
    standardError: errorRatio === null || deviation === null ? null : (errorRatio / 100) * deviation,
    distribution: distribution(columns),
    items: items.map((item) => itemStatistics(item, totals)),
  };
}

function itemStatistics(column: ItemColumn, totals: readonly number[]): ItemStatistics {
  const { points } = column;
  const rest = points.map((value, index) => (totals[index] ?? 0) - value);
  const average = mean(points);
  const spread = sampleVariance(points);
  return {
    id: column.id,
    kind: column.kind,
    maxPoints: column.maxPoints,
    attempts: points.length - column.verdicts.missing,
    verdicts: column.verdicts,
    mean: average,
    standardDeviation: spread === null ? null : Math.sqrt(spread),
    facility: average === null || column.maxPoints === 0 ? null : average / column.maxPoints,
    discriminationIndex: discriminationIndex(points, rest),
    discriminativeEfficiency: discriminativeEfficiency(points, rest),
    mistakes: rankedMistakes(column),
  };
}

/** Frequency first; the code decides between equals, so that the order never depends on who came first. */
function rankedMistakes(column: ItemColumn): Mistake[] {
  return [...column.mistakes]
    .map(([code, { count, examples }]) => ({ code, count, examples }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Equal up to rounding: a sum of thirds may differ in its last bit, and a variance of 1e-33 is no variance. */
function isConstant(values: readonly number[]): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low <= 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
}

/** Mean of the product of the deviations (divided by n: every use is a ratio or corrects for it). */
function covariance(xs: readonly number[], ys: readonly number[]): number {
  if (isConstant(xs) || isConstant(ys)) return 0;
  const meanX = sum(xs) / xs.length;
  const meanY = sum(ys) / ys.length;
  let total = 0;
  for (const [index, x] of xs.entries()) total += (x - meanX) * ((ys[index] ?? 0) - meanY);
  return total / xs.length;
}

function sampleVariance(values: readonly number[]): number | null {
  const n = values.length;
  return n < 2 ? null : (covariance(values, values) * n) / (n - 1);
}

/** The mean of the `power`-th powers of the deviations. */
function centralMoment(values: readonly number[], power: number): number {
  const middle = sum(values) / values.length;
  let total = 0;
  for (const value of values) total += (value - middle) ** power;
  return total / values.length;
}

/** k₃ / k₂^1.5 with the unbiased k-statistics. */
function skewness(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 3 || isConstant(values)) return null;
  const k2 = (n * centralMoment(values, 2)) / (n - 1);
  const k3 = (n * n * centralMoment(values, 3)) / ((n - 1) * (n - 2));
  return k3 / k2 ** 1.5;
}

/** k₄ / k₂² with the unbiased k-statistics: 0 for a normal distribution. */
function kurtosis(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 4 || isConstant(values)) return null;
  const m2 = centralMoment(values, 2);
  const m4 = centralMoment(values, 4);
  const k2 = (n * m2) / (n - 1);
  const k4 = (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
  return k4 / (k2 * k2);
}

function discriminationIndex(points: readonly number[], rest: readonly number[]): number | null {
  const scale = Math.sqrt(covariance(points, points) * covariance(rest, rest));
  return scale === 0 ? null : (100 * covariance(points, rest)) / scale;
}

function discriminativeEfficiency(points: readonly number[], rest: readonly number[]): number | null {
  const ascending = (a: number, b: number) => a - b;
  const greatest = covariance(points.toSorted(ascending), rest.toSorted(ascending));
  return greatest === 0 ? null : (100 * covariance(points, rest)) / greatest;
}

function internalConsistency(items: readonly ItemColumn[], totalVariance: number | null): number | null {
  if (items.length < 2 || totalVariance === null || totalVariance === 0) return null;
  const itemVariance = sum(items.map((item) => sampleVariance(item.points) ?? 0));
  return ((100 * items.length) / (items.length - 1)) * (1 - itemVariance / totalVariance);
}

const maxBins = 20;
const binWidths = [0.5, 1, 2, 5];

function distribution({ totals, passed, maxPoints }: ExerciseColumns): Bin[] {
  const width = binWidth(maxPoints);
  const last = Math.floor(maxPoints / width + 1e-9);
  const bins = Array.from({ length: last + 1 }, (_, index) => ({ from: index * width, count: 0, passed: 0 }));
  for (const [row, total] of totals.entries()) {
    const bin = bins[Math.min(last, Math.max(0, Math.floor(total / width + 1e-9)))];
    if (bin === undefined) continue;
    bin.count++;
    if (passed[row] === true) bin.passed++;
  }
  return bins.map((bin) => ({ ...bin, to: bin.from + width }));
}

/** The least of 0.5, 1, 2, 5, 10, 20, 50, … that makes at most 20 bins below full points. */
function binWidth(maxPoints: number): number {
  for (let scale = 1; Number.isFinite(scale); scale *= 10) {
    for (const width of binWidths) {
      if (maxPoints <= maxBins * width * scale) return width * scale;
    }
  }
  return 1;
}
