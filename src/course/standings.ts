/** What a course comes to over all its exercises: totals, grades, the hardest items, and who needs attention. */

import { entryOf } from "../engine/maps.ts";
import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { isAbsent, Outcomes } from "./columns.ts";
import { type GradeKey, gradeCounts } from "./grades.ts";
import { histogram, mean, median, sum } from "./measures.ts";
import { byPlace, compareText } from "./order.ts";

/** As summary.json holds it. */
export type Standings = ReturnType<StandingsCollector["standings"]>;

/** What is kept of a student: the exercises for which there is any file. */
type HandedIn = Pick<Report, "exercise" | "points" | "reviewPoints" | "passed">;

/** So few say nothing of who falls behind. */
const leastStudents = 5;
const mostHard = 10;

/** Takes all reports one by one and keeps sums. */
export class StandingsCollector {
  readonly exercises = new Map<string, Outcomes>();
  readonly #students = new Map<string, HandedIn[]>();
  readonly #items = new Map<
    string,
    { exercise: string; item: string; points: number; worth: number; answers: number }
  >();

  get students(): readonly string[] {
    return [...this.#students.keys()];
  }

  add(report: Report): void {
    const { student = "", exercise, points, reviewPoints, passed } = report;
    const handedIn = entryOf(this.#students, student, () => []);
    entryOf(this.exercises, exercise, () => new Outcomes(exercise)).add(report);
    // Of two results for one exercise, which only merging unrelated runs can give, the first counts here.
    if (isAbsent(report) || handedIn.some((one) => one.exercise === exercise)) return;
    handedIn.push({ exercise, points, reviewPoints, passed });
    for (const item of report.items) this.#addItem(exercise, item);
  }

  #addItem(exercise: string, { id: item, verdict, points, reviewPoints = 0, maxPoints }: ReportItem): void {
    if (verdict === "review" || reviewPoints > 0) return;
    const none = { exercise, item, points: 0, worth: 0, answers: 0 };
    const totals = entryOf(this.#items, `${exercise}\n${item}`, () => none);
    totals.points += points;
    totals.worth += maxPoints;
    totals.answers++;
  }

  /** What they come to. */
  standings(key?: GradeKey) {
    const worth = new Map([...this.exercises].filter(([, one]) => one.isCommonAmong(this.#students.size)));
    const maxPoints = roundPoints(sum([...worth.values()].map((one) => one.maxPoints)));
    const all = [...this.#students]
      .sort(([a], [b]) => compareText(a, b))
      .map(([student, results]) => ({ student, maxPoints, ...standingIn(results, worth) }));
    const active = all.filter(({ hasAny }) => hasAny);
    const totals = active.map(({ points }) => points);
    const [average, middle] = [mean(totals), median(totals)];
    const passed = active.map((one) => one.passed === worth.size);
    const isBehind = ({ handedIn, points, reviewPoints }: (typeof active)[number]) =>
      handedIn < worth.size / 2 || points + reviewPoints < (middle ?? 0) / 2;
    return {
      /** Of all exercises together. */
      maxPoints,
      /** Points of those who handed in something. */
      mean: average && roundPoints(average),
      median: middle,
      distribution: histogram(totals, passed, maxPoints),
      ...(key && { grades: gradeCounts(active, key) }),
      /** `facility`: the share of the points reached, 0 … 1, without answers that a person must decide. */
      hardest: [...this.#items.values()]
        .filter((one) => one.worth > 0)
        .map(({ points, worth, answers, ...place }) => ({ ...place, facility: roundPoints(points / worth), answers }))
        .sort((a, b) => a.facility - b.facility || byPlace(a, b))
        .slice(0, mostHard),
      /** Handed in nothing at all. */
      nothing: all.filter(({ hasAny }) => !hasAny).map(({ student }) => student),
      /** Handed in less than half of the exercises or have, also with what is under review, less than half of the median. */
      behind: (active.length < leastStudents ? [] : active.filter(isBehind))
        .map(({ student, points, handedIn }) => ({ student, points, handedIn }))
        .sort((a, b) => a.points - b.points || a.handedIn - b.handedIn),
    };
  }
}

/** Of the exercises that are the course's. */
function standingIn(results: readonly HandedIn[], worth: { has: (exercise: string) => boolean }) {
  const counted = results.filter(({ exercise }) => worth.has(exercise));
  return {
    points: roundPoints(sum(counted.map(({ points }) => points))),
    reviewPoints: roundPoints(sum(counted.map(({ reviewPoints }) => reviewPoints))),
    passed: counted.filter(({ passed }) => passed).length,
    handedIn: counted.length,
    hasAny: results.length > 0,
  };
}
