/** Gradescope's `results.json`: a test an item, text output, points under review said in words and in a tag. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { fileForEach } from "./format.ts";
import { jsonLine } from "./json.ts";
import type { Words } from "./words.ts";

export const format = fileForEach("gradescope", "results.json", results);

function results(report: Report, words: Words): string {
  const document = {
    // Stated, as the sum of an empty list of tests would count as a failure of the autograder.
    score: roundPoints(report.points),
    output: words.summary(report).join("\n"),
    output_format: "text",
    tests: report.items.map((item, index) => test(item, index, words)),
    extra_data: {
      exercise: report.exercise,
      status: report.status,
      max_score: roundPoints(report.maxPoints),
      review_points: roundPoints(report.reviewPoints),
      needs_review: report.needsReview,
    },
  };
  return `${jsonLine(document)}\n`;
}

function test(item: ReportItem, index: number, words: Words) {
  return {
    name: `${item.id} (${words.verdict(item.verdict)})`,
    number: String(index + 1),
    score: roundPoints(item.points),
    max_score: roundPoints(item.maxPoints),
    // Only two words exist. Without one Gradescope shows neither a tick nor a cross, as fits an open decision.
    ...(item.verdict === "review" ? {} : { status: item.verdict === "correct" ? "passed" : "failed" }),
    output: words.item(item).join("\n"),
    output_format: "text",
    tags: [item.verdict],
    extra_data: {
      verdict: item.verdict,
      review_points: roundPoints(item.reviewPoints ?? 0),
      codes: item.feedback.map((message) => message.code),
    },
  };
}
