/** Who is meant by a number that Moodle gives participants of an assignment, by their file's folder or the roster. */

import { moodle } from "../course/names.ts";
import type { Context } from "./format.ts";
import type { Row } from "./gradebook.ts";

/** `40300` of `Participant 40300`, in any language; undefined where a cell is something else. */
export function participantNumber(cell: string): string | undefined {
  return /^[^\d@]*\p{L}[^\d@]*(\d+)$/u.exec(cell)?.[1];
}

type Kept = { readonly file: string | undefined };

/** Rows of results by participant. */
export class Participants<K extends Kept> {
  /** `null`: several go by it. */
  readonly #byNumber = new Map<string, Row<K> | null>();
  readonly #byStudent: ReadonlyMap<string, Row<K>>;
  readonly #numbers = new Map<string, string>();
  readonly #context: Context;

  constructor(rows: readonly Row<K>[], context: Context) {
    this.#context = context;
    this.#byStudent = new Map(rows.map((row) => [row.student.toLowerCase(), row]));
    for (const [name, [student, ...others]] of context.aliases ?? []) {
      const number = /^moodle (\d+)$/.exec(name)?.[1];
      if (number !== undefined && student !== undefined && others.length === 0) this.#numbers.set(student, number);
    }
    for (const row of rows) {
      const { number } = this.of(row);
      if (number !== undefined) this.#byNumber.set(number, this.#byNumber.has(number) ? null : row);
    }
  }

  /** Name and number of a row's student; the roster knows the number, else the platform's own folder says it. */
  of({ student, grades }: Row<K>): { readonly name: string; readonly number: string | undefined } {
    const parts = grades.flatMap((grade) => grade?.kept.file?.split("/") ?? []);
    const [, name, number] = parts.map((part) => moodle.exec(part)).find((found) => found !== null) ?? [];
    return { name: name ?? student, number: this.#numbers.get(student) ?? number };
  }

  /** The results of the person in a row of Moodle's; undefined: none, or nobody can tell which. */
  resultOf(cells: readonly string[], identifier: number): Row<K> | undefined {
    const number = participantNumber(cells[identifier] ?? "");
    const found = number === undefined ? undefined : this.#byNumber.get(number);
    if (found) return found;
    for (const cell of cells) {
      const name = cell.toLowerCase();
      const meant = this.#context.aliases?.get(name) ?? (name === "" ? [] : [name]);
      const row = meant.length === 1 ? this.#byStudent.get(meant[0]?.toLowerCase() ?? "") : undefined;
      // Somebody else of that name has a number of their own.
      if (row !== undefined && (this.of(row).number ?? number) === number) return row;
    }
    return undefined;
  }
}
