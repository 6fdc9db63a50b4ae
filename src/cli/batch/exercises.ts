/** Exercises as a batch needs them: found by id or path, each bound for grading once. */

import { type Grader, type GraderOptions, graderOf, type LoadedExercise } from "../../course/grader.ts";
import { ExerciseFiles, UnknownExercise } from "../exerciseFiles.ts";

declare const RNN_CHECK_VERSION: string;

export interface Exercises {
  /** The only exercises a submission may name. A path comes from the command line alone. */
  readonly ids: readonly string[];
  /** By id, or by path as given on the command line. Undefined: unknown. Throws if the exercise is broken. */
  readonly load: (exercise: string) => Promise<Grader | undefined>;
}

/** What a thread needs to find the same exercises and to grade in the same way; plain data. */
export interface ExerciseSource {
  readonly folders: readonly string[];
  readonly options: GraderOptions;
}

export function batchExercises({ folders, options }: ExerciseSource): Exercises {
  const files = new ExerciseFiles(folders);
  const graders = new Map<string, Grader>();
  return {
    ids: files.ids(),
    async load(wanted) {
      const known = graders.get(wanted);
      if (known !== undefined) return known;
      const exercise = await files.load(wanted).catch((error: unknown) => {
        if (error instanceof UnknownExercise) return undefined;
        throw error;
      });
      if (exercise === undefined) return undefined;
      const grader = graderOf(exercise, options, RNN_CHECK_VERSION);
      graders.set(wanted, grader);
      return grader;
    },
  };
}

/** An exercise that cannot be loaded costs its own files, not the others. */
export async function loadExercise(exercises: Exercises, exercise: string): Promise<LoadedExercise> {
  try {
    return await exercises.load(exercise);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
