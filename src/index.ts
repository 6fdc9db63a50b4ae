/**
 * rnn-check as a library. `grade`, `trace` and `equivalent` are pure: they read no file and know no terminal.
 *
 * ```ts
 * import { grade, loadExercise } from "rnn-check";
 * const exercise = await loadExercise("ex6");
 * const report = grade(exercise, '{ "set2": { "h1": 0.46 } }');
 * ```
 */

export { loadExercise, UnknownExercise } from "./cli/exerciseFiles.ts";
export { ModelError, type ModelErrorCode } from "./engine/model.ts";
export type { Span } from "./engine/syntax.ts";
export type { Exercise, Question } from "./exercises/exercise.ts";
export { ExerciseError, type PlacedProblem } from "./exercises/problem.ts";
export type { StoredTrace } from "./exercises/run.ts";
export { type Trace, type TraceOptions, trace } from "./exercises/trace.ts";
export type { Undecided } from "./formula/equal/compare.ts";
export type { Domain } from "./formula/equal/points.ts";
export { type Equivalence, type EquivalenceOptions, equivalent } from "./formula/equivalent.ts";
export type { ParseError } from "./formula/parse.ts";
export type { FeedbackLevel, GradeOptions } from "./grading/grade.ts";
export { grade } from "./grading/grade.ts";
export type { Message, Report, ReportCriterion, ReportError, ReportItem } from "./grading/report.ts";
export type { CriterionVerdict, Verdict } from "./kinds/judgement.ts";
export type { Language } from "./messages/message.ts";
