/** The course's exercises, those of models.yaml, and those that the mistakes bring along for their examples. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";
import { mistakes } from "../../src/mistakes/index.ts";
import { exercisesIn } from "../robustness/course.ts";

export const courseExercises = exercisesIn(fileURLToPath(new URL("../../exercises/", import.meta.url)));

const models = parse(readFileSync(new URL("models.yaml", import.meta.url), "utf8"), { merge: true }) as object;

/** By their YAML. */
const exampleExercises = [...new Set(mistakes.map(({ example: [exercise] }) => exercise))]
  .filter((exercise) => !courseExercises.has(exercise))
  .map((yaml) => [yaml, exerciseFromData({ id: "example", title: "-", statement: "-", ...parse(yaml) })] as const);

export const exercises: ReadonlyMap<string, Exercise> = new Map([
  ...courseExercises,
  ...Object.entries(models).map(([id, data]) => [id, exerciseFromData(data)] as const),
  ...exampleExercises,
]);
