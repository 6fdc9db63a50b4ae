/** A CSV file cell by cell as it stands there, so that whatever is not changed keeps every byte. */

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
