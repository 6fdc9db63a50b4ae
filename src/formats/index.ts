/** All report formats. A new one is a file, a line here and its name in formatIds.ts. */

import { autolab } from "./autolab.ts";
import { canvas } from "./canvas.ts";
import { csv } from "./csv.ts";
import { csvItems } from "./csvItems.ts";
import type { Context, Format, OutputFile, ReportSource } from "./format.ts";
import { github } from "./github.ts";
import { gradescope } from "./gradescope.ts";
import { html } from "./html.ts";
import { json, jsonl } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { moodle } from "./moodle.ts";
import { prairielearn } from "./prairielearn.ts";
import { presentable } from "./presentable.ts";

export type { Context, Format, OutputFile, ReportSource } from "./format.ts";
export { jsonLine } from "./json.ts";
export { withoutCommands } from "./workflowCommand.ts";

export const formats: readonly Format[] = [
  jsonl,
  json,
  csv,
  csvItems,
  junit,
  markdown,
  github,
  gradescope,
  prairielearn,
  autolab,
  moodle,
  canvas,
  html,
];

/** Undefined for an unknown id; the known ones are those of `formats`. */
export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/**
 * The files of one format. Texts of submissions are cleaned on the way, and chunks have a size
 * worth a write. Holds no more than the format needs: `jsonl`, `junit` and the like one report at a time.
 */
export async function* renderReports(
  format: Format,
  reports: ReportSource,
  context: Context,
): AsyncGenerator<OutputFile> {
  for await (const { path, chunks } of format.render(presentable(reports, format, context), context)) {
    yield { path, chunks: coalesced(chunks) };
  }
}

const chunkLength = 65_536;

async function* coalesced(chunks: OutputFile["chunks"]): AsyncGenerator<string> {
  let pending: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pending.push(chunk);
    length += chunk.length;
    if (length < chunkLength) continue;
    yield pending.join("");
    pending = [];
    length = 0;
  }
  if (length > 0) yield pending.join("");
}
