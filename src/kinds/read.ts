/** Reads exercise files with all kinds of questions that there are. Loads zod and yaml. */

import { Derivation } from "../exercises/derivation.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { exerciseFromData as fromData, readExercise as read } from "../exercises/read.ts";
import { kinds } from "./index.ts";

/** The exercise of a YAML or JSON text. @throws ExerciseError with file, line and column of everything that is wrong */
export function readExercise(text: string, file?: string): Exercise {
  return read(text, Object.values(kinds), file);
}

/** @throws ExerciseError */
export function exerciseFromData(data: unknown): Exercise {
  return fromData(data, Object.values(kinds));
}

/** The exercise with all that takes long worked out, for those that come with the program. @throws ExerciseError */
export function readPrepared(text: string, file: string): Exercise {
  const exercise = readExercise(text, file);
  const derivation = new Derivation(exercise);
  const questions = exercise.questions.map(
    (question) => kinds[question.kind]?.prepare?.(question, derivation) ?? question,
  );
  return { ...exercise, questions };
}
