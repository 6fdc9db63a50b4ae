/** Folders of results, read line by line. */

import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import type { Summary } from "../../course/summary.ts";
import type { Report } from "../../grading/report.ts";
import { throwIfMachine, UsageError } from "../errors.ts";
import { say } from "./messages.ts";

export const resultsName = "results.jsonl";
export const summaryName = "summary.json";

/** Undefined if the folder holds no summary of a batch. */
export function readSummary(folder: string): Summary | undefined {
  try {
    const summary: Summary | null = JSON.parse(readFileSync(join(folder, summaryName), "utf8"));
    return summary?.schema === "rnn-check/summary@1" ? summary : undefined;
  } catch (error) {
    throwIfMachine(error);
    return undefined;
  }
}

/** The results in a folder, in order: each line and the report in it. One chunk of the file is in memory at a time. */
export function* resultsIn(folder: string): Generator<{ readonly line: string; readonly report: Report }> {
  let count = 0;
  try {
    for (const line of linesOf(join(folder, resultsName))) {
      count++;
      yield { line, report: JSON.parse(line) };
    }
  } catch (error) {
    const { message } = throwIfMachine(error as Error);
    const reason = count === 0 ? message : `${resultsName}:${count}`;
    throw new UsageError(say("batch.unusable-results", { folder, reason }));
  }
}

/** The reports in a folder of results. */
export function* reportsIn(folder: string): Generator<Report> {
  for (const { report } of resultsIn(folder)) yield report;
}

function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, "r");
  try {
    const chunk = Buffer.allocUnsafe(65_536);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for (let count = -1; count !== 0; ) {
      count = readSync(descriptor, chunk, 0, chunk.length, null);
      const lines = (rest + decoder.write(chunk.subarray(0, count))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(descriptor);
  }
}
