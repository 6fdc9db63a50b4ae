/** What a course comes to over all its exercises: totals, grades, the hardest items, and who needs attention. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { AlikeAnswers, type Pair } from "./alike.ts";
import { isAbsent } from "./columns.ts";
import { isCommon } from "./counts.ts";
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

/** What is kept of a student: the exercises for which there is any file. */
type HandedIn = Pick<Report, "exercise" | "points" | "reviewPoints" | "passed">;

interface Standing {
  readonly points: number;
  readonly reviewPoints: number;
  readonly passed: number;
  /** Exercises of the course. */
  readonly handedIn: number;
  readonly hasAny: boolean;
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
  readonly #students = new Map<string, HandedIn[]>();
  readonly #exercises = new Map<string, { maxPoints: number; results: number }>();
  readonly #items = new Map<string, ItemTotals>();
  readonly #alike = new AlikeAnswers();

  get students(): readonly string[] {
    return [...this.#students.keys()];
  }

  add(report: Report): void {
    const { student = "", exercise, points, reviewPoints, maxPoints, passed } = report;
    const handedIn = this.#students.get(student) ?? [];
    this.#students.set(student, handedIn);
    const totals = this.#exercises.get(exercise) ?? { maxPoints: 0, results: 0 };
    this.#exercises.set(exercise, totals);
    totals.maxPoints = Math.max(totals.maxPoints, maxPoints);
    totals.results++;
    // Of two results for one exercise, which only merging unrelated runs can give, the first counts here.
    if (isAbsent(report) || handedIn.some((one) => one.exercise === exercise)) return;
    handedIn.push({ exercise, points, reviewPoints, passed });
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
    const worth = new Map(
      [...this.#exercises].filter(([, one]) => one.maxPoints > 0 && isCommon(one.results, this.#students.size)),
    );
    const maxPoints = roundPoints(sum([...worth.values()].map((one) => one.maxPoints)));
    const all = [...this.#students]
      .sort(([a], [b]) => compareText(a, b))
      .map(([student, results]) => [student, standingIn(results, worth)] as const);
    const active = all.filter(([, { hasAny }]) => hasAny);
    const totals = active.map(([, { points }]) => points);
    const passed = active.map(([, standing]) => standing.passed === worth.size);
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
      nothing: all.filter(([, { hasAny }]) => !hasAny).map(([student]) => student),
      behind: active.length < leastStudents ? [] : behind(active, worth.size, middle ?? 0),
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

/** Of the exercises that are the course's. */
function standingIn(results: readonly HandedIn[], worth: { has: (exercise: string) => boolean }): Standing {
  const counted = results.filter(({ exercise }) => worth.has(exercise));
  return {
    points: roundPoints(sum(counted.map(({ points }) => points))),
    reviewPoints: roundPoints(sum(counted.map(({ reviewPoints }) => reviewPoints))),
    passed: counted.filter(({ passed }) => passed).length,
    handedIn: counted.length,
    hasAny: results.length > 0,
  };
}

function behind(students: readonly (readonly [string, Standing])[], exercises: number, middle: number): Behind[] {
  return students
    .filter(([, { points, reviewPoints, handedIn }]) => {
      return handedIn < exercises / 2 || points + reviewPoints < middle / 2;
    })
    .map(([student, { points, handedIn }]) => ({ student, points, handedIn }))
    .sort((a, b) => a.points - b.points || a.handedIn - b.handedIn);
}
