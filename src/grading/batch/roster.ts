/** Who takes the course: ids, and the other names that submissions may use for them. Reads tables, no file. */

import { cleanStudent } from "./student.ts";

export interface Roster {
  /** As in the table. */
  readonly students: readonly string[];
  /** Another name (lower case: an e-mail address, a user name, a full name) → id; only where it names one student. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Headings of the column that identifies a student, the best first. */
const idHeadings = [
  "student",
  "student id",
  "student_id",
  "studentid",
  "sid",
  "id number",
  "idnumber",
  "useridnumber",
  "matriculation number",
  "matriculation",
  "matrikelnummer",
  "matrikelnr",
  "matrikel",
  "sis login id",
  "sis user id",
  "login",
  "login id",
  "username",
  "user name",
  "anmeldename",
  "id",
  "email",
  "email address",
  "e-mail",
  "e-mail-adresse",
  "useremail",
];

const nameHeadings = {
  first: ["first name", "firstname", "given name", "vorname"],
  last: ["last name", "lastname", "surname", "family name", "nachname"],
  full: ["name", "full name", "fullname", "student name", "vollständiger name"],
};

type Row = ReadonlyMap<string, string>;

/** `headings` in lower case, rows by heading. Gives what is in the way if the table has no column to go by. */
export function rosterOf(headings: readonly string[], rows: readonly Row[]): Roster | { readonly unusable: string } {
  const id =
    idHeadings.find((heading) => headings.includes(heading)) ?? (headings.length === 1 ? headings[0] : undefined);
  if (id === undefined) return { unusable: headings.join(", ") };
  const students = new Set<string>();
  const meanings = new Map<string, string | null>();
  // A table without a heading has its first student there.
  const headed = headings.length > 1 || idHeadings.includes(id) || nameHeadings.full.includes(id);
  if (!headed) students.add(cleanStudent(id));
  for (const row of rows) {
    const student = cleanStudent(row.get(id) ?? "");
    if (student === "") continue;
    students.add(student);
    for (const name of namesOf(row, id)) {
      const known = meanings.get(name);
      meanings.set(name, known === undefined || known === student ? student : null);
    }
  }
  students.delete("");
  if (students.size === 0) return { unusable: "0" };
  const aliases = new Map([...meanings].filter((entry): entry is [string, string] => entry[1] !== null));
  for (const student of students) aliases.delete(student);
  return { students: [...students], aliases };
}

/** All that may stand for the student of a row, in lower case. */
function namesOf(row: Row, id: string): string[] {
  const cell = (headings: readonly string[]) => row.get(headings.find((heading) => row.has(heading)) ?? "") ?? "";
  const first = cell(nameHeadings.first);
  const last = cell(nameHeadings.last);
  const full = cell(nameHeadings.full);
  const others = idHeadings
    .filter((heading) => heading !== id && heading !== "id")
    .map((heading) => row.get(heading) ?? "");
  const squashed = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, "");
  const names = [row.get(id) ?? "", ...others, full];
  if (first !== "" && last !== "") {
    // Moodle's folders say "First Last"; Canvas's file names "lastfirst".
    names.push(`${first} ${last}`, `${last}, ${first}`, `${last} ${first}`, squashed(last + first));
  }
  return names.map((name) => cleanStudent(name).toLowerCase()).filter((name) => name !== "");
}
