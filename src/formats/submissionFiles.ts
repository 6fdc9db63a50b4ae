/** One file a submission, in `<format>/<student>/<exercise>/`; knows neither what is in it nor a file system. */

import type { Report } from "../grading/report.ts";
import { type Context, type Format, type OutputFile, type ReportSource, studentOf } from "./format.ts";
import type { FormatId } from "./formatIds.ts";
import { StudentFolders, safeName, UniqueNames } from "./outputPath.ts";

/** A format whose receiver takes one submission at a time. */
export function submissionFormat(
  id: FormatId,
  fileName: string,
  content: (report: Report, context: Context) => string,
): Format {
  async function* render(reports: ReportSource, context: Context): AsyncGenerator<OutputFile> {
    const students = new StudentFolders();
    const folders = new UniqueNames();
    for await (const report of reports()) {
      const folder = folders.take(`${students.of(studentOf(report))}/${safeName(report.exercise)}`);
      yield { path: `${id}/${folder}/${fileName}`, chunks: [content(report, context)] };
    }
  }
  return { id, files: "submission", render };
}
