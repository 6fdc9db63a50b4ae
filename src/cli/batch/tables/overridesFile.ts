/** A person's decisions as a CSV file, also written by hand; knows neither reports nor how decisions are applied. */

import { renameSync, writeFileSync } from "node:fs";
import { csvRow } from "../../../formats/spreadsheet.ts";
import type { Decision } from "../../../grading/decisions.ts";
import { BatchError } from "../batchError.ts";
import { readTable } from "./table.ts";

const columns = ["student", "exercise", "item", "criterion", "answer", "points", "comment", "by"] as const;

/** Throws a BatchError, worded by `unusable`, for a file without the columns or with a row that can't be meant. */
export function readOverrides(path: string, unusable: (reason: string) => string): Decision[] {
  let table: ReturnType<typeof readTable>;
  try {
    table = readTable(path);
  } catch (error) {
    throw new BatchError(unusable((error as Error).message));
  }
  for (const needed of ["student", "exercise", "item", "answer", "points"]) {
    if (!table.headings.includes(needed)) throw new BatchError(unusable(`${needed}?`));
  }
  return table.rows.map((row, index) => {
    const cell = (column: (typeof columns)[number]) => plain(row.get(column) ?? "");
    const points = Number(cell("points").replace(",", "."));
    if (cell("points") === "" || !Number.isFinite(points) || points < 0) {
      throw new BatchError(unusable(`${index + 2}: points "${cell("points").slice(0, 20)}"`));
    }
    const [student, exercise, item, answer] = [cell("student"), cell("exercise"), cell("item"), cell("answer")];
    const [criterion, comment, by] = [cell("criterion"), cell("comment"), cell("by")];
    const optional = { ...(criterion && { criterion }), ...(comment && { comment }), ...(by && { by }) };
    return { student, exercise, item, answer, points, ...optional };
  });
}

/** Replaces the file as a whole, so that it is never half written. */
export function writeOverrides(path: string, decisions: readonly Decision[]): void {
  const rows = decisions.map((decision) => csvRow(columns.map((column) => decision[column])));
  writeFileSync(`${path}.part`, csvRow(columns) + rows.join(""));
  renameSync(`${path}.part`, path);
}

/** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
function plain(cell: string): string {
  return /^'\s*[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
