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

/** Where a line of results stands, in bytes. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** The results in a folder: all in order, one in memory at a time, and single ones again. */
export class Results {
  readonly #descriptor: number;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    try {
      this.#descriptor = openSync(join(folder, resultsName), "r");
    } catch (error) {
      throw this.#unusable(throwIfMachine(error as Error).message);
    }
  }

  *rows(): Generator<Place & { readonly report: Report }> {
    let [start, count] = [0, 0];
    for (const line of this.#lines()) {
      const length = Buffer.byteLength(line);
      count++;
      yield { report: this.#parsed(line, count), start, length };
      start += length + 1;
    }
  }

  lineAt({ start, length }: Place): string {
    const buffer = Buffer.allocUnsafe(length);
    readSync(this.#descriptor, buffer, 0, length, start);
    return buffer.toString("utf8");
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  *#lines(): Generator<string> {
    const chunk = Buffer.allocUnsafe(65_536);
    const decoder = new StringDecoder("utf8");
    let [rest, position] = ["", 0];
    for (let count = -1; count !== 0; position += count) {
      count = readSync(this.#descriptor, chunk, 0, chunk.length, position);
      const lines = (rest + decoder.write(chunk.subarray(0, count))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  }

  #parsed(line: string, number: number): Report {
    try {
      return JSON.parse(line);
    } catch {
      throw this.#unusable(`${resultsName}:${number}`);
    }
  }

  #unusable(reason: string): UsageError {
    return new UsageError(say("batch.unusable-results", { folder: this.#folder, reason }));
  }
}

/** The reports in a folder of results. */
export function* reportsIn(folder: string): Generator<Report> {
  const results = new Results(folder);
  try {
    for (const { report } of results.rows()) yield report;
  } finally {
    results.close();
  }
}
