/** Exercises as a batch needs them: bound for grading under fixed options. Knows how exercises are found and graded. */

import { pointsOf } from "../../exercises/exercise.ts";
import { answerHash } from "../../grading/answerHash.ts";
import { type GradeOptions, grade } from "../../grading/grade.ts";
import { ExerciseFiles, UnknownExercise } from "../exerciseFiles.ts";
import type { Exercises, Grader } from "./types.ts";

declare const RNN_CHECK_VERSION: string;

/** What a thread needs to find the same exercises and to grade in the same way; plain data. */
export interface ExerciseSource {
  readonly folders: readonly string[];
  readonly options: Pick<GradeOptions, "lang" | "feedback" | "min">;
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
      const grader: Grader = {
        exercise: exercise.id,
        maxPoints: pointsOf(exercise),
        fingerprint: answerHash([RNN_CHECK_VERSION, JSON.stringify(exercise), JSON.stringify(options)]),
        grade: (text, meta) => grade(exercise, text, { ...options, ...meta }),
        describe(item, criterion) {
          const question = exercise.questions.find(({ id }) => id === item);
          const hint =
            question?.kind === "text" ? question.criteria.find(({ id }) => id === criterion)?.hint : undefined;
          const text = question?.prompt ?? exercise.title;
          return { question: text, ...(hint !== undefined && { criterion: hint[options.lang ?? "en"] }) };
        },
      };
      graders.set(wanted, grader);
      return grader;
    },
  };
}
