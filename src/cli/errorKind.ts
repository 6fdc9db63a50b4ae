/**
 * Tells errors by their names, because `instanceof` would not do: the program and the parts that it loads on demand are
 * two bundles, each with its own copy of a class. Handles no error.
 */

import type { ExerciseError } from "../exercises/problem.ts";

export function isA<E extends Error>(error: unknown, name: string): error is E {
  return error instanceof Error && error.name === name;
}

/** The reader of exercises is always such a part. */
export function isExerciseError(error: unknown): error is ExerciseError {
  return isA<ExerciseError>(error, "ExerciseError");
}
