/** An exercise bound for grading many answers to it under fixed options; knows no file. */

import type { Exercise, Question } from "../exercises/exercise.ts";
import { pointsOf } from "../exercises/exercise.ts";
import { answerHash } from "../grading/answerHash.ts";
import { grade } from "../grading/grade.ts";
import type { GradeOptions } from "../grading/gradeOptions.ts";
import type { Report } from "../grading/report.ts";
import { sheetOf } from "../kinds/index.ts";

/** Pure and synchronous; never throws on a student's input. */
export interface Grader {
  readonly exercise: string;
  readonly maxPoints: number;
  /** Changes with the exercise's content, the tool's version and the options that grading depends on. */
  readonly fingerprint: string;
  readonly grade: (text: string, meta: { readonly student?: string; readonly file?: string }) => Report;
  /** Points of an item, or of a criterion of it; undefined if there is none. */
  readonly worth?: (item: string, criterion?: string) => number | undefined;
  /** What is asked, for a person who decides: the question's text, and the criterion's where one is named. */
  readonly describe?: (item: string, criterion?: string) => { readonly question?: string; readonly criterion?: string };
}

/** An error: the exercise is broken. Undefined: there is no such exercise. */
export type LoadedExercise = Grader | Error | undefined;

/** The options that all answers of a batch are graded under. */
export type GraderOptions = Pick<GradeOptions, "lang" | "feedback" | "min">;

/** `version`: the tool's. */
export function graderOf(exercise: Exercise, options: GraderOptions, version: string): Grader {
  return {
    exercise: exercise.id,
    maxPoints: pointsOf(exercise),
    fingerprint: answerHash([version, JSON.stringify(exercise), JSON.stringify(options)]),
    grade: (text, meta) => grade(exercise, text, { ...options, ...meta }),
    worth(item, criterion) {
      const question = exercise.questions.find(({ id }) => id === item);
      return criterion === undefined ? question?.points : criterionOf(question, criterion)?.points;
    },
    describe(item, criterion) {
      const question = exercise.questions.find(({ id }) => id === item);
      const hint = criterionOf(question, criterion)?.hint;
      const text = question?.prompt ?? exercise.title;
      return { question: text, ...(hint !== undefined && { criterion: hint[options.lang ?? "en"] }) };
    },
  };
}

function criterionOf(question: Question | undefined, criterion: string | undefined) {
  return question && sheetOf(question).criteria?.find(({ id }) => id === criterion);
}
