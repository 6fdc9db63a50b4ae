/** Canvas's gradebook import: its fixed columns, then a column an exercise and the points possible. */

import { roundPoints } from "../grading/outcome.ts";
import { type Context, type Format, oneFile, type ReportSource } from "./format.ts";
import { collectGradebook, importRows } from "./gradebook.ts";
import { byteOrderMark, csvRow } from "./spreadsheet.ts";

export const canvas: Format = {
  id: "canvas",
  files: "one",
  render: (reports, context) => oneFile("canvas.csv", table(reports, context)),
};

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"] as const;

/** Canvas leaves a grade as it is where the cell is empty, so that is what it gets for what is not graded. */
async function* table(reports: ReportSource, context: Context): AsyncGenerator<string> {
  const { exercises, rows } = await collectGradebook(reports);
  const idColumn = context.canvas?.idColumn ?? "SIS Login ID";
  const assignments = new Map(Object.entries(context.canvas?.assignments ?? {}));
  yield byteOrderMark(context.byteOrderMark);
  yield csvRow([...columns, ...exercises.map(({ id }) => assignments.get(id) ?? id)]);
  const possible = exercises.map(({ maxPoints }) => roundPoints(maxPoints));
  yield csvRow(["Points Possible", ...columns.slice(1).map(() => undefined), ...possible]);
  for (const { student, id, grades } of importRows(rows, idColumn, context)) {
    const name = context.gradebook?.get("Student")?.get(student) ?? student;
    const person = columns.map((column) => (column === "Student" ? name : column === idColumn ? id : undefined));
    const points = exercises.map(({ index }) => {
      const grade = grades[index];
      return grade?.status === "graded" ? grade.points : undefined;
    });
    yield csvRow([...person, ...points]);
  }
}
