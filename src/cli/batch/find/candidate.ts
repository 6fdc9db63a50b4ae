/** What finding leads to: files that may be answers, and where their bytes are. */

import type { MessageCode } from "../../../messages/catalogue.ts";

/** Where a candidate's bytes are: the path of a file, a place in an archive; or why nobody can get at them. */
export type Source =
  | string
  | { readonly archive: string; readonly entry: ZipEntry }
  | { readonly problem: MessageCode; readonly params?: Readonly<Record<string, string>> };

/** Whether nobody can get at the bytes. */
export function isProblem(source: Source | undefined): source is Extract<Source, { readonly problem: unknown }> {
  return typeof source === "object" && "problem" in source;
}

export const encrypted = -1;

/** One file in a zip archive, as its central directory describes it. */
export interface ZipEntry {
  /** Offset of the local header. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  /** 0: stored, 8: deflated, or `encrypted`. */
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
