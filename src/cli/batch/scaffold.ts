/** Files that put the program to work somewhere else: an autograder folder for Gradescope. */

import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import autograder from "../../../templates/gradescope/run_autograder?raw";
import setup from "../../../templates/gradescope/setup.sh?raw";
import { idAmong } from "../../exercises/exercise.ts";
import { UsageError } from "../errors.ts";
import type { BatchIo, Settings } from "./io.ts";
import { say } from "./messages.ts";
import { Voice } from "./voice.ts";

export interface ScaffoldOptions extends Omit<Settings, "minPercent"> {
  readonly kind: string;
  readonly folder: string;
  /** The exercise to grade; without one, submissions say it themselves. */
  readonly exercise?: string;
  /** What `npm install` gets: the package by name and version, or a tarball's path in the folder. */
  readonly package: string;
  readonly force: boolean;
}

type ScaffoldIo = Pick<BatchIo, "cwd" | "stdout" | "exercises">;

export function runScaffold(options: ScaffoldOptions, io: ScaffoldIo): number {
  const { kind, exercise, force, json } = options;
  const known = "gradescope";
  if (kind !== known) throw new UsageError(say("batch.scaffold-unknown", { kind, known }));
  const folder = resolve(io.cwd, options.folder);
  if (exercise !== undefined && !isExercise(exercise, folder, io)) {
    throw new UsageError(say("batch.unknown-exercise-option", { exercise }));
  }
  const templates = { "setup.sh": setup, run_autograder: autograder };
  const files = Object.keys(templates);
  const path = files.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (path !== undefined && !force) throw new UsageError(say("batch.scaffold-exists", { path }));
  mkdirSync(folder, { recursive: true });
  for (const [name, template] of Object.entries(templates)) {
    writeFileSync(join(folder, name), filled(template, options));
    chmodSync(join(folder, name), 0o755);
  }
  const written = { kind, folder: options.folder, files };
  const done = new Voice(io.stdout, options.language).text(say("batch.scaffold-done", written));
  io.stdout.write(`${json ? JSON.stringify(written, null, 2) : done}\n`);
  return 0;
}

/** Known here, or lying beside the scripts, where the autograder will find it. */
function isExercise(exercise: string, folder: string, { cwd, exercises }: ScaffoldIo): boolean {
  if (idAmong(exercises.ids, exercise) !== undefined) return true;
  const beside = ["", ".yaml", ".yml", ".json"].map((ending) => join(folder, "exercises", exercise + ending));
  return [...beside, resolve(cwd, exercise)].some((path) => existsSync(path));
}

function filled(template: string, { package: name, exercise = "", language, feedback }: ScaffoldOptions): string {
  const notCounted = say("batch.scaffold-not-counted", { file: "$file", by: "$by" }).in(language);
  const values: Record<string, string> = { package: name, exercise, language, feedback, not_counted: notCounted };
  return template.replace(/@(\w+)@/g, (_, key: string) => shellWord(values[key] ?? ""));
}

/** The text as one word of a shell. */
function shellWord(text: string): string {
  return /^[\w@./:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
