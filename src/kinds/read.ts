/** Reads exercise files with all kinds of questions that there are, and labelled answers. Loads zod and yaml. */

import { z } from "zod";
import { Derivation } from "../exercises/derivation.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { DataPath } from "../exercises/problem.ts";
import { AuthoredText, exerciseFromData as fromData, readExercise as read } from "../exercises/read.ts";
import { kinds } from "./index.ts";
import type { LabelledAnswer } from "./kind.ts";

export { AuthoredText };

/**
 * The exercise of a YAML or JSON text. @param shared what stands in the file that holds its model (`own.modelFile`)
 * @throws ExerciseError with file, line and column of everything that is wrong
 */
export function readExercise(own: AuthoredText | string, shared?: AuthoredText): Exercise {
  return read(typeof own === "string" ? new AuthoredText(own) : own, Object.values(kinds), shared);
}

/** @throws ExerciseError */
export function exerciseFromData(data: unknown): Exercise {
  return fromData(data, Object.values(kinds));
}

/** The exercise with all that takes long worked out, for those that come with the program. @throws ExerciseError */
export function readPrepared(own: AuthoredText, shared?: AuthoredText): Exercise {
  const exercise = readExercise(own, shared);
  const derivation = new Derivation(exercise);
  const questions = exercise.questions.map(
    (question) => kinds[question.kind]?.prepare?.(question, derivation) ?? question,
  );
  return { ...exercise, questions };
}

/** The exercise with what labelled answers to its questions teach. */
export function withLabelled(exercise: Exercise, of: (question: string) => readonly LabelledAnswer[]): Exercise {
  const derivation = new Derivation(exercise);
  const questions = exercise.questions.map(
    (question) => kinds[question.kind]?.learn?.(question, of(question.id), derivation) ?? question,
  );
  return { ...exercise, questions };
}

const answers = z.array(z.record(z.string().regex(/^[mpu-]+$/i), z.union([z.string(), z.array(z.string())])));
const labelledSchema = z.strictObject({ train: answers, held: answers.optional() });

/**
 * Labelled answers as a file has them, a line each with its marks: those to learn from, and those that are held back
 * to measure with. @throws ExerciseError
 */
export function readLabelled(text: string, file: string): Readonly<Record<"train" | "held", LabelledAnswer[]>> {
  const authored = new AuthoredText(text, file);
  const { data, error } = labelledSchema.safeParse(authored.data());
  if (data === undefined)
    throw authored.error(error.issues.map(({ path, message }) => ({ path: path as DataPath, message })));
  const rows = (part: typeof data.train) =>
    part.flatMap((line) => Object.entries(line).map(([marks, answer]) => ({ marks, answer })));
  return { train: rows(data.train), held: rows(data.held ?? []) };
}
