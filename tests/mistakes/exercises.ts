/** The course's exercises and those of models.yaml, by id. */

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { exerciseFromData, readExercise } from "../../src/exercises/read.ts";

const folder = new URL("../../exercises/", import.meta.url);

export const courseExercises: ReadonlyMap<string, Exercise> = new Map(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, readExercise(readFileSync(new URL(`${name}/exercise.yaml`, folder), "utf8"), name)]),
);

const models = parse(readFileSync(new URL("models.yaml", import.meta.url), "utf8"), { merge: true }) as object;

export const exercises: ReadonlyMap<string, Exercise> = new Map([
  ...courseExercises,
  ...Object.entries(models).map(([id, data]) => [id, exerciseFromData(data)] as const),
]);
