/** What a course comes to over all its exercises: totals, grades, the hardest items, and who needs attention. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { AlikeAnswers, type Pair } from "./alike.ts";
import { isAbsent } from "./columns.ts";
import { type GradeCount, type GradeKey, gradeCounts } from "./grades.ts";
import { type Bin, histogram, mean, median, sum } from "./measures.ts";
import { byNaturalOrder, compareText } from "./order.ts";

interface Behind {
  readonly student: string;
  readonly points: number;
  /** Exercises handed in, of all. */
  readonly handedIn: number;
}

interface HardItem {
  readonly exercise: string;
  readonly item: string;
  /** Share of the points reached, 0 … 1, without answers that a person must decide. */
  readonly facility: number;
  readonly answers: number;
}

/** As summary.json holds it. */
export interface Standings {
  /** Of all exercises together. */
  readonly maxPoints: number;
  /** Points of those who handed in something. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly distribution: readonly Bin[];
  /** With a key. */
  readonly grades?: readonly GradeCount[];
  readonly hardest: readonly HardItem[];
  /** Handed in nothing at all. */
  readonly nothing: readonly string[];
  /** Handed in less than half of the exercises or have, also with what is under review, less than half of the median; the fewest points first. */
  readonly behind: readonly Behind[];
  readonly alike: readonly Pair[];
}

/** What is kept of a student. */
interface Standing {
  points: number;
  reviewPoints: number;
  passed: number;
  /** Ids, for which there is any file. */
  readonly handedIn: string[];
}

interface ItemTotals {
  readonly exercise: string;
  readonly item: string;
  points: number;
  maxPoints: number;
  answers: number;
}

/** So few say nothing of who falls behind. */
const leastStudents = 5;
const mostHard = 10;

/** Takes all reports one by one and keeps sums. */
export class StandingsCollector {
  readonly #students = new Map<string, Standing>();
  readonly #maxPoints = new Map<string, number>();
  readonly #items = new Map<string, ItemTotals>();
  readonly #alike = new AlikeAnswers();

  get students(): readonly string[] {
    return [...this.#students.keys()];
  }

  add(report: Report): void {
    const { student = "", exercise, points, reviewPoints, maxPoints, passed } = report;
    const standing = this.#students.get(student) ?? { points: 0, reviewPoints: 0, passed: 0, handedIn: [] };
    this.#students.set(student, standing);
    this.#maxPoints.set(exercise, Math.max(maxPoints, this.#maxPoints.get(exercise) ?? 0));
    // Of two results for one exercise, which only merging unrelated runs can give, the first counts here.
    if (isAbsent(report) || standing.handedIn.includes(exercise)) return;
    standing.handedIn.push(exercise);
    standing.points = roundPoints(standing.points + points);
    standing.reviewPoints = roundPoints(standing.reviewPoints + reviewPoints);
    if (passed) standing.passed++;
    for (const item of report.items) this.#addItem(exercise, item);
    this.#alike.add(report);
  }

  #addItem(exercise: string, { id, verdict, points, reviewPoints = 0, maxPoints }: ReportItem): void {
    if (verdict === "review" || reviewPoints > 0) return;
    const key = `${exercise}\n${id}`;
    const totals = this.#items.get(key) ?? { exercise, item: id, points: 0, maxPoints: 0, answers: 0 };
    this.#items.set(key, totals);
    totals.points += points;
    totals.maxPoints += maxPoints;
    totals.answers++;
  }

  /** What they come to. */
  standings(key?: GradeKey): Standings {
    const worth = [...this.#maxPoints.values()].filter((points) => points > 0);
    const maxPoints = roundPoints(sum(worth));
    const all = [...this.#students].sort(([a], [b]) => compareText(a, b));
    const active = all.filter(([, { handedIn }]) => handedIn.length > 0);
    const totals = active.map(([, { points }]) => points);
    const passed = active.map(([, standing]) => standing.passed === worth.length);
    const middle = median(totals.toSorted((a, b) => a - b));
    const average = mean(totals);
    return {
      maxPoints,
      mean: average && roundPoints(average),
      median: middle,
      distribution: histogram(totals, passed, maxPoints),
      ...(key && {
        grades: gradeCounts(
          active.map(([, standing]) => ({ ...standing, maxPoints })),
          key,
        ),
      }),
      hardest: this.#hardest(),
      nothing: all.filter(([, { handedIn }]) => handedIn.length === 0).map(([student]) => student),
      behind: active.length < leastStudents ? [] : behind(active, worth.length, middle ?? 0),
      alike: this.#alike.pairs,
    };
  }

  #hardest(): HardItem[] {
    return [...this.#items.values()]
      .filter(({ maxPoints }) => maxPoints > 0)
      .map(({ exercise, item, points, maxPoints, answers }) => ({
        exercise,
        item,
        facility: roundPoints(points / maxPoints),
        answers,
      }))
      .sort(
        (a, b) => a.facility - b.facility || byNaturalOrder(a.exercise, b.exercise) || byNaturalOrder(a.item, b.item),
      )
      .slice(0, mostHard);
  }
}

function behind(students: readonly (readonly [string, Standing])[], exercises: number, middle: number): Behind[] {
  return students
    .filter(([, { points, reviewPoints, handedIn }]) => {
      return handedIn.length < exercises / 2 || points + reviewPoints < middle / 2;
    })
    .map(([student, { points, handedIn }]) => ({ student, points, handedIn: handedIn.length }))
    .sort((a, b) => a.points - b.points || a.handedIn - b.handedIn);
}
