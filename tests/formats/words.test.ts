import { expect, test } from "vitest";
import { Words } from "../../src/formats/words.ts";
import { applyDecisions, type Decision } from "../../src/grading/decisions.ts";
import type { Report, ReportItem } from "../../src/grading/report.ts";
import { render, renderOne } from "./render.ts";

const words = new Words("en");

const unsure = { code: "text.review", message: "Not sure, so a person will look at it." };

const item: ReportItem = {
  id: "why",
  kind: "text",
  verdict: "review",
  points: 0,
  maxPoints: 2,
  reviewPoints: 2,
  feedback: [unsure],
  criteria: ["a", "b"].map((id) => ({ id, verdict: "review", points: 0, maxPoints: 1, feedback: [unsure] })),
  answerHash: "1",
};

const report: Report = {
  schema: "rnn-check/report@1",
  exercise: "ex1",
  student: "s",
  status: "graded",
  points: 0,
  maxPoints: 2,
  reviewPoints: 2,
  passed: false,
  needsReview: true,
  items: [item],
};

const decide = (criteria: readonly string[], points = 1): Report => {
  const decisions = criteria.map(
    (criterion): Decision => ({
      student: "s",
      exercise: "ex1",
      item: "why",
      criterion,
      answer: "1",
      points,
      by: "Tess, T.",
    }),
  );
  return applyDecisions(report, decisions, { minPercent: 100, language: "en" });
};

test("a message that an item shares with its criteria is told once", () => {
  expect(
    words
      .item(item)
      .join("\n")
      .match(/Not sure/g),
  ).toHaveLength(1);
});

test("a decision is told once, and takes back that a person will look", () => {
  const text = words.item(decide(["a", "b"]).items[0] as ReportItem).join("\n");
  expect(text).not.toContain("Not sure");
  expect(text.split("\n")).toEqual(["a: met (1/1) Decided by Tess, T.", "b: met (1/1) Decided by Tess, T."]);
  expect(words.item(decide(["a"]).items[0] as ReportItem).join("\n")).toContain("Not sure");
});

test("a decision is told with verdicts only, too, and is no mistake", async () => {
  const text = await renderOne("markdown", [decide(["a", "b"], 0), decide(["a"])], { feedback: "verdict" });
  expect(text.match(/Decided by Tess/g)).toHaveLength(3);
  expect(text).not.toContain("Not sure");
  expect(text).not.toContain("Most frequent mistakes");
});

test("the long table says who decided a criterion", async () => {
  const table = await renderOne("csv-items", [decide(["a"])]);
  expect(table).toContain('"Tess, T."');
});

test("students whose names differ in case alone get folders that differ in more", async () => {
  const reports = ["Case", "case", "Case"].map((student, index) => ({ ...report, student, exercise: `ex${index}` }));
  const folders = [...(await render("gradescope", reports)).keys()].map((path) => path.split("/")[1]);
  expect(folders).toEqual(["Case", expect.stringMatching(/^case_[0-9a-f]{8}$/), "Case"]);
});
