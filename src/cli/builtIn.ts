/** The exercises that come with the program: compiled to JSON by the build, so that nothing is parsed or checked at start. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Where they lie: beside the built program, or in dist/ of the package when the sources run. */
function compiledFrom(folder: string): string {
  const found = [join(folder, "exercises"), join(folder, "dist", "exercises")];
  const there = found.find((one) => existsSync(join(one, "index.json")));
  return there ?? (dirname(folder) === folder ? "" : compiledFrom(dirname(folder)));
}

const compiled = compiledFrom(dirname(fileURLToPath(import.meta.url)));

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
