/** CSV that spreadsheets and gradebooks can open: RFC 4180 quoting and no cell that runs as a formula. */

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
