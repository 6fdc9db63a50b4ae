/** Writes reports in the formats asked for, into the folder of results or to standard output; knows no format. */

import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Roster } from "../../../course/roster.ts";
import type { Summary } from "../../../course/summary.ts";
import type { Context, Format, ReportSource } from "../../../formats/format.ts";
import { formatById, formatIds } from "../../../formats/index.ts";
import type { Report } from "../../../grading/report.ts";
import { BatchError } from "../batchError.ts";
import type { Output } from "../io.ts";
import { makeFolder } from "./folder.ts";
import { linesOf } from "./lines.ts";
import { resultsName } from "./resultFiles.ts";

/** Results as reports, as often as they are asked for, one in memory at a time. */
export function reportsIn(folder: string): ReportSource {
  return function* () {
    for (const line of linesOf(join(folder, resultsName))) yield JSON.parse(line) as Report;
  };
}

/** The formats with these ids. `unknown` words the error for an id that there is none of. */
export async function formatsNamed(
  ids: readonly string[],
  unknown: (id: string, known: readonly string[]) => string,
): Promise<Format[]> {
  if (ids.length === 0) return [];
  return Promise.all(
    ids.map(async (id) => {
      const format = await formatById(id);
      if (format === undefined) throw new BatchError(unknown(id, formatIds));
      return format;
    }),
  );
}

/** What files for gradebooks need to know of the course: who is in it, and how the gradebook calls them. */
export function gradebookContext(
  { notOnRoster }: Pick<Summary, "notOnRoster">,
  roster?: Roster,
): Pick<Context, "notOnRoster" | "gradebook"> {
  return {
    ...(notOnRoster !== undefined && { notOnRoster: new Set(notOnRoster) }),
    ...(roster !== undefined && { gradebook: roster.gradebook }),
  };
}

/** What formats depend on beside the reports. */
export interface Rendering {
  readonly reports: ReportSource;
  readonly context: Context;
  /** Put before every `file` where it is a link: the way from the working directory to the folder graded. */
  readonly prefix: string;
}

/** Milliseconds of writing before signals get their turn. */
const turnMilliseconds = 50;

/**
 * Writes every file as a whole: it is there complete or not at all. Gives the paths below `out`; undefined if `stopped`
 * said so before the end.
 */
export async function writeFormats(
  formats: readonly Format[],
  out: string,
  rendering: Rendering,
  stopped: () => boolean = () => false,
): Promise<string[] | undefined> {
  let turned = performance.now();
  const goOn = async () => {
    if (performance.now() - turned > turnMilliseconds) {
      await new Promise((resolve) => setImmediate(resolve));
      turned = performance.now();
    }
    return !stopped();
  };
  const { renderReports } = await import("../../../formats/render.ts");
  const written: string[] = [];
  for (const format of formats) {
    for await (const { path, chunks } of renderReports(format, rendering.reports, contextOf(rendering))) {
      const target = resolve(out, path);
      if (!target.startsWith(resolve(out) + sep)) throw new Error(`format ${format.id}: path ${path}`);
      makeFolder(dirname(target));
      const descriptor = openSync(`${target}.part`, "w");
      let whole = await goOn();
      try {
        for await (const chunk of chunks) {
          writeSync(descriptor, chunk);
          whole = await goOn();
          if (!whole) break;
        }
      } finally {
        closeSync(descriptor);
      }
      if (!whole) {
        rmSync(`${target}.part`, { force: true });
        return undefined;
      }
      renameSync(`${target}.part`, target);
      written.push(path);
    }
  }
  return written;
}

/** Prints a format that makes one file. */
export async function printFormat(format: Format, stdout: Output, rendering: Rendering): Promise<void> {
  const { renderReports } = await import("../../../formats/render.ts");
  for await (const { chunks } of renderReports(format, rendering.reports, contextOf(rendering))) {
    await print(chunks, stdout);
  }
}

/**
 * Waits for a slow reader rather than pile up what it has not read. Ends early where nothing can be written any more:
 * whoever watches the stream knows why.
 */
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

function contextOf({ context, prefix }: Rendering): Context {
  return { ...context, linkPrefix: prefix };
}
