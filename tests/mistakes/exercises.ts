/** The course's exercises, and those of models.yaml. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { exerciseFromData } from "../../src/kinds/read.ts";
import { exercisesIn } from "../robustness/course.ts";

export const courseExercises = exercisesIn(fileURLToPath(new URL("../../exercises/", import.meta.url)));

export const modelsText = readFileSync(new URL("models.yaml", import.meta.url), "utf8");
const models = parse(modelsText, { merge: true }) as object;

export const exercises: ReadonlyMap<string, Exercise> = new Map([
  ...courseExercises,
  ...Object.entries(models).map(([id, data]) => [id, exerciseFromData(data)] as const),
]);

type Example = readonly [exercise: string, question: string, answer: string | number];
const examples = parse(readFileSync(new URL("examples.yaml", import.meta.url), "utf8")) as Readonly<
  Record<string, Example>
>;

/** An answer that shows a mistake. */
export function exampleOf(code: string): Example {
  const example = examples[code];
  if (example === undefined) throw new Error(`examples.yaml has no answer that shows ${code}`);
  return example;
}
