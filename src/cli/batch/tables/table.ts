/** Reads small tables that people keep: CSV with any usual separator, heading first; knows no columns. Loaded when needed. */

import { readFileSync, statSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { maxTableBytes } from "../find/limits.ts";

export type Row = ReadonlyMap<string, string>;

/** Rows by heading (lower case, as written beside that), cells trimmed. Throws on what is no table. */
export function readTable(path: string): { readonly headings: readonly string[]; readonly rows: readonly Row[] } {
  if (statSync(path).size > maxTableBytes) throw new Error("EFBIG");
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  const records: string[][] = parse(text, {
    delimiter: separatorOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const headings = (records[0] ?? []).map((heading) => heading.toLowerCase());
  const rows = records.slice(1).map((cells) => new Map(headings.map((heading, i) => [heading, cells[i] ?? ""])));
  return { headings, rows };
}

/** The usual separator that stands most often in the first line; a table of one column has none. */
function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? "";
  const separators = [",", ";", "\t"];
  const count = (separator: string) => line.split(separator).length;
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best));
}
