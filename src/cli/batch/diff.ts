/** Whose results differ between two runs, and in what; pure but for reading the two files of results. */

import { closeSync, openSync, readSync } from "node:fs";
import { join, resolve } from "node:path";
import { compareReports, type ItemChange, type ResultChange, type Standing } from "../../course/difference.ts";
import type { Report } from "../../grading/report.ts";
import type { Language } from "../../messages/catalogue.ts";
import { BatchError, isBatchError } from "./batchError.ts";
import type { BatchIo } from "./io.ts";
import { refused } from "./refusal.ts";
import { linesOf } from "./results/lines.ts";
import { resultsName } from "./results/resultFiles.ts";
import { Voice } from "./voice.ts";

export interface DiffOptions {
  readonly before: string;
  readonly after: string;
  readonly json: boolean;
  readonly language: Language;
}

interface Difference {
  readonly schema: "rnn-check/diff@1";
  readonly changes: readonly ResultChange[];
}

/** Gives the exit status: 0 whether or not something differs, 2 if there are no results to compare. */
export function runDiff(options: DiffOptions, io: Pick<BatchIo, "cwd" | "stdout" | "stderr">): number {
  const voice = new Voice(io.stderr, options.language);
  try {
    const [before, after] = [options.before, options.after].map((folder) => join(resolve(io.cwd, folder), resultsName));
    const changes = compareRuns(before as string, after as string, (path, reason) =>
      voice.text("batch.unusable-results", { folder: path, reason }),
    );
    const difference: Difference = { schema: "rnn-check/diff@1", changes };
    io.stdout.write(options.json ? `${JSON.stringify(difference, undefined, 2)}\n` : describe(changes, voice));
    return 0;
  } catch (error) {
    return refused(error, options, io);
  }
}

/**
 * Pairs the results of a student for an exercise (of several: by file, then in order). Of the first run only the places
 * of its lines are kept, of the second nothing.
 */
function compareRuns(
  before: string,
  after: string,
  unusable: (path: string, reason: string) => string,
): ResultChange[] {
  const places = new Map<string, { readonly start: number; readonly length: number }[]>();
  let start = 0;
  for (const { line, report } of resultsAt(before, unusable)) {
    const length = Buffer.byteLength(line);
    const key = keyOf(report);
    const same = places.get(key);
    if (same === undefined) places.set(key, [{ start, length }]);
    else same.push({ start, length });
    start += length;
  }
  const changes: ResultChange[] = [];
  const descriptor = openSync(before, "r");
  const read = ({ start, length }: { readonly start: number; readonly length: number }): string => {
    const buffer = Buffer.allocUnsafe(length);
    readSync(descriptor, buffer, 0, length, start);
    return buffer.toString("utf8");
  };
  for (const { line, report } of resultsAt(after, unusable)) {
    const key = keyOf(report);
    const place = places.get(key)?.shift();
    const old = place === undefined ? undefined : read(place);
    if (old === line) continue;
    const change = compareReports(old === undefined ? undefined : JSON.parse(old), report);
    if (change !== undefined) changes.push(change);
  }
  for (const left of places.values()) {
    for (const place of left) {
      const change = compareReports(JSON.parse(read(place)), undefined);
      if (change !== undefined) changes.push(change);
    }
  }
  closeSync(descriptor);
  return changes;
}

function* resultsAt(path: string, unusable: (path: string, reason: string) => string) {
  let lines = 0;
  try {
    for (const line of linesOf(path)) {
      lines++;
      yield { line, report: JSON.parse(line) as Report };
    }
  } catch (error) {
    if (isBatchError(error)) throw error;
    const reason = error instanceof SyntaxError ? String(lines) : (error as Error).message;
    throw new BatchError(unusable(path, reason));
  }
}

function keyOf({ student, file, exercise }: Report): string {
  return `${student ?? file}\n${exercise}`;
}

function describe(changes: readonly ResultChange[], voice: Voice): string {
  if (changes.length === 0) return `${voice.text("batch.diff-none")}\n`;
  const lines: string[] = [];
  const counts = { up: 0, down: 0, added: 0, removed: 0 };
  for (const change of changes) {
    const { student, exercise, before, after, items } = change;
    const [was, is] = [before?.points, after?.points];
    if (was === undefined) counts.added++;
    else if (is === undefined) counts.removed++;
    else if (is > was) counts.up++;
    else if (is < was) counts.down++;
    const words = [was ?? voice.text("batch.diff-added"), is ?? voice.text("batch.diff-removed")];
    lines.push(`${voice.safe(student)}  ${voice.safe(exercise)}  ${words.join(" → ")}`);
    for (const item of items) lines.push(`    ${describeItem(item, voice)}`);
  }
  return `${lines.join("\n")}\n${voice.text("batch.diff-total", { n: changes.length, ...counts })}\n`;
}

function describeItem({ item, before, after, answerChanged }: ItemChange, voice: Voice): string {
  const side = (standing: Standing | null) =>
    standing === null
      ? "–"
      : [standing.verdict, standing.points, ...standing.codes, ...(standing.overridden ? ["overridden"] : [])].join(
          " ",
        );
  const note = answerChanged ? ` (${voice.text("batch.diff-answer")})` : "";
  return voice.safe(`${item === "" ? "–" : item}: ${side(before)} → ${side(after)}${note}`);
}
