/** A person's decisions as a CSV file, which may be written by hand, too. */

import { renameSync, writeFileSync } from "node:fs";
import { csvRow } from "../../formats/spreadsheet.ts";
import type { Decision } from "../../grading/decisions.ts";
import { UsageError } from "../errors.ts";
import { say } from "./messages.ts";
import { readTable } from "./table.ts";

/** Where review and decide keep decisions, in a folder of results. */
export const overridesName = "overrides.csv";

const needed = ["student", "exercise", "item", "points"] as const;
const columns = ["student", "exercise", "item", "criterion", "answer", "points", "comment", "by"] as const;

export function unusableDecisions(file: string): (reason: string) => UsageError {
  return (reason) => new UsageError(say("batch.unusable-overrides", { file, reason }));
}

/** Refuses a file without the columns or with a row that can't be meant. */
export function readDecisions(file: string): Decision[] {
  const unusable = unusableDecisions(file);
  const { headings, rows } = readTable(file, unusable);
  const missing = needed.find((column) => !headings.includes(column));
  if (missing !== undefined) throw unusable(`${missing}?`);
  return rows.map((row, index) => {
    // Without the apostrophe that keeps spreadsheets from taking a text for a formula.
    const cell = (column: (typeof columns)[number]) => (row.get(column) ?? "").replace(/^'(?=\s*[=+\-@])/, "");
    const points = Number(cell("points").replace(",", "."));
    if (cell("points") === "" || !Number.isFinite(points) || points < 0) {
      throw unusable(`${index + 2}: points "${cell("points").slice(0, 20)}"`);
    }
    const [criterion, comment, by] = [cell("criterion"), cell("comment"), cell("by")];
    const optional = { ...(criterion && { criterion }), ...(comment && { comment }), ...(by && { by }) };
    const place = { student: cell("student"), exercise: cell("exercise"), item: cell("item") };
    return { ...place, answer: cell("answer").replace(/^#/, ""), points, ...optional };
  });
}

/**
 * Replaces the file as a whole, so that it is never half written. Hashes of answers get a `#`, or a spreadsheet would take
 * some for numbers.
 */
export function writeDecisions(path: string, decisions: readonly Decision[]): void {
  const cells = (decision: Decision) => ({ ...decision, answer: decision.answer && `#${decision.answer}` });
  const rows = decisions.map(cells).map((decision) => csvRow(columns.map((column) => decision[column])));
  writeFileSync(`${path}.part`, csvRow(columns) + rows.join(""));
  renameSync(`${path}.part`, path);
}
