/** What a report format is: a name, and a function from reports to files of text. */

import type { Report } from "../grading/report.ts";
import type { Language } from "../messages/message.ts";
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

/** What formats depend on beside the reports. Equal reports and an equal context give equal files. */
export interface Context {
  readonly language: Language;
  /** Heading of what people read; default: the exercises' ids. */
  readonly title?: string | undefined;
  /** ISO 8601. Left out, the output depends on the reports alone. */
  readonly generatedAt?: string;
  /** `verdict` leaves out all messages about answers. Default: whatever the reports hold. */
  readonly feedback?: "verdict" | "hints" | "full";
  /** Start CSV files with a byte order mark, for spreadsheets that else guess a wrong encoding. */
  readonly byteOrderMark?: boolean | undefined;
  /** The way from a pipeline's repository to the folder graded, put before paths that are links into the repository. */
  readonly linkPrefix?: string | undefined;
  /** Students who are in no gradebook, so that an import of them would fail. */
  readonly notOnRoster?: ReadonlySet<string>;
  /** How gradebooks call students: column of the import → student → cell. Default: as results do. */
  readonly gradebook?: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  readonly moodle?: { readonly idColumn?: "username" | "useridnumber" | "useremail" | undefined };
  readonly canvas?: {
    /** The column that holds our student id. Default: `SIS Login ID`. */
    readonly idColumn?: "ID" | "SIS User ID" | "SIS Login ID" | undefined;
    /** By exercise: the assignment's column as Canvas exports it, `Title (1234)`. Default: the exercise's id. */
    readonly assignments?: Readonly<Record<string, string>> | undefined;
  };
}

export interface Format {
  /** What `--format` calls it. */
  readonly id: string;
  /** Only what makes one file can go to standard output. */
  readonly files: "one" | "several";
  /** Loses nothing and escapes everything itself: gets the texts of reports as they are. */
  readonly verbatim?: boolean;
  /** `words` says things in the language of `context`. */
  readonly write: (reports: ReportSource, words: Words, context: Context) => Iterable<OutputFile>;
}

/** A format of one file. */
export function oneFile(
  id: string,
  path: string,
  write: (reports: ReportSource, words: Words, context: Context) => Chunks,
): Format {
  return { id, files: "one", write: (...given) => [{ path, chunks: write(...given) }] };
}

/** Who handed in: the student, else the file's name, which is all there is to go by. */
export function studentOf(report: Report): string {
  return report.student || report.file || "?";
}
