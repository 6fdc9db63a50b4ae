/** Who takes the course: ids, and the other names that submissions may use for them. */

import { cleanStudent } from "./names.ts";

export type Aliases = ReadonlyMap<string, readonly string[]>;

export interface Roster {
  /** As in the table. */
  readonly students: readonly string[];
  /**
   * Another name (lower case: the id itself, an e-mail address, a user name, a full name, a platform's number) → ids of
   * all whom it may mean, most often one.
   */
  readonly aliases: Aliases;
  /** What the columns that gradebooks go by hold: heading of the import → student → cell. */
  readonly gradebook: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const numbers = ["id number", "idnumber", "useridnumber"];
const matriculation = ["matriculation number", "matriculation", "matrikelnummer", "matrikelnr", "matrikel"];
const usernames = ["username", "user name", "anmeldename"];
const addresses = ["email", "email address", "e-mail", "e-mail-adresse", "useremail"];

/** Headings of the column that identifies a student, the best first. */
const idHeadings = [
  "student",
  "student id",
  "student_id",
  "studentid",
  "sid",
  ...numbers,
  ...matriculation,
  "sis login id",
  "sis user id",
  "login",
  "login id",
  ...usernames,
  "id",
  ...addresses,
];

/** In a gradebook as Canvas exports it, `Student` holds names. */
const canvasHeadings = ["sis login id", "sis user id", "id"];

const nameHeadings = {
  first: ["first name", "firstname", "given name", "vorname"],
  last: ["last name", "lastname", "surname", "family name", "nachname"],
  full: ["name", "full name", "fullname", "student name", "vollständiger name"],
};

/** Column of an import → the headings under which rosters hold the same. */
const importHeadings: Readonly<Record<string, readonly string[]>> = {
  username: usernames,
  useridnumber: [...numbers, ...matriculation],
  useremail: addresses,
  ID: ["id"],
  "SIS User ID": ["sis user id"],
  "SIS Login ID": ["sis login id"],
  Section: ["section"],
};

type Row = ReadonlyMap<string, string>;

/** `headings` in lower case, rows by heading. Gives what is in the way if the table has no column to go by. */
export function rosterOf(headings: readonly string[], rows: readonly Row[]): Roster | { readonly unusable: string } {
  const isCanvas = headings.includes("student") && canvasHeadings.some((heading) => headings.includes(heading));
  const people = isCanvas ? rows.filter((row) => row.get("student")?.toLowerCase() !== "points possible") : rows;
  const candidates = isCanvas ? canvasHeadings : idHeadings;
  const id =
    candidates.find((heading) => people.some((row) => (row.get(heading) ?? "") !== "")) ??
    candidates.find((heading) => headings.includes(heading)) ??
    (headings.length === 1 ? headings[0] : undefined);
  if (id === undefined) return { unusable: headings.join(", ") };
  const idOf = (row: Row) => cleanStudent(row.get(id) ?? "");
  // A table without a heading has its first student there.
  const isHeaded = headings.length > 1 || idHeadings.includes(id) || nameHeadings.full.includes(id);
  const all = [...(isHeaded ? [] : [cleanStudent(id)]), ...people.map(idOf)];
  const students = [...new Set(all)].filter((student) => student !== "");
  if (students.length === 0) return { unusable: "0" };
  const ids = meanings(students.map((student) => [student.toLowerCase(), student]));
  const listed = people.filter((row) => idOf(row) !== "");
  const names = meanings(listed.flatMap((row) => namesOf(row, id, isCanvas).map((name) => [name, idOf(row)] as const)));
  // An id is nobody else's name.
  return { students, aliases: new Map([...names, ...ids]), gradebook: gradebookOf(headings, listed, id, idOf) };
}

/** Whom names mean. */
function meanings(named: readonly (readonly [name: string, student: string])[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, student] of named) found.set(name, [...new Set([...(found.get(name) ?? []), student])]);
  return found;
}

/** All that may stand for the student of a row, in lower case. Canvas's file names hold its number of the student. */
function namesOf(row: Row, id: string, isCanvas: boolean): string[] {
  const cell = (heading: string) => row.get(heading) ?? "";
  const one = (headings: readonly string[]) => cell(headings.find((heading) => row.has(heading)) ?? "");
  const ids = (isCanvas ? canvasHeadings : idHeadings)
    .filter((heading) => heading === id || heading !== "id")
    .map(cell);
  const [last = "", first = ""] = isCanvas
    ? cell("student").split(/,\s*/, 2)
    : [one(nameHeadings.last), one(nameHeadings.first)];
  const full = isCanvas ? cell("student") : one(nameHeadings.full);
  const number = isCanvas && cell("id") !== "" ? `canvas ${cell("id")}` : "";
  const names = [...ids, full, ...fullNames(first, last), number];
  return names.map((name) => cleanStudent(name).toLowerCase()).filter((name) => name !== "");
}

/** Moodle's folders say "First Last"; Canvas's file names "lastfirst". A first name alone is not enough. */
function fullNames(first: string, last: string): string[] {
  if (first === "" || last === "") return [];
  const squashed = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, "");
  return [`${first} ${last}`, `${last}, ${first}`, `${last} ${first}`, squashed(last + first)];
}

function gradebookOf(
  headings: readonly string[],
  rows: readonly Row[],
  id: string,
  idOf: (row: Row) => string,
): Roster["gradebook"] {
  const columns = Object.entries(importHeadings)
    .map(([column, names]) => [column, names.find((name) => headings.includes(name))] as const)
    .concat([["Student", id !== "student" && headings.includes("student") ? "student" : undefined]]);
  return new Map(
    columns.flatMap(([column, heading]) => {
      if (heading === undefined) return [];
      const cells = rows.map((row) => [idOf(row), row.get(heading) ?? ""] as const);
      return [[column, new Map(cells.filter(([, cell]) => cell !== ""))] as const];
    }),
  );
}
