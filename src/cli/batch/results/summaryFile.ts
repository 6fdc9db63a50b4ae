/** summary.json in a folder of results. */

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Summary, summaryText } from "../../../course/summary.ts";

const summaryName = "summary.json";

/** Replaces the file as a whole, so that it is never half written. */
export function writeSummary(folder: string, summary: Summary): void {
  const path = join(folder, summaryName);
  writeFileSync(`${path}.part`, summaryText(summary));
  renameSync(`${path}.part`, path);
}

/** Whether the folder holds a file of that name which no batch wrote, and which a batch would replace. */
export function isForeign(folder: string): boolean {
  return existsSync(join(folder, summaryName)) && readSummary(folder) === undefined;
}

/** Undefined if there is none that can be read. */
export function readSummary(folder: string): Summary | undefined {
  try {
    const summary: Summary | null = JSON.parse(readFileSync(join(folder, summaryName), "utf8"));
    return summary?.schema === "rnn-check/summary@1" ? summary : undefined;
  } catch {
    return undefined;
  }
}
