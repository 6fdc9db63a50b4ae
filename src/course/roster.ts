/** Who takes the course: ids, and the other names that submissions may use for them. Reads tables, no file. */

import { cleanStudent } from "./student.ts";

export interface Roster {
  /** As in the table. */
  readonly students: readonly string[];
  /**
   * Another name (lower case: the id itself, an e-mail address, a user name, a full name, a platform's number) → id;
   * only where it names one student.
   */
  readonly aliases: ReadonlyMap<string, string>;
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
};

type Row = ReadonlyMap<string, string>;

/** `headings` in lower case, rows by heading. Gives what is in the way if the table has no column to go by. */
export function rosterOf(headings: readonly string[], rows: readonly Row[]): Roster | { readonly unusable: string } {
  const isCanvas = headings.includes("student") && canvasHeadings.some((heading) => headings.includes(heading));
  const people = isCanvas ? rows.filter((row) => row.get("student")?.toLowerCase() !== "points possible") : rows;
  const id =
    (isCanvas ? canvasHeadings : idHeadings).find((heading) => isFilled(heading, headings, people)) ??
    (isCanvas ? canvasHeadings : idHeadings).find((heading) => headings.includes(heading)) ??
    (headings.length === 1 ? headings[0] : undefined);
  if (id === undefined) return { unusable: headings.join(", ") };
  const students = new Set<string>();
  const names = new Names();
  // A table without a heading has its first student there.
  const headed = headings.length > 1 || idHeadings.includes(id) || nameHeadings.full.includes(id);
  if (!headed) students.add(cleanStudent(id));
  for (const row of people) {
    const student = cleanStudent(row.get(id) ?? "");
    if (student === "") continue;
    students.add(student);
    for (const name of isCanvas ? canvasNames(row, id) : namesOf(row, id)) names.add(name, student);
  }
  students.delete("");
  if (students.size === 0) return { unusable: "0" };
  const ids = new Names();
  for (const student of students) ids.add(student.toLowerCase(), student);
  // An id is nobody else's name.
  const aliases = new Map([...names.unique()].filter(([name]) => !ids.has(name)));
  for (const [name, student] of ids.unique()) aliases.set(name, student);
  return { students: [...students], aliases, gradebook: gradebookOf(headings, people, id) };
}

function isFilled(heading: string, headings: readonly string[], rows: readonly Row[]): boolean {
  return headings.includes(heading) && rows.some((row) => (row.get(heading) ?? "") !== "");
}

/** What names mean, as long as it is one student. */
class Names {
  readonly #meanings = new Map<string, string | null>();

  add(name: string, student: string): void {
    const known = this.#meanings.get(name);
    this.#meanings.set(name, known === undefined || known === student ? student : null);
  }

  has(name: string): boolean {
    return this.#meanings.has(name);
  }

  unique(): [string, string][] {
    return [...this.#meanings].filter((entry): entry is [string, string] => entry[1] !== null);
  }
}

/** All that may stand for the student of a row, in lower case. */
function namesOf(row: Row, id: string): string[] {
  const cell = (headings: readonly string[]) => row.get(headings.find((heading) => row.has(heading)) ?? "") ?? "";
  const others = idHeadings
    .filter((heading) => heading !== id && heading !== "id")
    .map((heading) => row.get(heading) ?? "");
  const names = [row.get(id) ?? "", ...others, cell(nameHeadings.full)];
  return clean([...names, ...fullNames(cell(nameHeadings.first), cell(nameHeadings.last))]);
}

/** Canvas writes `Last, First`; its file names hold its number of the student. */
function canvasNames(row: Row, id: string): string[] {
  const name = row.get("student") ?? "";
  const [last = "", first = ""] = name.split(/,\s*/, 2);
  const number = row.get("id") ?? "";
  const others = canvasHeadings
    .filter((heading) => heading !== id && heading !== "id")
    .map((one) => row.get(one) ?? "");
  return clean([name, ...others, ...fullNames(first, last), number === "" ? "" : `canvas ${number}`]);
}

/** Moodle's folders say "First Last"; Canvas's file names "lastfirst". */
function fullNames(first: string, last: string): string[] {
  if (first === "" || last === "") return [];
  const squashed = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, "");
  return [`${first} ${last}`, `${last}, ${first}`, `${last} ${first}`, squashed(last + first)];
}

function clean(names: readonly string[]): string[] {
  return names.map((name) => cleanStudent(name).toLowerCase()).filter((name) => name !== "");
}

function gradebookOf(headings: readonly string[], rows: readonly Row[], id: string): Roster["gradebook"] {
  const gradebook = new Map<string, ReadonlyMap<string, string>>();
  for (const [column, names] of Object.entries(importHeadings)) {
    const heading = names.find((name) => headings.includes(name));
    if (heading === undefined) continue;
    const cells = rows.map((row) => [cleanStudent(row.get(id) ?? ""), row.get(heading) ?? ""] as const);
    gradebook.set(column, new Map(cells.filter(([student, cell]) => student !== "" && cell !== "")));
  }
  if (id !== "student" && headings.includes("student")) {
    gradebook.set("Student", new Map(rows.map((row) => [cleanStudent(row.get(id) ?? ""), row.get("student") ?? ""])));
  }
  return gradebook;
}
