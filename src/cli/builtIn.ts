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

/** This runs in dist or in dist/modules. */
const here = dirname(fileURLToPath(import.meta.url));
const dist = basename(here) === "modules" ? dirname(here) : here;

/** Where the package lies: bin/ and dist/ are in it. */
export const packageFolder = dirname(dist);

/** One file an exercise and index.json. */
const compiled = join(dist, "exercises");

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
