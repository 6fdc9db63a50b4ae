/** Writes reports in the formats asked for, into the folder of results or to standard output. */

import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Roster } from "../../course/roster.ts";
import type { Summary } from "../../course/summary.ts";
import type { Context, Format } from "../../formats/format.ts";
import { formatById, formatIds } from "../../formats/index.ts";
import { renderReports } from "../../formats/render.ts";
import { UsageError } from "../errors.ts";
import type { FormatOptions, Output, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";

/** The formats with these ids. Without a folder to write into, only one that makes one file. */
export function formatsNamed(ids: readonly string[], hasFolder: boolean): Promise<Format[]> {
  const known = formatIds.join(", ");
  const all = ids.map(async (id) => {
    const format = await formatById(id);
    if (format === undefined) throw new UsageError(say("batch.unknown-format", { format: id, known }));
    if (!hasFolder && format.files !== "one") throw new UsageError(say("batch.format-needs-out", { format: id }));
    return format;
  });
  return Promise.all(all);
}

/** What formats are told beside the reports. */
export function contextOf(options: FormatOptions & Settings, summary: Summary, roster?: Roster): Context {
  const { language, feedback, format } = options;
  const { notOnRoster, folder } = summary;
  return {
    ...format,
    language,
    feedback,
    ...(folder !== undefined && { linkPrefix: folder }),
    ...(notOnRoster !== undefined && { notOnRoster: new Set(notOnRoster) }),
    ...(roster !== undefined && { gradebook: roster.gradebook }),
  };
}

/** Writes the formats into the folder that holds the results. */
export async function writeFormats(formats: readonly Format[], folder: string, context: Context): Promise<void> {
  for (const format of formats) {
    for (const { path, chunks } of renderReports(format, () => reportsIn(folder), context)) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      const descriptor = openSync(target, "w");
      try {
        for await (const chunk of chunks) writeFileSync(descriptor, chunk);
      } finally {
        closeSync(descriptor);
      }
    }
  }
}

/** Prints a format that makes one file. */
export async function printFormat(format: Format, folder: string, context: Context, stdout: Output): Promise<void> {
  for (const { chunks } of renderReports(format, () => reportsIn(folder), context)) await print(chunks, stdout);
}

export async function printResults(folder: string, stdout: Output): Promise<void> {
  const lines = function* () {
    for (const report of reportsIn(folder)) yield `${JSON.stringify(report)}\n`;
  };
  await print(lines(), stdout);
}

/** Waits for a slow reader rather than pile up what it has not read. Ends early where nothing can be written any more. */
export async function print(chunks: Iterable<string> | AsyncIterable<string>, stdout: Output): Promise<void> {
  for await (const chunk of chunks) {
    if (stdout.write(chunk) === false && stdout.once !== undefined) await drained(stdout);
    if (stdout.destroyed === true) return;
  }
}

/** Also if it never will be. */
function drained(stdout: Output): Promise<void> {
  return new Promise((resolve) => {
    if (stdout.destroyed === true) resolve();
    for (const event of ["drain", "error", "close"] as const) stdout.once?.(event, () => resolve());
  });
}
