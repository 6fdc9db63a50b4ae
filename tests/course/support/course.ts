/** Folders of submissions for tests, and batches over them whose output is caught. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import type { BatchIo, BatchOptions } from "../../../src/cli/batch/io.ts";
import { runBatch } from "../../../src/cli/batch/run.ts";
import { UsageError } from "../../../src/cli/errors.ts";
import { fileProblem } from "../../../src/cli/explain.ts";
import type { Summary } from "../../../src/course/summary.ts";
import type { Report } from "../../../src/grading/report.ts";
import { fakeExercises } from "./grader.ts";

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "batch-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files; a value that is no text or buffer becomes JSON. */
export function writeFiles(folder: string, files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const isText = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(path, isText ? content : JSON.stringify(content));
  }
}

/** An answer sheet with full points, unless told otherwise. */
export function sheet(student: string | undefined, exercise: string | undefined, answers: object = {}): object {
  return { exercise, student, answers: { n: 42, why: "because", ...answers } };
}

export interface BatchRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly out: string;
  readonly reports: readonly Report[];
  readonly summary: Summary;
}

export const defaults: Omit<BatchOptions, "inputs"> = {
  formats: [],
  minPercent: 100,
  json: false,
  language: "en",
  feedback: "hints",
  format: {},
};

export function fakeIo(folder: string, changes: Partial<BatchIo> = {}) {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  const io: BatchIo = {
    cwd: folder,
    env: {},
    stdin: Readable.from([]),
    stdout: output("stdout"),
    stderr: output("stderr"),
    exercises: fakeExercises(),
    ...changes,
  };
  return { io, written };
}

/** Runs a command as the program does: what the user did wrong is said, and ends it with 2. */
export async function ended(
  io: Pick<BatchIo, "stdout" | "stderr">,
  command: () => number | Promise<number>,
  json = false,
): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const told = error instanceof UsageError ? error.told : fileProblem(error, "en");
    if (told === undefined) throw error;
    if (json) io.stdout.write(JSON.stringify({ error: { code: told.code } }));
    io.stderr.write(`${told.in("en")}\n`);
    return 2;
  }
}

/** A batch over `folder`/in into `folder`/out, unless the options say otherwise. */
export async function batch(
  folder: string,
  options: Partial<BatchOptions> = {},
  changes: Partial<BatchIo> = {},
): Promise<BatchRun> {
  const { io, written } = fakeIo(folder, changes);
  const out = options.out ?? "out";
  const all = { ...defaults, inputs: ["in"], out, ...options };
  const status = await ended(io, () => runBatch(all, io), all.json);
  return { status, ...written, out: join(folder, out), ...resultsOf(join(folder, out)) };
}

export function resultsOf(out: string): { readonly reports: Report[]; readonly summary: Summary } {
  const lines = textOf(join(out, "results.jsonl")).split("\n").filter(Boolean);
  const summary = textOf(join(out, "summary.json"));
  return { reports: lines.map((line) => JSON.parse(line)), summary: summary === "" ? undefined : JSON.parse(summary) };
}

export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** `file → student` of results, for comparing at a glance. */
export function studentsByFile(reports: readonly Report[]): Record<string, string | undefined> {
  return Object.fromEntries(reports.map(({ file, student }) => [file ?? "", student]));
}
