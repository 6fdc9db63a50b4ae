/** The exercises that come with the program: compiled to JSON by the build, so that nothing is parsed or checked at start. */

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exercise } from "../exercises/exercise.ts";

/** What a list shows of an exercise without opening it. */
export interface ExerciseSummary {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly questions: number;
  /** `built in`, or a path. */
  readonly source: string;
}

/** dist/exercises: one file an exercise and index.json. This runs in dist or dist/modules. */
const here = dirname(fileURLToPath(import.meta.url));
const compiled = join(basename(here) === "modules" ? dirname(here) : here, "exercises");

let index: readonly ExerciseSummary[] | undefined;

export function builtInSummaries(): readonly ExerciseSummary[] {
  const file = join(compiled, "index.json");
  index ??= existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ExerciseSummary[]) : [];
  return index;
}

/** @param id of one of the summaries */
export function builtInExercise(id: string): Exercise {
  return JSON.parse(readFileSync(join(compiled, `${id}.json`), "utf8")) as Exercise;
}
