/** Moodle: the grade import, a row a student; its grading worksheet, filled in; the numbers by which it knows participants. */

import { isAbsent } from "../course/columns.ts";
import { moodle } from "../course/names.ts";
import { append } from "../engine/maps.ts";
import type { Report } from "../grading/report.ts";
import type { Message } from "../messages/message.ts";
import { type Context, type Format, few, oneFile, type ReportSource } from "./format.ts";
import { collectGradebook, filesOf, importedPoints, importRows, type Row, scaled, totalsOf } from "./gradebook.ts";
import { escapeHtml } from "./html/escape.ts";
import { say } from "./messages.ts";
import { type Cell, cellText, csvCell, type RawRow, rawTable, tableFormat } from "./spreadsheet.ts";
import { Words } from "./words.ts";

export const format: Format = { ...tableFormat("moodle", "moodle.csv", table), returned: true };

function* table(reports: ReportSource, words: Words, context: Context): Generator<Cell[]> {
  const { exercises, rows } = collectGradebook(reports, (report) => moodleFeedback(report, words));
  const idColumn = context.moodleId ?? "username";
  yield [idColumn, ...exercises.flatMap(({ exercise }) => [exercise, `${exercise} feedback`])];
  for (const row of importRows(rows, idColumn, context))
    yield [row.id, ...row.grades.flatMap((grade) => [importedPoints(grade), grade?.kept])];
}

/** Moodle shows feedback as HTML: one list of lines, in which `x<y` must not become a tag. */
function moodleFeedback(report: Report, words: Words): string {
  if (isAbsent(report)) return escapeHtml(words.say("report.nothing-handed-in"));
  const items = report.items
    .filter((item) => item.verdict !== "missing")
    .map((item) => ({ id: item.id, told: words.item(item).join(" ") }))
    .filter(({ told }) => told !== "");
  const lines = [...words.summary(report, true), ...items.map(({ id, told }) => `${id}: ${told}`)];
  return lines.map(escapeHtml).join("<br>");
}

export const worksheet: Format = {
  ...oneFile("moodle-worksheet", "moodle-worksheet.csv", filledIn),
  returned: true,
  fillsIn(table) {
    const { identifier, grade } = worksheetColumns(rawTable(table).rows);
    return identifier >= 0 && grade >= 0;
  },
  remarks: lostResults,
};

type Entry = { readonly feedback: string; readonly file: string | undefined };

function* filledIn(reports: ReportSource, words: Words, context: Context): Generator<string> {
  const { mark, separator, rows, columns, exercises } = matched(reports, words, context);
  yield mark;
  for (const { row, result } of rows) {
    const filled = result === undefined ? row.cells : fill(row, result, exercises, columns);
    yield filled.join(separator) + row.end;
  }
}

/** Rows of the worksheet with the results of who stands there, if there are any. */
function matched(reports: ReportSource, words: Words, context: Context) {
  const { rows, ...table } = rawTable(context.worksheet ?? "");
  const columns = worksheetColumns(rows);
  const { exercises, rows: results } = collectGradebook(reports, (report): Entry => {
    return { feedback: moodleFeedback(report, words), file: report.file };
  });
  const find = finder(results, context);
  const resultOf = ({ cells }: RawRow) => find(cells.map(cellText), columns.identifier);
  const matches = rows.map((row, at) => ({ row, result: at > 0 ? resultOf(row) : undefined }));
  return { ...table, rows: matches, columns, exercises, results };
}

/** Who handed in something that nobody would get back. */
function lostResults(reports: ReportSource, context: Context): Message[] {
  const { rows, results } = matched(reports, new Words(context.language), context);
  const taken = new Set(rows.map(({ result }) => result));
  const lost = results.filter((row) => !taken.has(row) && filesOf(row).length > 0).map(({ student }) => student);
  return lost.length === 0 ? [] : [say("report.not-in-worksheet", { n: lost.length, students: few(lost) })];
}

/** Places of columns; -1: there is none. */
type Columns = Readonly<Record<"identifier" | "grade" | "maximum" | "feedback", number>>;

