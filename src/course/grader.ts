/** An exercise as a course grades it: bound once for many answers. */

import { type Exercise, pointsOf } from "../exercises/exercise.ts";
import type { GradeOptions } from "../grading/grade.ts";
import { grade } from "../grading/grade.ts";
import type { Report } from "../grading/report.ts";
import { sheetOf } from "../kinds/index.ts";

/** Whose answer a report is about, and in which file it stands. */
export type Place = Pick<Report, "student" | "file">;

export interface Grader {
  readonly exercise: string;
  readonly maxPoints: number;
  /** Pure; the report is about `place`, whatever the answer says about itself. */
  readonly grade: (text: string, place: Place) => Report;
  /** Points of an item, or of a criterion of it; undefined if there is none. */
  readonly worth: (item: string, criterion?: string) => number | undefined;
  /** What is asked, and what a criterion looks for, in words for whoever decides. */
  readonly describe: (item: string, criterion?: string) => { readonly question: string; readonly criterion?: string };
}

/** The options that all answers of a course are graded under. */
export type GraderOptions = Pick<GradeOptions, "lang" | "feedback" | "min">;

export function graderOf(exercise: Exercise, options: GraderOptions): Grader {
  const partsOf = (item: string, criterion?: string) => {
    const question = exercise.questions.find(({ id }) => id === item);
    return { question, part: question && sheetOf(question).criteria?.find(({ id }) => id === criterion) };
  };
  return {
    exercise: exercise.id,
    maxPoints: pointsOf(exercise),
    grade(text, place) {
      const { schema, exercise: id, student: _, file: __, ...rest } = grade(exercise, text, options);
      return { schema, exercise: id, ...place, ...rest };
    },
    worth(item, criterion) {
      const { question, part } = partsOf(item, criterion);
      return criterion === undefined ? question?.points : part?.points;
    },
    describe(item, criterion) {
      const { question, part } = partsOf(item, criterion);
      const hint = part?.hint?.[options.lang ?? "en"];
      return { question: question?.prompt ?? exercise.title, ...(hint !== undefined && { criterion: hint }) };
    },
  };
}
