/** Reads the table of who takes the course. Loaded when a roster is given. */

import { type Roster, rosterOf } from "../../../course/roster.ts";
import { BatchError } from "../batchError.ts";
import { readTable } from "./table.ts";

/**
 * `unusable` words the error for a file that can't be read or has no column to go by; `guessed` is called if its
 * encoding had to be.
 */
export function readRoster(path: string, unusable: (reason: string) => string, guessed: () => void): Roster {
  const { headings, rows, ...table } = tableAt(path, unusable);
  if (table.guessed) guessed();
  const roster = rosterOf(headings, rows);
  if ("unusable" in roster) throw new BatchError(unusable(roster.unusable));
  return roster;
}

function tableAt(path: string, unusable: (reason: string) => string): ReturnType<typeof readTable> {
  try {
    return readTable(path);
  } catch (error) {
    throw new BatchError(unusable((error as Error).message));
  }
}
