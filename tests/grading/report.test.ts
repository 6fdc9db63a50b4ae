/** Points, `passed` and `needsReview` mean the same wherever a report comes from: one answer, a batch, a person's decision. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyDecisions } from "../../src/grading/decisions.ts";
import { grade } from "../../src/grading/grade.ts";
import { gradedReport, type Report, type ReportItem, reaches } from "../../src/grading/report.ts";
import type { Verdict } from "../../src/kinds/judgement.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";
import { run, temporaryFolder } from "../cli/support/run.ts";

describe("a file that can't be graded never passed, however little would do", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "ex6_ann.json"), '{ "set2": ');
  writeFileSync(join(folder, "ex6_ben.json"), Buffer.from('{ "reason": "größer" }', "latin1"));
  writeFileSync(join(folder, "ex6_cid.json"), '{ "set2": { "h1": 0 } }');
  const expected = { ann: ["invalid", false], ben: ["invalid", false], cid: ["graded", true] };
  const standing = ({ status, passed }: Report) => [status, passed];

  test.each(Object.entries(expected))("alone: %s", async (student, outcome) => {
    const { stdout } = await run(["ex6", `ex6_${student}.json`, "--min", "0", "--json"], { folder });
    expect(standing(JSON.parse(stdout))).toEqual(outcome);
  });

  test("in a batch", async () => {
    const { stdout } = await run(["batch", ".", "--min", "0"], { folder });
    const reports: Report[] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.fromEntries(reports.map((report) => [report.student, standing(report)]))).toEqual(expected);
  });
});

const item = (id: string, verdict: Verdict, points: number, reviewPoints?: number): ReportItem => ({
  ...{ id, kind: "text", verdict, points, maxPoints: 1, feedback: [], answerHash: id },
  ...(reviewPoints !== undefined && { reviewPoints }),
});

test("points that a person may still add need a review, before and after another item is decided", () => {
  const items = [item("a", "partial", 0.1, 0.5), item("b", "incorrect", 0.2)];
  const report = gradedReport({ exercise: "ex" }, items, { maxPoints: 2, minPercent: 50 });
  expect(report).toMatchObject({ points: 0.3, reviewPoints: 0.5, needsReview: true, passed: false });
  const decision = { student: "", exercise: "ex", item: "b", answer: "b", points: 0.5 };
  const decided = applyDecisions(report, [decision], { minPercent: 50, language: "en" });
  expect(decided).toMatchObject({ points: 0.6, reviewPoints: 0.5, needsReview: true, passed: null });
});

test("open as long as points under review decide", () => {
  expect(reaches({ points: 1, reviewPoints: 1, maxPoints: 4 }, 50)).toBeNull();
  expect(reaches({ points: 2, reviewPoints: 1, maxPoints: 4 }, 50)).toBe(true);
  expect(reaches({ points: 1, reviewPoints: 0.5, maxPoints: 4 }, 50)).toBe(false);
});

test("a share that sums of fractions just miss is reached", () => {
  expect(reaches({ points: 0.1 + 0.7, reviewPoints: 0, maxPoints: 1 }, 80)).toBe(true);
  expect(reaches({ points: 0.79, reviewPoints: 0, maxPoints: 1 }, 80)).toBe(false);
});

describe("a reason and the answer it belongs to", () => {
  const question = { id: "why", kind: "text", points: 1, reasonFor: "which" };
  const criteria = [{ id: "a", points: 1, met: ["steep"], hint: { en: "?", de: "?" } }];
  const own = exerciseFromData({
    id: "own",
    title: "Own",
    statement: "Which, and why?",
    questions: [
      { id: "which", kind: "choice", points: 1, reference: { choice: 2 }, options: [{ value: 1 }, { value: 2 }] },
      { ...question, criteria },
    ],
  });
  const reason = (which: unknown) => grade(own, JSON.stringify({ which, why: "it is steep" })).items[1];

  test("a right reason beside a wrong answer speaks for the other one, so a person decides", () => {
    expect(reason(1)).toMatchObject({ verdict: "review", points: 0, reviewPoints: 1 });
    expect(reason(1)?.feedback.map(({ code }) => code)).toContain("grading.reason-for-another");
    expect(reason(1)?.criteria?.[0]).toMatchObject({ verdict: "review", points: 0 });
  });

  test.each([2, null])("beside %j it counts", (which) => {
    expect(reason(which)).toMatchObject({ verdict: "correct", points: 1 });
  });

  test("names a question that is there", () => {
    const broken = { ...own, questions: [{ ...question, criteria, reasonFor: "nothing" }] };
    expect(() => exerciseFromData(broken)).toThrow("there is no question nothing");
  });
});
