/** Folders of results: read line by line, and made beside their place to be put there as a whole. */

import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import type { Summary } from "../../course/summary.ts";
import type { Report } from "../../grading/report.ts";
import { realPathOf } from "./find.ts";
import { say } from "./messages.ts";
import { Refused } from "./refused.ts";

const resultsName = "results.jsonl";
const summaryName = "summary.json";

/** What runs write into a folder of results, formats included. Everything else in it is someone's, and stays. */
const ownNames = new Set([
  ...[resultsName, summaryName, "results.csv", "items.csv", "reports.jsonl", "reports.json", "junit.xml"],
  ...["report.md", "report.html", "moodle.csv", "canvas.csv", "github", "gradescope", "prairielearn", "autolab"],
]);

/** Undefined if the folder holds no summary of a batch. */
export function readSummary(folder: string): Summary | undefined {
  try {
    const summary: Summary | null = JSON.parse(readFileSync(join(folder, summaryName), "utf8"));
    return summary?.schema === "rnn-check/summary@1" ? summary : undefined;
  } catch {
    return undefined;
  }
}

/** A line of results, and where it stands in bytes. */
export interface Row {
  readonly report: Report;
  readonly line: string;
  readonly start: number;
  readonly length: number;
}

/** The results in a folder, one in memory at a time. `folder` as given, for messages. */
export function* rowsIn(path: string, folder = path): Generator<Row> {
  let [start, count] = [0, 0];
  try {
    for (const line of linesOf(join(path, resultsName))) {
      count++;
      const length = Buffer.byteLength(line);
      yield { report: JSON.parse(line), line, start, length };
      start += length + 1;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    const reason = error instanceof SyntaxError ? `${resultsName}:${count}` : (error as Error).message;
    throw new Refused(say("batch.unusable-results", { folder, reason }));
  }
}

/** Reads single lines again. */
export class LineReader {
  readonly #descriptor: number;

  constructor(folder: string) {
    this.#descriptor = openSync(join(folder, resultsName), "r");
  }

  at({ start, length }: Pick<Row, "start" | "length">): string {
    const buffer = Buffer.allocUnsafe(length);
    readSync(this.#descriptor, buffer, 0, length, start);
    return buffer.toString("utf8");
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function* linesOf(path: string): Generator<string> {
  const descriptor = openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(65_536);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for (let count = readSync(descriptor, chunk); count > 0; count = readSync(descriptor, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, count))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(descriptor);
  }
}

/** Refuses a place that results must not take: other files are there, or what is to be graded. */
export function checkPlace(out: string, path: string, inputs: readonly string[]): void {
  const target = realPathOf(path);
  if (inputs.some((input) => `${input}/`.startsWith(`${target}/`)))
    throw new Refused(say("batch.out-is-input", { out }));
  const isOurs = !existsSync(target) || readdirSync(target).length === 0 || readSummary(target) !== undefined;
  if (!isOurs) throw new Refused(say("batch.foreign-folder", { folder: out }));
}

/** Results in the making. Nothing of them is seen at their place until `publish`, whatever happens. */
export class Draft {
  /** The folder to write into. */
  readonly path: string;
  readonly #target: string | undefined;
  readonly #results: number;
  #pending = "";

  /** @param out where the results go; undefined: nowhere, they are only printed */
  constructor(out: string | undefined) {
    this.#target = out === undefined ? undefined : realPathOf(out);
    if (this.#target === undefined) this.path = mkdtempSync(join(tmpdir(), "rnn-check-"));
    else {
      clearLeftovers(this.#target);
      this.path = `${this.#target}.part-${process.pid}`;
      mkdirSync(this.path, { recursive: true });
    }
    this.#results = openSync(join(this.path, resultsName), "w");
  }

  /** The next line of results. */
  add(line: string): void {
    this.#pending += `${line}\n`;
    if (this.#pending.length > 65_536) this.#flush();
  }

  /** To be called when all results are there; then formats can read them. */
  finish(summary: string): void {
    this.#flush();
    closeSync(this.#results);
    writeFileSync(join(this.path, summaryName), summary);
  }

  /** Takes the place of what is there as a whole; files that no run has written move along. */
  publish(): void {
    const [target, aside] = [this.#target, `${this.path}.old`];
    if (target === undefined) return;
    const earlier = existsSync(target) ? readdirSync(target) : undefined;
    for (const name of earlier ?? []) {
      if (!ownNames.has(name)) cpSync(join(target, name), join(this.path, name), { recursive: true });
    }
    if (earlier !== undefined) renameSync(target, aside);
    try {
      renameSync(this.path, target);
    } catch (error) {
      if (earlier !== undefined) renameSync(aside, target);
      throw error;
    }
    rmSync(aside, { recursive: true, force: true });
  }

  discard(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #flush(): void {
    writeFileSync(this.#results, this.#pending);
    this.#pending = "";
  }
}

/** Removes what a run that was killed has left. Killed between the two renames, it has left the earlier results aside. */
function clearLeftovers(target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(target)}.part-`) || !/\.part-\d+(?:\.old)?$/.test(name)) continue;
    const path = join(folder, name);
    if (name.endsWith(".old") && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}
