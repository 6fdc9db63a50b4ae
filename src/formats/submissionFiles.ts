/** One file a submission, in `<format>/<student>/<exercise>/`: folders that are safe on every file system and never the same. */

import { countUp, entryOf } from "../engine/maps.ts";
import { checksum, type Report } from "../grading/report.ts";
import { type Context, type Format, type OutputFile, type ReportSource, studentOf } from "./format.ts";
import type { Words } from "./words.ts";

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
