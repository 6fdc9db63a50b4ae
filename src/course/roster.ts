/** Who takes the course: ids, and the other names that submissions may use for them. */

import { accounts, folded, importHeadings, RosterTable, type Row, withoutRareLetters } from "./rosterTable.ts";

/**
 * Another name (lower case: the id itself, an e-mail address, a user name, a full name, a platform's number) → ids of all
 * whom it may mean, most often one. Behind `~` stand names without accents, blanks and signs.
 */
export type Aliases = ReadonlyMap<string, readonly string[]>;

export interface Roster {
  /** As in the table. */
  readonly students: readonly string[];
  readonly aliases: Aliases;
  /** What people call them: first and last name; only those who have one beside their id. */
  readonly fullNames: ReadonlyMap<string, string>;
  /** Names of groups (lower case) → those in them, where they are small enough to hand in together. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** GitHub accounts, in lower case. */
  readonly accounts: ReadonlySet<string>;
  /** What the columns that gradebooks go by hold: heading of the import → student → cell. */
  readonly gradebook: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** More people do not hand in together. */
const largestTeam = 8;

/** `headings` in lower case, rows by heading. Gives what is in the way if the table has no column to go by. */
export function rosterOf(headings: readonly string[], rows: readonly Row[]): Roster | { readonly unusable: string } {
  const table = new RosterTable(headings, rows);
  if (table.ids.length === 0) return { unusable: headings.join(", ") };
  const ids = [...table.headless, ...table.people.map((row) => table.idOf(row))];
  const students = [...new Set(ids)].filter((student) => student !== "");
  if (students.length === 0) return { unusable: "0" };
  const people = table.people.filter((row) => table.idOf(row) !== "");
  const meant = (namesOf: (row: Row) => readonly string[]) =>
    meanings(people.flatMap((row) => namesOf(row).map((name) => [name, table.idOf(row)] as const)));
  const own = meanings(students.map((student) => [student.toLowerCase(), student]));
  const teams = meant((row) => table.groupsOf(row));
  for (const [name, members] of teams) if (members.length > largestTeam) teams.delete(name);
  return {
    students,
    // An id is nobody else's name.
    aliases: new Map([...meant((row) => table.looseNamesOf(row)), ...meant((row) => table.namesOf(row)), ...own]),
    fullNames: new Map(
      people
        .map((row) => [table.idOf(row), table.fullNameOf(row)] as const)
        .filter(([id, name]) => name !== "" && name !== id),
    ),
    teams,
    accounts: new Set(people.map((row) => table.cell(row, accounts).toLowerCase()).filter((name) => name !== "")),
    gradebook: gradebookOf(table, people),
  };
}

/** All whom a name on the way to a file may mean. */
export function meantBy(aliases: Aliases, names: readonly string[]): readonly string[] {
  const plainer = [(name: string) => name, (name: string) => `~${folded(name)}`, withoutRareLetters];
  const keys = plainer.flatMap((spelled) => names.map((name) => spelled(name.toLowerCase())));
  return keys.map((key) => aliases.get(key)).find((ids) => ids !== undefined) ?? [];
}

/** Whom names mean. */
function meanings(named: readonly (readonly [name: string, student: string])[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, student] of named) found.set(name, [...new Set([...(found.get(name) ?? []), student])]);
  return found;
}

function gradebookOf(table: RosterTable, people: readonly Row[]): Roster["gradebook"] {
  const columns: (readonly [string, (row: Row) => string])[] = Object.entries(importHeadings).map(
    ([column, headings]) => [column, (row) => table.cell(row, headings)],
  );
  if (table.isCanvas) columns.push(["Student", (row) => row.get("student") ?? ""]);
  if (table.numbered !== undefined) columns.push(["Identifier", (row) => row.get(table.numbered ?? "") ?? ""]);
  const filled = columns.map(([column, cellOf]) => {
    const cells = people.map((row) => [table.idOf(row), cellOf(row)] as const);
    return [column, new Map(cells.filter(([, cell]) => cell !== ""))] as const;
  });
  return new Map(filled.filter(([, cells]) => cells.size > 0));
}
