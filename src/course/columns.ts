/** The points of an exercise in columns, an item each, and what was said about wrong answers. */

import { entryOf } from "../engine/maps.ts";
import { type Message, type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { isCommon } from "./counts.ts";
import { byNaturalOrder } from "./order.ts";

/** So many different texts are counted; later ones are not. */
const mostTexts = 200;

/** How often each of many texts was met. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(text: string): void {
    const count = this.#counts.get(text);
    if (count !== undefined || this.#counts.size < mostTexts) this.#counts.set(text, 1 + (count ?? 0));
  }

  /** The most frequent, of equals those met first. */
  top(most: number): readonly { readonly text: string; readonly count: number }[] {
    const sorted = [...this.#counts].sort(([, a], [, b]) => b - a);
    return sorted.slice(0, most).map(([text, count]) => ({ text, count }));
  }
}

/** One code that was given on answers without full points: how often, in which words, to which answers. */
export type Mistake = ReturnType<typeof newMistake>;

function newMistake(code: string) {
  return { count: 0, messages: new Tally(), answers: new Tally(), code };
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

/** How the results for one exercise turned out. */
export class Outcomes {
  readonly exercise: string;
  maxPoints = 0;
  invalid = 0;
  absent = 0;
  needsReview = 0;
  /** Of those graded: their points, and whether that is enough. */
  readonly totals: number[] = [];
  readonly passed: boolean[] = [];

  constructor(exercise: string) {
    this.exercise = exercise;
  }

  add(report: Report): void {
    this.maxPoints = Math.max(this.maxPoints, report.maxPoints);
    if (report.status === "invalid") this.invalid++;
    else if (isAbsent(report)) this.absent++;
    else {
      if (report.needsReview) this.needsReview++;
      this.totals.push(report.points);
      this.passed.push(report.passed === true);
    }
  }

  get results(): number {
    return this.totals.length + this.invalid + this.absent;
  }

  /** Whether it counts in everybody's total: enough of all students have it, and there is something to get. */
  isCommonAmong(students: number): boolean {
    return this.maxPoints > 0 && isCommon(this.results, students);
  }
}

/** The same with all items: 8 bytes an item and report, as medians and sorted lists need them. */
export class Columns extends Outcomes {
  /** False: so few of the course have it that it is in nobody's total. */
  isCommon = true;
  readonly items = new Map<string, ItemColumn>();

  override add(report: Report): void {
    const absent = isAbsent(report);
    for (const item of report.items) {
      const column = entryOf(this.items, item.id, () => new ItemColumn(item));
      column.maxPoints = Math.max(column.maxPoints, item.maxPoints);
      if (!absent) column.add(item, this.totals.length);
    }
    super.add(report);
  }
}

/** All `reports` in columns by exercise, the exercises in natural order; `seen` gets each report that has just been put there. */
export function columnsOf(reports: Iterable<Report>, seen: (report: Report, columns: Columns) => void): Columns[] {
  const exercises = new Map<string, Columns>();
  for (const report of reports) {
    const columns = entryOf(exercises, report.exercise, () => new Columns(report.exercise));
    columns.add(report);
    seen(report, columns);
  }
  return [...exercises.values()].sort((a, b) => byNaturalOrder(a.exercise, b.exercise));
}

export class ItemColumn {
  readonly id: string;
  readonly kind: string;
  maxPoints = 0;
  /** Answers that a person must decide about, and how many points they may still get. */
  underReview = 0;
  openPoints = 0;
  readonly points: number[] = [];
  readonly verdicts = { correct: 0, partial: 0, incorrect: 0, missing: 0, invalid: 0, review: 0 };
  readonly mistakes = new Map<string, Mistake>();

  constructor({ id, kind }: ReportItem) {
    this.id = id;
    this.kind = kind;
  }

  add(item: ReportItem, row: number): void {
    this.fill(row);
    this.points[row] = item.points;
    this.verdicts[item.verdict]++;
    if (item.verdict === "review" || (item.reviewPoints ?? 0) > 0) this.underReview++;
    this.openPoints = roundPoints(this.openPoints + (item.reviewPoints ?? 0));
    // What a person decided is no mistake.
    if (item.verdict === "correct" || item.verdict === "missing" || item.overridden) return;
    const criteria = (item.criteria ?? []).filter(({ verdict, overridden }) => verdict !== "met" && !overridden);
    // Nor is what nobody can tell yet.
    const judged = [item, ...criteria].filter(({ verdict }) => verdict !== "review");
    const said = judged.flatMap(({ feedback = [] }) => feedback);
    const first = said.filter(({ code }, index) => said.findIndex((one) => one.code === code) === index);
    for (const message of first) this.#count(message, item.answer);
  }

  /** A report that lacks an item lacks its answer. */
  fill(rows: number): void {
    while (this.points.length < rows) {
      this.points.push(0);
      this.verdicts.missing++;
    }
  }

  #count({ code, message }: Message, answer: string | undefined): void {
    const mistake = entryOf(this.mistakes, code, () => newMistake(code));
    mistake.count++;
    mistake.messages.add(message);
    if (answer !== undefined) mistake.answers.add(answer);
  }
}
