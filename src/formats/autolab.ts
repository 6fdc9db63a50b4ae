/** Autolab's output: feedback as text, then the scores as JSON on the last line, which is what Autolab reads. */

import { type Report, roundPoints } from "../grading/report.ts";
import { fileForEach } from "./format.ts";
import { jsonLine } from "./json.ts";
import type { Words } from "./words.ts";

export const format = fileForEach("autolab", "output.txt", output);

function output(report: Report, words: Words): string {
  const scores = jsonLine({ scores: { [report.exercise]: roundPoints(report.points) } });
  return `${[...words.report(report), scores].join("\n")}\n`;
}
