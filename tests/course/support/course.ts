/** Folders of submissions for tests, and batches over them whose output is caught. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { Command } from "commander";
import { onTestFinished } from "vitest";
import type { BatchFlags } from "../../../src/cli/batch/prepare.ts";
import { runBatch } from "../../../src/cli/batch/run.ts";
import { explain } from "../../../src/cli/explain.ts";
import { type GlobalOptions, Session, type Surroundings } from "../../../src/cli/session.ts";
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

/** Options of the program, and of a batch. */
interface BatchOptions extends GlobalOptions, BatchFlags {
  readonly inputs?: readonly string[];
}

/** A session in a folder, with stand-ins for exercises and with streams that remember. */
export function fakeSession(
  folder: string,
  options: GlobalOptions = {},
  { stdin = Readable.from([]), exercises = fakeExercises() } = {},
) {
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  const streams = { stdin, stdout: output("stdout"), stderr: output("stderr") } as unknown as Surroundings;
  const session = new Session(options, { ...streams, env: { LANG: "C.UTF-8" } });
  Object.assign(session.exercises, { ids: () => exercises.ids });
  return { session: Object.assign(session, { grader: exercises.load }), written };
}

/** Runs a command as the program does: what the user did wrong is said, and ends it with 2. */
export async function ended(session: Session, command: () => number | Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    return explain(session, error, [], new Command());
  }
}

/** A batch over `folder`/in into `folder`/out, unless the options say otherwise. */
export async function batch(
  folder: string,
  { inputs = ["in"], out = "out", ...options }: BatchOptions = {},
  exercises = fakeExercises(),
): Promise<BatchRun> {
  const { session, written } = fakeSession(folder, options, { exercises });
  const status = await ended(session, () => runBatch(session, inputs, { ...options, out }));
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
