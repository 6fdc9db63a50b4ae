/** Tables that people keep, with any usual separator, heading first: the roster, and decisions, which a person may write by hand, too. */

import { isUtf8 } from "node:buffer";
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { type Roster, rosterOf } from "../../course/roster.ts";
import { cellText, csvRow, rawTable } from "../../formats/spreadsheet.ts";
import type { Decision } from "../../grading/decisions.ts";
import { patiently, throwIfMachine, UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";

export const maxTableBytes = 50_000_000;

export function readRoster(session: Session, file: string): Roster {
  const unusable = (reason: string) => new UsageError(say("batch.unusable-roster", { file, reason }));
  const { headings, rows, guessed } = readTable(file, unusable);
  if (guessed) session.note(say("batch.roster-encoding", { file }));
  const roster = rosterOf(headings, rows);
  if ("unusable" in roster) throw unusable(roster.unusable);
  return roster;
}

/** The text of a table as it stands, its byte order mark included. */
export function tableText(path: string): string {
  const bytes = patiently(() => readFileSync(path));
  return (bytes.subarray(0, 3).toString("hex") === "efbbbf" ? "\ufeff" : "") + decoded(bytes).text;
}

/** Rows by heading (lower case), cells trimmed. `guessed`: the file is no UTF-8, nor marked as UTF-16. */
function readTable(path: string, unusable: (reason: string) => UsageError) {
  try {
    if (statSync(path).size > maxTableBytes) throw new Error("EFBIG");
    const { text, guessed } = decoded(patiently(() => readFileSync(path)));
    const written = rawTable(text).rows.map(({ cells }) => cells.map(cellText));
    const [first = [], ...others] = written.filter((cells) => cells.some(Boolean));
    const headings = first.map((heading) => heading.toLowerCase());
    const rows = others.map((cells) => new Map(headings.map((heading, i) => [heading, cells[i] ?? ""])));
    return { headings, rows, guessed };
  } catch (error) {
    throw unusable(throwIfMachine(error as Error).message);
  }
}

/** Spreadsheets write UTF-16 with a mark, or the code page of their system. */
function decoded(bytes: Buffer): { readonly text: string; readonly guessed: boolean } {
  const mark = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0;
  const encoding = mark === 0xfeff ? "utf-16le" : mark === 0xfffe ? "utf-16be" : isUtf8(bytes) ? "utf-8" : undefined;
  // The decoder takes the mark away.
  const text = new TextDecoder(encoding ?? "windows-1252").decode(bytes);
  return { text, guessed: encoding === undefined };
}

/** Where review keeps decisions, in a folder of results. */
export const overridesName = "overrides.csv";

const needed = ["student", "exercise", "item", "points"] as const;
const columns = ["student", "exercise", "item", "criterion", "answer", "points", "comment", "by"] as const;

export function unusableDecisions(file: string): (reason: string) => UsageError {
  return (reason) => new UsageError(say("batch.unusable-overrides", { file, reason }));
}

/** Refuses a file without the columns or with a row that can't be meant. */
export function readDecisions(file: string): Decision[] {
  const unusable = unusableDecisions(file);
  const { headings, rows } = readTable(file, unusable);
  const missing = needed.find((column) => !headings.includes(column));
  if (missing !== undefined) throw unusable(`${missing}?`);
  return rows.map((row, index) => {
    // Without the apostrophe that keeps spreadsheets from taking a text for a formula.
    const cell = (column: (typeof columns)[number]) => (row.get(column) ?? "").replace(/^'(?=\s*[=+\-@])/, "");
    const points = Number(cell("points").replace(",", "."));
    if (cell("points") === "" || !Number.isFinite(points) || points < 0) {
      throw unusable(`${index + 2}: points "${cell("points").slice(0, 20)}"`);
    }
    const [criterion, comment, by] = [cell("criterion"), cell("comment"), cell("by")];
    const optional = { ...(criterion && { criterion }), ...(comment && { comment }), ...(by && { by }) };
    const place = { student: cell("student"), exercise: cell("exercise"), item: cell("item") };
    return { ...place, answer: cell("answer").replace(/^#/, ""), points, ...optional };
  });
}

/**
 * Replaces the file as a whole, so that it is never half written. Hashes of answers get a `#`, or a spreadsheet would take
 * some for numbers.
 */
export function writeDecisions(path: string, decisions: readonly Decision[]): void {
  const cells = (decision: Decision) => ({ ...decision, answer: decision.answer && `#${decision.answer}` });
  const rows = decisions.map(cells).map((decision) => csvRow(columns.map((column) => decision[column])));
  writeFileSync(`${path}.part`, csvRow(columns) + rows.join(""));
  renameSync(`${path}.part`, path);
}
