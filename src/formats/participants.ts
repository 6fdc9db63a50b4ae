/** The numbers that Moodle gives participants of an assignment: the roster says whose they are, else their files' folders. */

import { moodle } from "../course/names.ts";
import { append } from "../engine/maps.ts";
import type { Context } from "./format.ts";
import type { Row } from "./gradebook.ts";

type Filed = Row<{ readonly file: string | undefined }>;

/** `40300` of `Participant 40300`, in any language; undefined where a cell is something else. */
export function participantNumber(cell = ""): string | undefined {
  return /^[^\d@]*\p{L}[^\d@]*(\d+)$/u.exec(cell)?.[1];
}

export function participantOf({ student, grades }: Filed, { gradebook }: Context) {
  const parts = grades.flatMap((grade) => grade?.kept.file?.split("/") ?? []);
  const [, name = student, filed] = parts.map((part) => moodle.exec(part)).find((found) => found !== null) ?? [];
  return { name, number: participantNumber(gradebook?.get("Identifier")?.get(student)) ?? filed };
}

/** Finds the results of the person in a row of Moodle's; undefined: there are none, or nobody can tell which. */
export function finder<R extends Filed>(rows: readonly R[], context: Context) {
  const numbers = new Map<string, R[]>();
  for (const row of rows) append(numbers, participantOf(row, context).number ?? "", row);
  const students = new Map(rows.map((row) => [row.student.toLowerCase(), row]));
  return (cells: readonly string[], identifier: number): R | undefined => {
    const number = participantNumber(cells[identifier]);
    const [own, ...others] = numbers.get(number ?? "") ?? [];
    if (number !== undefined && own !== undefined && others.length === 0) return own;
    const named = cells.flatMap((cell) => {
      const [student = "", ...more] = context.aliases?.get(cell.toLowerCase()) ?? [cell];
      return more.length > 0 ? [] : (students.get(student.toLowerCase()) ?? []);
    });
    // Somebody else of that name has a number of their own.
    return named.find((row) => (participantOf(row, context).number ?? number) === number);
  };
}
