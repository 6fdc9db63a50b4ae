/** Writes reports in the formats asked for, into the folder of results or to standard output. */

import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Roster } from "../../course/roster.ts";
import type { Summary } from "../../course/summary.ts";
import type { Chunks, Context, Format } from "../../formats/format.ts";
import { formatById, formatIds } from "../../formats/index.ts";
import { renderReports } from "../../formats/render.ts";
import { UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { say } from "./messages.ts";
import { reportsIn } from "./results.ts";

/** Which formats to write, and what single formats are told. */
export interface FormatFlags {
  readonly format?: readonly string[];
  readonly title?: string;
  readonly bom?: true;
  readonly moodleId?: "username" | "useridnumber" | "useremail";
  readonly canvasId?: "ID" | "SIS User ID" | "SIS Login ID";
  readonly canvasColumn?: Readonly<Record<string, string>>;
}

/** The formats with these ids. Without a folder to write into, only one that makes one file. */
export function formatsNamed(ids: readonly string[] = [], hasFolder: boolean): Promise<Format[]> {
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
export function contextOf(session: Session, flags: FormatFlags, summary: Summary, roster?: Roster): Context {
  const { lang: language, feedback } = session.grading;
  return {
    language,
    feedback,
    title: flags.title,
    byteOrderMark: flags.bom,
    linkPrefix: summary.folder,
    notOnRoster: new Set(summary.notOnRoster),
    gradebook: roster?.gradebook,
    moodle: { idColumn: flags.moodleId },
    canvas: { idColumn: flags.canvasId, assignments: flags.canvasColumn },
  };
}

/** Writes the formats into the folder that holds the results. */
export async function writeFormats(formats: readonly Format[], folder: string, context: Context): Promise<void> {
  for (const format of formats) {
    for (const { path, chunks } of renderReports(format, () => reportsIn(folder), context)) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      await writeFile(target, chunks);
    }
  }
}

/** Prints a format that makes one file. */
export async function printFormat(
  format: Format,
  folder: string,
  context: Context,
  stdout: NodeJS.WriteStream,
): Promise<void> {
  for (const { chunks } of renderReports(format, () => reportsIn(folder), context)) await print(chunks, stdout);
}

/** Waits for a slow reader rather than pile up what it has not read. Ends early where nothing can be written any more. */
export async function print(chunks: Chunks, stdout: NodeJS.WriteStream): Promise<void> {
  for await (const chunk of chunks) {
    if (stdout.destroyed) return;
    if (!stdout.write(chunk)) await once(stdout, "drain").catch(() => undefined);
  }
}
