/** Deadlines, what being late costs, and which of two results counts. */

import { describe, expect, test } from "vitest";
import { clockTime, counting, duration, extended, lateBy, lateReport, penaltyOf } from "../../src/course/late.ts";
import type { Report } from "../../src/grading/report.ts";

const at = (text: string) => clockTime(text) ?? expect.unreachable(text);
const hours = (n: number) => n * 3_600_000;

test.each([
  ["2026-05-31T23:59", "2026-05-31 23:59:00", 0],
  ["2026-05-31T23:59+02:00", "2026-05-31T21:59Z", 0],
  ["2026-05-31T23:59+0200", "31.05.2026 23:59 +02:00", 0],
  ["2026-05-31T23:59-03:30", "2026-06-01T03:29Z", 0],
  ["31.5.2026", "2026-05-31T23:59:59", 0],
  ["2026-05-31T23:59", "2026-06-01 00:59", 1],
  // A clock without a zone is the deadline's; a deadline without one is in UTC.
  ["2026-05-31T23:59+02:00", "2026-05-31T23:59", 0],
  ["2026-05-31T23:59", "2026-05-31T23:59+02:00", -2],
])("after %s, %s is %d hours late", (deadline, time, late) => {
  expect(lateBy(at(time), at(deadline))).toBe(hours(late));
});

test.each(["", "tomorrow", "2026-02-30", "2026-13-01", "2026-05-31T25:00", "31/05/2026", "2026-05-31T23:59+2"])(
  "%j is no time",
  (text) => expect(clockTime(text)).toBeUndefined(),
);

test.each([
  ["2 days", 48],
  ["+48h", 48],
  ["2 Tage", 48],
  ["1,5 Std.", 1.5],
  ["1 Woche", 168],
  ["2026-06-01T23:59", 24],
  ["01.06.2026 23:59", 24],
  ["2026-06-01T22:59Z", 25],
])("an extension of %j", (by, more) => {
  const deadline = at("2026-05-31T23:59+02:00");
  expect(lateBy(extended(deadline, by) ?? deadline, deadline)).toBe(hours(more));
});

test.each(["soon", "2", "two days", "-1 day"])("%j is no extension", (by) =>
  expect(extended(at("2026-05-31"), by)).toBeUndefined(),
);

function report(points: number, more: Partial<Report> = {}): Report {
  const given = { points, maxPoints: 10, reviewPoints: 0, passed: points >= 5, needsReview: false };
  return {
    schema: "rnn-check/report@1",
    exercise: "ex1",
    student: "a",
    status: "graded",
    ...given,
    items: [],
    ...more,
  };
}
const options = { minPercent: 50, language: "en" } as const;

test.each([
  ["10%/day", 1, 7.2],
  ["10%/day", 24, 7.2],
  ["10 % / Tag", 25, 6.4],
  ["10% per day", 1000, 0],
  ["1 point/day", 25, 6],
  ["1 Punkt pro Stunde", 3, 5],
  ["0,5 Punkte je Std.", 3, 6.5],
  ["1%/hour", 30, 5.6],
  ["5%", 1000, 7.6],
  ["2 points", 1000, 6],
  ["10%/day, max 30%", 1000, 5.6],
  ["10%/day up to 30%", 1000, 5.6],
  ["1 Punkt/Tag höchstens 3 Punkte", 1000, 5],
  ["10%/week", 169, 6.4],
  ["none", 1, 0],
  ["none accepted", 1, 0],
  ["keine", 1, 0],
])("%s, %d hours late: 8 points become %d", (rule, late, points) => {
  const penalty = penaltyOf(rule) ?? expect.unreachable();
  expect(lateReport(report(8), hours(late), penalty, options)).toMatchObject({
    points,
    passed: points >= 5,
    late: { seconds: late * 3600, before: 8, taken: expect.closeTo(8 - points) },
  });
});

test.each(["", "10", "10/day", "ten percent", "10%/day max 3 points", "-10%/day", "10%/fortnight"])(
  "%j is no rule",
  (rule) => expect(penaltyOf(rule)).toBeUndefined(),
);

test("a platform that only says late costs one unit; what is under review costs its part", () => {
  const open = report(4, { reviewPoints: 2, passed: null, needsReview: true });
  const late = lateReport(open, 0, penaltyOf("10%/day"), options);
  expect([late.points, late.reviewPoints, late.passed]).toEqual([3.6, 1.8, null]);
});

describe("of a file on time and a late one", () => {
  const late = (points: number) => lateReport(report(points, { file: "late" }), hours(1), penaltyOf("10%"), options);
  const punctual = report(6, { file: "punctual" });
  test.each([
    [7, true, "late"],
    [6.6, true, "punctual"],
    [10, false, "punctual"],
  ])("with %d points late, a rule: %s, the %s one counts", (points, hasRule, counts) => {
    const both = [late(points), punctual];
    const result = counting(both, hasRule, "en");
    expect(result.file).toBe(counts);
    expect(both).toContainEqual(result.passedOver);
    expect(counting(both.toReversed(), hasRule, "en")).toEqual(result);
  });
  test("one that can be graded counts before one that can't", () => {
    const broken = report(0, { status: "invalid", file: "broken" });
    expect(counting([broken, late(1)], false, "en").file).toBe("late");
  });
});

test("how long that is", () => {
  expect([0, 59, 3600, 90_061].map(duration)).toEqual(["", "1 min", "1 h", "1 d 1 h 2 min"]);
});
