/** What autograders read of one submission: Gradescope's and PrairieLearn's `results.json`, Autolab's output. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { fileForEach } from "./format.ts";
import { jsonLine } from "./json.ts";
import type { Words } from "./words.ts";

export const gradescope = fileForEach("gradescope", "results.json", gradescopeResults);

function gradescopeResults(report: Report, words: Words): string {
  const document = {
    // Stated, as the sum of an empty list of tests would count as a failure of the autograder.
    score: roundPoints(report.points),
    output: words.summary(report).join("\n"),
    output_format: "text",
    tests: report.items.map((item, index) => gradescopeTest(item, index, words)),
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

function gradescopeTest(item: ReportItem, index: number, words: Words) {
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

export const prairielearn = fileForEach("prairielearn", "results.json", (report, words) => {
  return `${jsonLine(prairieResults(report, words))}\n`;
});

function prairieResults(report: Report, words: Words) {
  const { status, points, maxPoints, items, error } = report;
  if (status === "invalid") return { gradable: false, format_errors: [words.error(error)] };
  // In characters: each item has two texts, and an escaped character takes up to six bytes of the 1 MB.
  const longestText = Math.max(0, Math.floor(70_000 / (items.length + 1)) - 20);
  const [message, ...warnings] = words.summary(report);
  return {
    gradable: true,
    // 0 … 1. An exercise without points is neither reached nor missed; the receiver wants a number.
    score: maxPoints > 0 ? roundPoints(Math.min(1, Math.max(0, points / maxPoints))) : 0,
    message,
    output: warnings.join("\n").slice(0, longestText),
    tests: items.map((item) => prairieTest(item, words, longestText)),
  };
}

function prairieTest(item: ReportItem, words: Words, longestText: number) {
  return {
    name: item.id,
    description: words.verdict(item.verdict),
    points: roundPoints(item.points),
    max_points: roundPoints(item.maxPoints),
    message: words.item(item).join("\n").slice(0, longestText),
    output: (item.answer ?? "").slice(0, longestText),
  };
}

export const autolab = fileForEach("autolab", "output.txt", output);

function output(report: Report, words: Words): string {
  const scores = jsonLine({ scores: { [report.exercise]: roundPoints(report.points) } });
  return `${[...words.report(report), scores].join("\n")}\n`;
}
