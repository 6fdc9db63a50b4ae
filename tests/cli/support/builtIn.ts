/** The built-in exercises as the build would compile them, from their sources. Stands in for src/cli/builtIn.ts. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ExerciseSummary } from "../../../src/cli/builtIn.ts";
import { type Exercise, pointsOf } from "../../../src/exercises/exercise.ts";
import { readExercise } from "../../../src/exercises/read.ts";

const root = new URL("../../../exercises/", import.meta.url);

export const packageFolder = fileURLToPath(new URL("../../../", import.meta.url));

const loaded = new Map<string, Exercise>();

export function builtInSummaries(): readonly ExerciseSummary[] {
  return readdirSync(root)
    .sort()
    .map((id) => {
      const exercise = builtInExercise(id);
      const { title, questions } = exercise;
      return { id, title, points: pointsOf(exercise), questions: questions.length, source: "built in" };
    });
}

export function builtInExercise(id: string): Exercise {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const file = new URL(`${id}/exercise.yaml`, root);
  const exercise = readExercise(readFileSync(file, "utf8"), `exercises/${id}/exercise.yaml`);
  loaded.set(id, exercise);
  return exercise;
}
