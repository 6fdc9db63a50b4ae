/** What a report comes to: points, whether they suffice, whether a person must look. */

import type { Report, ReportError, ReportItem } from "./report.ts";

/** Which exercise a report is about, and whose answer. */
type Subject = Pick<Report, "exercise" | "student" | "file">;

type Outcome = Pick<Report, "points" | "maxPoints" | "reviewPoints" | "passed" | "needsReview">;

/** The report on an answer whose items are judged. */
export function gradedReport(
  subject: Subject,
  items: readonly ReportItem[],
  { maxPoints, minPercent }: { readonly maxPoints: number; readonly minPercent: number },
): Report {
  return { ...head(subject), status: "graded", ...outcomeOf(items, maxPoints, minPercent), items };
}

/** The report on a file that cannot be graded as a whole: never passed, however little would do. */
export function invalidReport(subject: Subject, maxPoints: number, error: ReportError): Report {
  const outcome: Outcome = { points: 0, maxPoints, reviewPoints: 0, passed: false, needsReview: false };
  return { ...head(subject), status: "invalid", ...outcome, items: [], error };
}

/** The same report with other items, as after a person's decisions. */
export function withItems(report: Report, items: readonly ReportItem[], minPercent: number): Report {
  return { ...report, ...outcomeOf(items, report.maxPoints, minPercent), items };
}

function head({ exercise, student, file }: Subject): Pick<Report, "schema"> & Subject {
  return {
    schema: "rnn-check/report@1",
    exercise,
    ...(student !== undefined && { student }),
    ...(file !== undefined && { file }),
  };
}

function outcomeOf(items: readonly ReportItem[], maxPoints: number, minPercent: number): Outcome {
  const points = roundPoints(items.reduce((sum, item) => sum + item.points, 0));
  const reviewPoints = roundPoints(items.reduce((sum, item) => sum + (item.reviewPoints ?? 0), 0));
  const needsReview = items.some(({ verdict, reviewPoints = 0 }) => verdict === "review" || reviewPoints > 0);
  const passed = reaches({ points, reviewPoints, maxPoints }, minPercent);
  return { points, maxPoints, reviewPoints, passed, needsReview };
}

/** Whether at least `percent` of the points are reached, those under review included. */
export function reaches(
  { points, reviewPoints, maxPoints }: Pick<Outcome, "points" | "reviewPoints" | "maxPoints">,
  percent: number,
): boolean {
  return points + reviewPoints >= (maxPoints * percent) / 100 - 1e-9;
}

/** Points without what sums of doubles add in the last digits: 0.1 + 0.2 is 0.3. */
export function roundPoints(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
