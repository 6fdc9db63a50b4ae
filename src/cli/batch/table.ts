/** Tables that people keep: the roster, or any CSV with any usual separator, heading first. */

import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { type Roster, rosterOf } from "../../course/roster.ts";
import { cellText, rawTable } from "../../formats/rawTable.ts";
import { UsageError } from "../errors.ts";
import { patiently, throwIfMachine } from "../machine.ts";
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
export function readTable(path: string, unusable: (reason: string) => UsageError) {
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
