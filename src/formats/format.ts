/** What a report format is: a name, and a function from reports to files of text: one, or one for each submission. */

import type { Roster } from "../course/roster.ts";
import type { Summary } from "../course/summary.ts";
import { countUp, entryOf } from "../engine/maps.ts";
import type { FeedbackLevel } from "../grading/grade.ts";
import { checksum, type Report } from "../grading/report.ts";
import type { Language, Message } from "../messages/message.ts";
import type { Words } from "./words.ts";

/**
 * Gives all reports from the beginning, every time it is called. Formats that need totals before rows read twice rather
 * than keep everything, so a course of any size can be read again from its results file.
 */
export type ReportSource = () => Iterable<Report>;

export type Chunks = Iterable<string> | AsyncIterable<string>;

/** One file. Its chunks must be consumed before the next file is asked for. */
export interface OutputFile {
  /** Relative, with `/`, made of safe names only: never leaves the folder that it is put into. */
  readonly path: string;
  readonly chunks: Chunks;
}

/** What whoever asks for a format may say of it. */
export interface FormatChoices {
  /** Heading of what people read; default: the exercises' ids. */
  readonly title?: string | undefined;
  /** Start CSV files with a byte order mark, for spreadsheets that else guess a wrong encoding. */
  readonly bom?: boolean;
  /** Moodle's and Canvas's columns that hold our student id. Default: `username`, `SIS Login ID`. */
  readonly moodleId?: "username" | "useridnumber" | "useremail";
  readonly canvasId?: "ID" | "SIS User ID" | "SIS Login ID";
  /** By exercise: the assignment's column as Canvas exports it, `Title (1234)`. Default: the exercise's id. */
  readonly canvasColumn?: Readonly<Record<string, string>>;
}

/** What formats depend on beside the reports, those on the roster included. Equal reports and an equal context give equal files. */
export interface Context extends FormatChoices, Partial<Pick<Roster, "fullNames" | "gradebook" | "aliases">> {
  readonly language: Language;
  /** What the whole run comes to. */
  readonly summary?: Summary;
  /** What a right answer to an item is, in words; asked about a wrong one. */
  readonly solution?: (exercise: string, item: string, wrong: string) => string | undefined;
  /** Leaves out what reports hold beyond that. Default: nothing. */
  readonly feedback?: FeedbackLevel;
  /** The way from a pipeline's repository to the folder graded, put before paths that are links into the repository. */
  readonly linkPrefix?: string | undefined;
  /** Students who are in no gradebook, so that an import of them would fail. */
  readonly notOnRoster?: ReadonlySet<string>;
  /** The text of the roster, where it is a receiver's own gradebook. */
  readonly roster?: string | undefined;
  /** The text of the worksheet to fill in. */
  readonly worksheet?: string | undefined;
}

/** Makes what a format consists of; `words` says things in the language of `context`. */
export type Write<Made> = (reports: ReportSource, words: Words, context: Context) => Made;

export interface Format {
  /** What `--format` calls it. */
  readonly id: string;
  /** Only what makes one file can go to standard output. */
  readonly files: "one" | "several";
  /** The zip archive that its files go into; their paths are inside it. */
  readonly archive?: string;
  /** Whether a table is one that it fills in; then it needs one. */
  readonly fillsIn?: (table: string) => boolean;
  /** Its marks go back to students. */
  readonly returned?: true;
  /** What a person should know before a receiver does. */
  readonly remarks?: (reports: ReportSource, context: Context) => readonly Message[];
  /** Loses nothing and escapes everything itself: gets the texts of reports as they are. */
  readonly verbatim?: boolean;
  readonly write: Write<Iterable<OutputFile>>;
}

/** A format of one file. */
export function oneFile(id: string, path: string, write: Write<Chunks>): Format {
  return { id, files: "one", write: (...given) => [{ path, chunks: write(...given) }] };
}

/** Who handed in: the student, else the file's name, which is all there is to go by. */
export function studentOf(report: Report): string {
  return report.student || report.file || "?";
}

/** The first of many names for a message, in quotes as they may hold commas. */
export function few(names: readonly string[], most = 10): string[] {
  return [...names.slice(0, most).map((name) => `"${name}"`), ...(names.length > most ? ["…"] : [])];
}

/** A format whose receiver takes one submission at a time. */
export function fileForEach(id: string, name: string, content: (report: Report, words: Words) => string): Format {
  function* write(reports: ReportSource, words: Words, _: Context): Generator<OutputFile> {
    const folders = new SubmissionFolders();
    for (const report of reports()) {
      yield { path: `${id}/${folders.of(report)}/${name}`, chunks: [content(report, words)] };
    }
  }
  return { id, files: "several", write };
}

class SubmissionFolders {
  /** Folder, in lower case as some file systems have it → its student. */
  readonly #students = new Map<string, string>();
  /** Folder, in lower case → how often it was wanted. */
  readonly #counts = new Map<string, number>();

  /** `ann/ex6`, and `ann/ex6-2` for another report on the same. */
  of(report: Report): string {
    const folder = `${this.#studentFolder(studentOf(report))}/${safeName(report.exercise)}`;
    const count = countUp(this.#counts, folder.toLowerCase());
    return count === 1 ? folder : this.of({ ...report, exercise: `${report.exercise}-${count}` });
  }

  /** Of two students whose names differ in case alone, the later gets a checksum. */
  #studentFolder(student: string): string {
    const name = safeName(student);
    return entryOf(this.#students, name.toLowerCase(), () => student) === student
      ? name
      : `${name}_${checksum(student)}`;
  }
}

const maxLength = 80;

/** What Windows takes for devices, whatever the extension. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name of one folder, of at most 90 characters. A name of plain letters, digits, `.`, `_` and `-` that starts with a
 * letter or digit stays; everything else is replaced and marked with a checksum of the original, so that `a/b` and `a:b`
 * stay apart.
 */
export function safeName(name: string): string {
  const plain = name.normalize("NFC").replace(/[^A-Za-z0-9._-]+/g, "_");
  const safe = plain.slice(0, maxLength).replace(/^[^A-Za-z0-9]+|[.]+$/g, "");
  if (safe === name && safe !== "" && !deviceName.test(safe)) return safe;
  // The checksum alone names what has no plain character; an underscore makes a device's name harmless.
  return [safe.replace(deviceName, "$1_$2"), checksum(name)].filter(Boolean).join("_");
}
