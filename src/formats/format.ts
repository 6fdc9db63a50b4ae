/** What a report format is, and what they share: sources, files, points; knows no single format. */

import type { Report } from "../grading/report.ts";
import type { Language } from "../messages/catalogue.ts";
import type { FormatId } from "./formatIds.ts";

/**
 * Gives all reports from the beginning, every time it is called. Formats that need totals before rows read twice
 * rather than keep everything, so a course of any size can be read again from its results file.
 */
export type ReportSource = () => Iterable<Report> | AsyncIterable<Report>;

/** One file. Its chunks must be consumed before the next file is asked for. */
export interface OutputFile {
  /** Relative, with `/`, made of safe names only: never leaves the folder that it is put into. */
  readonly path: string;
  readonly chunks: Iterable<string> | AsyncIterable<string>;
}

export interface Context {
  readonly language: Language;
  /** Heading of what people read; default: the exercises' ids. */
  readonly title?: string;
  /** ISO 8601. Left out, the output depends on the reports alone. */
  readonly generatedAt?: string;
  /** `verdict` leaves out all messages about answers. Default: whatever the reports hold. */
  readonly feedback?: "verdict" | "hints" | "full";
  /** Start CSV files with a byte order mark, for spreadsheets that else guess a wrong encoding. */
  readonly byteOrderMark?: boolean;
  /** Students who are in no gradebook, so that an import of them would fail. */
  readonly notOnRoster?: ReadonlySet<string>;
  /** How gradebooks call students: column of the import → student → cell. Default: as results do. */
  readonly gradebook?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly moodle?: { readonly idColumn?: "username" | "useridnumber" | "useremail" };
  readonly canvas?: {
    /** The column that holds our student id. Default: `SIS Login ID`. */
    readonly idColumn?: "ID" | "SIS User ID" | "SIS Login ID";
    /** By exercise: the assignment's column as Canvas exports it, `Title (1234)`. Default: the exercise's id. */
    readonly assignments?: Readonly<Record<string, string>>;
  };
}

export interface Format {
  readonly id: FormatId;
  /** `one` file · a `few` with fixed names · a file for each `submission`. */
  readonly files: "one" | "few" | "submission";
  /** Loses nothing and escapes everything itself: gets the texts of reports as they are. */
  readonly verbatim?: true;
  readonly render: (reports: ReportSource, context: Context) => AsyncIterable<OutputFile>;
}

/** For formats of one file. */
export async function* oneFile(path: string, chunks: OutputFile["chunks"]): AsyncGenerator<OutputFile> {
  yield { path, chunks };
}

/** Who handed in: the student, else the file's name, which is all there is to go by. */
export function studentOf(report: Report): string {
  return report.student || report.file || "?";
}
