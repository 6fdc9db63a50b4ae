/** PrairieLearn's external grader `results.json`: scores from 0 to 1, at most 1 MB. */

import { type Report, type ReportItem, roundPoints } from "../grading/report.ts";
import { fileForEach } from "./format.ts";
import { jsonLine } from "./json.ts";
import type { Words } from "./words.ts";

export const format = fileForEach("prairielearn", "results.json", (report, words) => {
  return `${jsonLine(document(report, words))}\n`;
});

function document(report: Report, words: Words) {
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
    tests: items.map((item) => test(item, words, longestText)),
  };
}

function test(item: ReportItem, words: Words, longestText: number) {
  return {
    name: item.id,
    description: words.verdict(item.verdict),
    points: roundPoints(item.points),
    max_points: roundPoints(item.maxPoints),
    message: words.item(item).join("\n").slice(0, longestText),
    output: (item.answer ?? "").slice(0, longestText),
  };
}
