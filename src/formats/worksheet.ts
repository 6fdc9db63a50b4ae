/** Moodle's grading worksheet: the one that was given, with grades and feedback filled in and all else as it was. */

import type { Message } from "../messages/message.ts";
import { type Context, type Format, few, oneFile, type ReportSource } from "./format.ts";
import { collectGradebook, filesOf, type Row, scaled, totalsOf } from "./gradebook.ts";
import { say } from "./messages.ts";
import { moodleFeedback } from "./moodle.ts";
import { finder, participantNumber } from "./participants.ts";
import { cellText, csvCell, type RawRow, rawTable } from "./spreadsheet.ts";
import { Words } from "./words.ts";

export const format: Format = {
  ...oneFile("moodle-worksheet", "moodle-worksheet.csv", filledIn),
  returned: true,
  fillsIn(table) {
    const { identifier, grade } = columnsOf(rawTable(table).rows);
    return identifier >= 0 && grade >= 0;
  },
  remarks,
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
  const columns = columnsOf(rows);
  const { exercises, rows: results } = collectGradebook(reports, (report): Entry => {
    return { feedback: moodleFeedback(report, words), file: report.file };
  });
  const find = finder(results, context);
  const resultOf = ({ cells }: RawRow) => find(cells.map(cellText), columns.identifier);
  const matches = rows.map((row, at) => ({ row, result: at > 0 ? resultOf(row) : undefined }));
  return { ...table, rows: matches, columns, exercises, results };
}

/** Who handed in something that nobody would get back. */
function remarks(reports: ReportSource, context: Context): Message[] {
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
function columnsOf([headings, ...rows]: readonly RawRow[]): Columns {
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