const gradeHeading = /^(?:grade|bewertung|note|calificación|valutazione|cijfer|ocena)$/i;
const maximumHeading = /m[aá]x|höchst|best/i;
const feedbackHeading = /feedback|kommentar|comment|comentario/i;

/** Headings are in the site's language; where that is not known here, places tell, which Moodle always keeps. */
function worksheetColumns([headings, ...rows]: readonly RawRow[]): Columns {
  const names = (headings?.cells ?? []).map(cellText);
  const isAmount = (at: number) => rows.length > 0 && rows.every(({ cells }) => amount(cells[at]) > 0);
  const named = names.findIndex((name) => gradeHeading.test(name));
  const isMaximum = (name: string, at: number) => (named < 0 ? maximumHeading.test(name) : at === named + 1);
  const maximum = names.findIndex((name, at) => isMaximum(name, at) && isAmount(at));
  return {
    identifier: names.findIndex((_, at) => rows.some(({ cells }) => participantNumber(cellText(cells[at])))),
    grade: named < 0 && maximum > 0 ? maximum - 1 : named,
    maximum,
    feedback: names.findLastIndex((name) => feedbackHeading.test(name)),
  };
}

function amount(cell: string | undefined): number {
  return Number(cellText(cell).replace(",", "."));
}

/** Who handed in nothing keeps the row as it is; who has no grade keeps the cell. */
function fill(
  { cells }: RawRow,
  result: Row<Entry>,
  exercises: Parameters<typeof totalsOf>[1],
  columns: Columns,
): readonly string[] {
  const handedIn = result.grades.filter((grade) => grade !== undefined && grade.status !== "absent");
  if (handedIn.length === 0) return cells;
  const { points, maxPoints } = totalsOf(result, exercises);
  const isGraded = result.grades.some((grade, at) => grade?.status === "graded" && exercises[at]?.isCommon);
  const written = String(scaled(points, maxPoints, columns.maximum < 0 ? maxPoints : amount(cells[columns.maximum])));
  const sign = cells[columns.maximum]?.includes(",") ? "," : ".";
  const several = handedIn.length > 1;
  const told = handedIn.map((grade) => `${several ? `${grade?.exercise}: ` : ""}${grade?.kept.feedback}`);
  return cells.map((cell, at) => {
    if (at === columns.grade && isGraded) return csvCell(written.replace(".", sign));
    return at === columns.feedback ? csvCell(told.join("<br>")) : cell;
  });
}

type Filed = Row<{ readonly file: string | undefined }>;

/** `40300` of `Participant 40300`, in any language; undefined where a cell is something else. */
function participantNumber(cell = ""): string | undefined {
  return /^[^\d@]*\p{L}[^\d@]*(\d+)$/u.exec(cell)?.[1];
}

export function participantOf({ student, grades }: Filed, { gradebook }: Context) {
  const parts = grades.flatMap((grade) => grade?.kept.file?.split("/") ?? []);
  const [, name = student, filed] = parts.map((part) => moodle.exec(part)).find((found) => found !== null) ?? [];
  return { name, number: participantNumber(gradebook?.get("Identifier")?.get(student)) ?? filed };
}

/** Finds the results of the person in a row of Moodle's; undefined: there are none, or nobody can tell which. */
function finder<R extends Filed>(rows: readonly R[], context: Context) {
  const numbers = new Map<string, R[]>();
  for (const row of rows) append(numbers, participantOf(row, context).number ?? "", row);
  const students = new Map(rows.map((row) => [row.student.toLowerCase(), row]));
  return (cells: readonly string[], identifier: number): R | undefined => {
    const number = participantNumber(cells[identifier]);
    const [own, ...others] = numbers.get(number ?? "") ?? [];
    if (number !== undefined && own !== undefined && others.length === 0) return own;
    const named = cells.flatMap((cell) => {
      const [student = "", ...more] = context.aliases?.get(cell.toLowerCase()) ?? [cell];
      return more.length > 0 ? [] : (students.get(student.toLowerCase()) ?? []);
    });
    // Somebody else of that name has a number of their own.
    return named.find((row) => (participantOf(row, context).number ?? number) === number);
  };
}
