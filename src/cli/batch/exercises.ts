/** Exercises as a course needs them: found by id or path, each bound for grading once. */

import { type Grader, type GraderOptions, graderOf } from "../../course/grader.ts";
import { type ExerciseFiles, UnknownExercise } from "../exerciseFiles.ts";
import type { Exercises } from "./io.ts";

export function batchExercises(files: ExerciseFiles, options: GraderOptions): Exercises {
  const graders = new Map<string, Grader>();
  return {
    ids: files.ids(),
    async load(wanted) {
      try {
        const grader = graders.get(wanted) ?? graderOf(await files.load(wanted), options);
        graders.set(wanted, grader);
        return grader;
      } catch (error) {
        if (error instanceof UnknownExercise) return undefined;
        throw error;
      }
    },
  };
}
