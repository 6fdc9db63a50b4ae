/** Canvas's gradebook import: its fixed columns, then a column for each exercise, with the points possible below. */

import { roundPoints } from "../grading/report.ts";
import { type Context, oneFile, type ReportSource } from "./format.ts";
import { collectGradebook, gradeFor, importedPoints, importRows } from "./gradebook.ts";
import { byteOrderMark, csvRow } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format = oneFile("canvas", "canvas.csv", table);

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

function* table(reports: ReportSource, _: Words, context: Context): Generator<string> {
  const { exercises, rows } = collectGradebook(reports, () => undefined);
  const { idColumn = "SIS Login ID", assignments = {} } = context.canvas ?? {};
  const assignment = (id: string) => (Object.hasOwn(assignments, id) ? assignments[id] : id);
  yield byteOrderMark(context) + csvRow([...columns, ...exercises.map(({ id }) => assignment(id))]);
  const possible = exercises.map(({ maxPoints }) => roundPoints(maxPoints));
  yield csvRow(["Points Possible", ...columns.slice(1).map(() => undefined), ...possible]);
  const names = context.gradebook?.get("Student");
  for (const { id, row } of importRows(rows, idColumn, context)) {
    const person = new Map([
      ["Student", names?.get(row.student) ?? row.student],
      [idColumn, id],
    ]);
    const points = exercises.map((exercise) => importedPoints(gradeFor(row, exercise.id)));
    yield csvRow([...columns.map((column) => person.get(column)), ...points]);
  }
}
