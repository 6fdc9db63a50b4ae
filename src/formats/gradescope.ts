/** Gradescope's `results.json`: a test an item, text output, points under review said in words and in a tag. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import type { Context } from "./format.ts";
import { jsonLine } from "./json.ts";
import { submissionFormat } from "./submissionFiles.ts";
import { describeItem, describeTotal, sayIn } from "./wording.ts";

export const gradescope = submissionFormat("gradescope", "results.json", results);

function results(report: Report, context: Context): string {
  const warnings = (report.warnings ?? []).map((warning) => warning.message);
  return `${jsonLine({
    // Stated, as the sum of an empty list of tests would count as a failure of the autograder.
    score: roundPoints(report.points),
    output: [describeTotal(report, context.language), ...warnings].join("\n"),
    output_format: "text",
    tests: report.items.map((item, index) => test(item, index, context)),
    extra_data: {
      exercise: report.exercise,
      status: report.status,
      max_score: roundPoints(report.maxPoints),
      review_points: roundPoints(report.reviewPoints),
      needs_review: report.needsReview,
    },
  })}\n`;
}

function test(item: ReportItem, index: number, context: Context) {
  const verdict = sayIn(context.language)(`report.${item.verdict}`);
  return {
    name: `${item.id} (${verdict})`,
    number: String(index + 1),
    score: roundPoints(item.points),
    max_score: roundPoints(item.maxPoints),
    // Only two words exist. Without one Gradescope shows neither a tick nor a cross, as fits an open decision.
    ...(item.verdict === "review" ? {} : { status: item.verdict === "correct" ? "passed" : "failed" }),
    output: describeItem(item, context.language).join("\n"),
    output_format: "text",
    tags: [item.verdict],
    extra_data: {
      verdict: item.verdict,
      review_points: roundPoints(item.reviewPoints ?? 0),
      codes: item.feedback.map((message) => message.code),
    },
  };
}
