/** What `--json` gives where a command has no result: the same document for all of them. Knows no command. */

import type { ReportError } from "../grading/report.ts";

/** JSON text with its line end. It reads like the report on a file that can't be graded. */
export function failureDocument(error: ReportError): string {
  return `${JSON.stringify({ schema: "rnn-check/report@1", status: "invalid", error }, null, 2)}\n`;
}
