/** Folders of results, read line by line. */

import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import type { Summary } from "../../course/summary.ts";
import type { Report } from "../../grading/report.ts";
import { UsageError } from "../errors.ts";
import { throwIfMachine } from "../machine.ts";
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
  const unusable = (reason: string) => new UsageError(say("batch.unusable-results", { folder, reason }));
  let descriptor: number;
  try {
    descriptor = openSync(join(folder, resultsName), "r");
  } catch (error) {
    throw unusable(throwIfMachine(error as Error).message);
  }
  try {
    let count = 0;
    for (const line of linesOf(descriptor)) {
      count++;
      const report = parsed(line);
      if (report === undefined) throw unusable(`${resultsName}:${count}`);
      yield { line, report };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The reports in a folder of results. */
export function* reportsIn(folder: string): Generator<Report> {
  for (const { report } of resultsIn(folder)) yield report;
}

function* linesOf(descriptor: number): Generator<string> {
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
}

function parsed(line: string): Report | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
