/** CSV that spreadsheets and gradebooks can open: RFC 4180 quoting and no cell that runs as a formula. */

import type { Context } from "./format.ts";

/** Numbers stay numbers; undefined is an empty cell. */
export type Cell = string | number | undefined;

/** Starts a formula in some spreadsheet, also behind blanks and in full width. */
const formulaStart = /^\s*[=+\-@＝＋－＠\t\r]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
const needsQuotes = /[",\r\n]|^\s|\s$/;

/** One line with its CRLF. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a file starts with. */
export function byteOrderMark(context: Pick<Context, "byteOrderMark">): string {
  return context.byteOrderMark ? "\ufeff" : "";
}
