/** CSV that spreadsheets and gradebooks can open, without a cell that runs as a formula; and theirs, read as it stands. */

import { type Format, oneFile, type Write } from "./format.ts";

/** Numbers stay numbers; undefined is an empty cell. */
export type Cell = string | number | undefined;

/** Starts a formula in some spreadsheet, also behind blanks and in full width. */
const formulaStart = /^\s*[=+\-@＝＋－＠\t\r]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
/** The same within a cell, for who opens the table with another separator, which quotes don't keep from parting it. */
const laterFormula = /([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])(?![+-]?\d+(?:[.,]\d+)?\s*(?:[;\t\r\n]|$))/g;
/** Also where another separator is usual, and where a line would begin like a command to GitHub's log. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$|^::/;

/** A format of one table; the first row holds the headings. */
export function tableFormat(id: string, path: string, rows: Write<Iterable<readonly Cell[]>>): Format {
  return oneFile(id, path, function* (reports, words, context) {
    if (context.bom) yield "\ufeff";
    for (const row of rows(reports, words, context)) yield csvRow(row);
  });
}

/** One line with its CRLF. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

export function csvCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const first = formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  const text = first.replace(laterFormula, "$1'");
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface RawRow {
  /** As written, quotes included. */
  readonly cells: readonly string[];
  /** The line break, as written; of the last row it may be empty. */
  readonly end: string;
}

/** `mark`: what stands before the first row, a byte order mark or nothing. The headings are the first of the rows. */
export function rawTable(text: string) {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  // A line that tells a spreadsheet the separator is no row.
  const body = text.slice(mark.length).replace(/^sep=(.)(?:\r\n|\n|\r)/i, "");
  const separator = separatorOf(body);
  const cell = new RegExp(`((?:"[^"]*(?:"|$)|[^"\\r\\n${separator}])*)(${separator}|\\r\\n|\\n|\\r|$)`, "g");
  const rows: RawRow[] = [];
  let cells: string[] = [];
  for (const [, written = "", end = ""] of body.matchAll(cell)) {
    cells.push(written);
    if (end === separator) continue;
    // After the last line break there is no further row.
    if (end !== "" || cells.join("") !== "") rows.push({ cells, end });
    if (end === "") break;
    cells = [];
  }
  return { mark, separator, rows };
}

/** The usual separator that stands most often in the first line; a table of one column has none. */
function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split(/[\r\n]/, 1)[0] ?? "";
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** What a cell says. */
export function cellText(written = ""): string {
  const text = written.trim();
  return (text.startsWith('"') ? text.replace(/^"|"$/g, "").replaceAll('""', '"') : text).trim();
}
