/** Reads the exercises of a folder. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { readExercise } from "../../src/kinds/read.ts";

/** The exercises below `folder`, by the names of their folders. */
export function exercisesIn(folder: string): ReadonlyMap<string, Exercise> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    names.map(({ name }) => [name, readExercise(readFileSync(join(folder, name, "exercise.yaml"), "utf8"))]),
  );
}
