/** PrairieLearn's external grader `results.json`: scores from 0 to 1, at most 1 MB. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report, ReportItem } from "../grading/report.ts";
import type { Context } from "./format.ts";
import { jsonLine } from "./json.ts";
import { submissionFormat } from "./submissionFiles.ts";
import { describeError, describeItem, describeTotal, sayIn } from "./wording.ts";

export const prairielearn = submissionFormat("prairielearn", "results.json", results);

/** Bytes. The receiver drops longer files; below it by what its own envelope may take. */
const limit = 900_000;

/** A code unit is at most three bytes, so this many code units always fit. */
const safeLength = limit / 3;

function results(report: Report, context: Context): string {
  const full = `${jsonLine(document(report, context, Number.POSITIVE_INFINITY))}\n`;
  if (full.length <= safeLength) return full;
  // Shares for the texts; escapes take up to six code units for one.
  const share = Math.floor(safeLength / 8 / (report.items.length + 1)) - 200;
  return `${jsonLine(document(report, context, Math.max(0, share)))}\n`;
}

function document(report: Report, context: Context, longestText: number) {
  if (report.status === "invalid") {
    return { gradable: false, format_errors: [describeError(report.error, context.language)] };
  }
  const warnings = (report.warnings ?? []).map((warning) => warning.message);
  return {
    gradable: true,
    score: share(report.points, report.maxPoints),
    message: describeTotal(report, context.language),
    output: warnings.join("\n").slice(0, longestText),
    tests: report.items.map((item) => test(item, context, longestText)),
  };
}

function test(item: ReportItem, context: Context, longestText: number) {
  return {
    name: item.id,
    description: sayIn(context.language)(`report.${item.verdict}`),
    points: roundPoints(item.points),
    max_points: roundPoints(item.maxPoints),
    message: describeItem(item, context.language).join("\n").slice(0, longestText),
    output: (item.answer ?? "").slice(0, longestText),
  };
}

/** 0 … 1. An exercise without points is neither reached nor missed; the receiver wants a number. */
function share(points: number, maxPoints: number): number {
  return maxPoints > 0 ? roundPoints(Math.min(1, Math.max(0, points / maxPoints))) : 0;
}
