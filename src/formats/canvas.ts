/** Canvas's gradebook import: its columns as the roster has them, then a column for each exercise, with the points possible below. */

import type { Columns } from "../course/columns.ts";
import type { Message } from "../messages/message.ts";
import type { Context, Format, ReportSource } from "./format.ts";
import { collectGradebook, importedPoints, importRows, scaled } from "./gradebook.ts";
import { say } from "./messages.ts";
import { type Cell, cellText, rawTable, tableFormat } from "./spreadsheet.ts";
import type { Words } from "./words.ts";

export const format: Format = { ...tableFormat("canvas", "canvas.csv", table), returned: true, remarks };

const columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

function* table(reports: ReportSource, words: Words, context: Context): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, () => undefined);
  const { canvasId: idColumn = "SIS Login ID" } = context;
  const assignments = assignmentsFor(exercises, context);
  yield [...columns, ...assignments.map(({ title }) => title)];
  yield ["Points Possible", ...columns.slice(1).map(() => undefined), ...assignments.map(({ points }) => points)];
  for (const { id, student, grades } of importRows(rows, idColumn, context)) {
    const known = columns.map((column) => context.gradebook?.get(column)?.get(student));
    // Canvas goes by the numbers, so there is room for a word beside the name.
    const isOpen = grades.some((grade) => grade?.status === "graded" && grade.needsReview);
    const name = `${known[0] ?? student}${isOpen ? ` (${words.say("report.provisional-mark")})` : ""}`;
    const person = columns.map((column, at) => (at === 0 ? name : column === idColumn ? (known[at] ?? id) : known[at]));
    const reached = grades.map(importedPoints);
    yield [...person, ...assignments.map(({ maxPoints, points }, at) => scaled(reached[at], maxPoints, points))];
  }
}

/** What an import would make a new assignment of. */
function remarks(reports: ReportSource, context: Context): Message[] {
  const { exercises } = collectGradebook(reports, () => undefined);
  const titles = [...titlesIn(context).keys()];
  const missing = assignmentsFor(exercises, context).filter(
    ({ title }) => titles.length > 0 && !titles.includes(title),
  );
  return missing.map(({ exercise }) => say("report.canvas-column", { exercise, titles }));
}

/** The roster's column for each exercise: the one named, else the one whose title says the id, or alone has its number. */
function assignmentsFor(exercises: readonly Columns[], context: Context) {
  const titles = titlesIn(context);
  const only = (fits: (name: string) => boolean) => {
    const [found, ...others] = [...titles.keys()].filter((one) => fits(one.replace(/ \(\d+\)$/, "").toLowerCase()));
    return others.length === 0 ? found : undefined;
  };
  return exercises.map(({ exercise, maxPoints }) => {
    const named = new Map(Object.entries(context.canvasColumn ?? {})).get(exercise);
    const id = (named ?? exercise).toLowerCase();
    const number = /\d+$/.exec(id)?.[0];
    const found =
      only((name) => name === id) ??
      only((name) => name.split(/[^\p{L}\p{N}]+/u).includes(id)) ??
      only((name) => named === undefined && number !== undefined && /\d+/.exec(name)?.[0] === number) ??
      only(() => named === undefined && exercises.length === 1);
    const title = found ?? named ?? exercise;
    return { exercise, title, maxPoints, points: titles.get(title) || maxPoints };
  });
}

/** Assignments of the gradebook that was given, `Title (id)`, with the points possible; 0 where it does not say. */
function titlesIn({ roster = "" }: Context): ReadonlyMap<string, number> {
  const [headings, ...rows] = rawTable(roster).rows;
  const possible = rows.slice(0, 3).find(({ cells }) => /^points possible$/i.test(cellText(cells[0])));
  const titles = (headings?.cells ?? []).map((heading, at) => [cellText(heading), at] as const);
  const assignments = titles.filter(([title]) => / \(\d+\)$/.test(title));
  return new Map(assignments.map(([title, at]) => [title, Number(cellText(possible?.cells[at])) || 0]));
}
