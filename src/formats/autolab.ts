/** Autolab's output: feedback as text, then the scores as JSON on the last line, which is what Autolab reads. */

import { roundPoints } from "../grading/outcome.ts";
import type { Report } from "../grading/report.ts";
import type { Context } from "./format.ts";
import { jsonLine } from "./json.ts";
import { submissionFormat } from "./submissionFiles.ts";
import { describeItem, describeTotal, sayIn, writeNumber } from "./wording.ts";

export const autolab = submissionFormat("autolab", "output.txt", output);

function output(report: Report, context: Context): string {
  const { language } = context;
  const lines = [describeTotal(report, language), ...(report.warnings ?? []).map((warning) => warning.message)];
  for (const item of report.items) {
    const points = `${writeNumber(item.points, language)}/${writeNumber(item.maxPoints, language)}`;
    lines.push(`${item.id}: ${sayIn(language)(`report.${item.verdict}`)} (${points})`);
    lines.push(...describeItem(item, language).map((line) => `  ${line}`));
  }
  lines.push(jsonLine({ scores: { [report.exercise]: roundPoints(report.points) } }));
  return `${lines.join("\n")}\n`;
}
