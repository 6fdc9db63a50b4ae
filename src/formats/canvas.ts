/** Canvas's gradebook import: its fixed columns, then a column for each exercise, with the points possible below. */

import { roundPoints } from "../grading/report.ts";
import type { Context, ReportSource } from "./format.ts";
import { collectGradebook, importedPoints, importRows } from "./gradebook.ts";
import { type Cell, tableFormat } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format = tableFormat("canvas", "canvas.csv", table);

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

function* table(reports: ReportSource, _: Words, context: Context): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, () => undefined);
  const { idColumn = "SIS Login ID", assignments = {} } = context.canvas ?? {};
  const assignment = (id: string) => (Object.hasOwn(assignments, id) ? assignments[id] : id);
  yield [...columns, ...exercises.map(({ exercise }) => assignment(exercise))];
  const possible = exercises.map(({ maxPoints }) => roundPoints(maxPoints));
  yield ["Points Possible", ...columns.slice(1).map(() => undefined), ...possible];
  const names = context.gradebook?.get("Student");
  for (const { id, student, grades } of importRows(rows, idColumn, context)) {
    const person: Record<string, string> = { Student: names?.get(student) ?? student, [idColumn]: id };
    yield [...columns.map((column) => person[column]), ...grades.map(importedPoints)];
  }
}
