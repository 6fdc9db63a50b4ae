/** An exercise together with its counts of stored values, the right ones and those that known mistakes lead to. */

import { Derivation } from "../exercises/derivation.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { readExercise } from "../exercises/read.ts";
import { attempt, mistakenDerivations } from "../mistakes/mistaken.ts";

/**
 * Reads an exercise that comes with the program: unrolling a hundred steps under every known mistake is most of the
 * time that a first wrong count takes. @throws ExerciseError
 */
export function readCounted(text: string, file: string): Exercise {
  const exercise = readExercise(text, file);
  const right = new Derivation(exercise);
  for (const question of exercise.questions) {
    if (question.kind !== "number" || !("stored" in question.reference)) continue;
    const { stored } = question.reference;
    right.storedCount(stored);
    for (const { wrong } of mistakenDerivations(right, "count")) attempt(() => wrong().storedCount(stored));
  }
  return { ...exercise, counts: right.counts };
}
