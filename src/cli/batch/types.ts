/** What a batch works with: exercises ready to grade, options, and the world outside; knows no way of doing anything. */

import type { Readable } from "node:stream";
import type { Report } from "../../grading/report.ts";
import type { Language } from "../../messages/catalogue.ts";
import type { Context } from "../../reports/format.ts";

/** An exercise bound for grading: pure and synchronous, never throws on a student's input. */
export interface Grader {
  readonly exercise: string;
  readonly maxPoints: number;
  /** Changes with the exercise's content, the tool's version and the options that grading depends on. */
  readonly fingerprint: string;
  readonly grade: (text: string, meta: { readonly student?: string; readonly file?: string }) => Report;
  /** What is asked, for a person who decides: the question's text, and the criterion's where one is named. */
  readonly describe?: (item: string, criterion?: string) => { readonly question?: string; readonly criterion?: string };
}

export interface Exercises {
  /** The only exercises a submission may name. A path comes from the command line alone. */
  readonly ids: readonly string[];
  /** By id, or by path as given on the command line. Undefined: unknown. Throws if the exercise is broken. */
  readonly load: (exercise: string) => Promise<Grader | undefined>;
}

export interface BatchOptions {
  /** Folders, files, zip archives and patterns, as typed. */
  readonly inputs: readonly string[];
  readonly exercise?: string;
  readonly out?: string;
  readonly formats: readonly string[];
  /** Threads that grade; `auto` starts more only when the work is long enough to pay for them. */
  readonly jobs: number | "auto";
  readonly resume: boolean;
  /** 1-based `index` of `count`. */
  readonly shard?: { readonly index: number; readonly count: number };
  readonly roster?: string;
  readonly overrides?: string;
  /** Share of the points, in percent, that counts as passed. */
  readonly minPercent: number;
  /** Exit status 1 if someone reaches less than this share, in percent. */
  readonly failBelow?: number;
  readonly json: boolean;
  /** Seconds for one file. */
  readonly timeout: number;
  readonly language: Language;
  readonly feedback: "verdict" | "hints" | "full";
  /** Options of single formats, handed on as they are. */
  readonly format: Omit<Context, "language" | "feedback">;
}

export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Of a stream: `drain` follows a `write` that gave false. */
  readonly once?: (event: "drain", listener: () => void) => unknown;
}

export interface BatchIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly exercises: Exercises;
  /** The module that grades in a further thread (it calls `serveWorker`), and what it needs to find its exercises. */
  readonly worker?: { readonly url: URL; readonly data: unknown };
  /** Calls `stop` when the user asks to end (Ctrl-C); gives back how to stop listening. */
  readonly onInterrupt?: (stop: () => void) => () => void;
}

/** Where a candidate's bytes are: the path of a file, or a place in an archive. */
export type Source = string | { readonly archive: string; readonly entry: ZipEntry };

/** One file in a zip archive, as its central directory describes it. */
export interface ZipEntry {
  /** Offset of the local header. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc32: number;
  /** DOS date and time as one number that grows with time; has no time zone. */
  readonly modified: number;
}

/** A file that may be an answer. */
export interface Candidate {
  /** Its name in the results: below the folder given, with `/`. */
  readonly file: string;
  readonly source: Source;
}

/** A thing below the folders that is not graded. */
export interface Skipped {
  readonly file: string;
  readonly reason: SkipReason;
}

export type SkipReason =
  | "not-json"
  | "hidden"
  | "project-file"
  | "link"
  | "not-a-file"
  | "unreadable"
  | "archive-entry"
  | "archive-in-archive"
  | "archive-limit"
  | "archive-broken";

/** What a user did wrong on the command line or in a file they gave; its message is shown as it is. Exit status 2. */
export class BatchError extends Error {}
