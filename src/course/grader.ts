/** Grading for a course: an exercise bound once for many answers, and one file with it, up to what to warn of. */

import { type Exercise, fieldsOf, passesAt, pointsOf, type Question } from "../exercises/exercise.ts";
import { applyDecisions, type Decision } from "../grading/decisions.ts";
import { type GradeOptions, grade } from "../grading/grade.ts";
import { invalidReport, type Report } from "../grading/report.ts";
import { kinds } from "../kinds/index.ts";
import type { Language, Message } from "../messages/message.ts";
import { say } from "./messages.ts";
import type { HandIn } from "./whose.ts";

/** Whose answer a report is about, and in which file it stands. */
export type Place = Pick<Report, "student" | "file">;

export interface Grader {
  readonly exercise: string;
  readonly maxPoints: number;
  /** Share of the points that counts as passed, in percent. */
  readonly minPercent: number;
  readonly items: readonly string[];
  /** Pure; the report is about `place`, whatever the answer says about itself. */
  readonly grade: (text: string, place: Place) => Report;
  /** Points of an item, or of a criterion of it; undefined if there is none. */
  readonly worth: (item: string, criterion?: string) => number | undefined;
  /** What is told at full feedback only of a wrong answer to an item: most often what a right one is. */
  readonly solution: (item: string, wrong: string) => string | undefined;
  /** What is asked (in Markdown), and what a criterion looks for, for whoever decides. */
  readonly describe: (item: string, criterion?: string) => { readonly question: string; readonly criterion?: string };
}

/** The options that all answers of a course are graded under. */
export type GraderOptions = Pick<GradeOptions, "lang" | "feedback" | "min">;

export function graderOf(exercise: Exercise, options: GraderOptions): Grader {
  const partsOf = (item: string, criterion?: string) => {
    const question = exercise.questions.find(({ id }) => id === item);
    const criteria = question && kinds[question.kind]?.sheet(question).criteria;
    return { question, part: criteria?.find(({ id }) => id === criterion) };
  };
  return {
    exercise: exercise.id,
    maxPoints: pointsOf(exercise),
    minPercent: passesAt(exercise, options.min),
    items: exercise.questions.map(({ id }) => id),
    grade(text, place) {
      const { schema, exercise: id, student: _, file: __, ...rest } = grade(exercise, text, options);
      return { schema, exercise: id, ...place, ...rest };
    },
    worth(item, criterion) {
      const { question, part } = partsOf(item, criterion);
      return criterion === undefined ? question?.points : part?.points;
    },
    solution(item, wrong) {
      const { items } = grade(exercise, { answers: { [item]: wrong } }, { ...options, feedback: "full" });
      return items.find(({ id }) => id === item)?.feedback.findLast(({ solution }) => solution)?.message;
    },
    describe(item, criterion) {
      const { lang = "en" } = options;
      const { question, part } = partsOf(item, criterion);
      const hint = part?.hint?.[lang];
      const { title, statement } = exercise;
      const asked = question?.prompt?.[lang] ?? (question && partOn(question, statement[lang]));
      return { question: asked ?? title[lang], ...(hint !== undefined && { criterion: hint }) };
    },
  };
}

/** The part of a statement that names a question's keys; all of it if none does. */
function partOn(question: Question, statement: string): string {
  const parts = statement.split(/\n\s*\n|\n(?=\s*(?:\d+[.)]|[-*+])\s)/);
  const named = parts.filter((part) => fieldsOf(question).some((key) => part.includes(`\`${key}\``)));
  return named.length === 0 ? statement : named.join("\n");
}

/** The text of a file, or why there is none. */
export type Reading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: Message };

export interface GradeFileOptions {
  readonly language: Language;
  /** Of this student and exercise. */
  readonly decisions: readonly Decision[];
}

/** How the program's own documents begin. */
const ownDocument = /^\{\s*"schema":\s*"rnn-check\//;

/** Throws only if the grader has a defect. `grader`: undefined for an unknown exercise. */
export function gradeFile(
  handIn: HandIn,
  reading: Reading,
  grader: Grader | undefined,
  options: GradeFileOptions,
): Report {
  const { student, claimed, namesake, ambiguous, by } = handIn;
  const { language } = options;
  const graded = judged(handIn, reading, grader, options);
  const warnings = [
    ...(graded.warnings ?? []),
    ...(claimed === undefined ? [] : [told(say("batch.other-student", { student, claimed }), language)]),
    ...(by === undefined ? [] : [told(say("batch.by-group", { by, student }), language)]),
    ...(ambiguous === undefined || ambiguous.students.includes(student)
      ? []
      : [told(say("batch.ambiguous-student", ambiguous), language)]),
    ...(namesake === undefined ? [] : [told(say("batch.same-student", { namesake, student }), language)]),
  ];
  return { ...graded, ...(warnings.length > 0 && { warnings }) };
}

function judged(handIn: HandIn, reading: Reading, grader: Grader | undefined, options: GradeFileOptions): Report {
  const { file, student, wanted } = handIn;
  const refuse = (error: Message) => decided(invalid(handIn, grader, error, options.language), grader, options);
  if (grader === undefined && wanted !== "") return refuse(say("batch.unknown-exercise", { exercise: wanted }));
  // What can't be read can't say which exercise it answers either.
  if (!reading.ok) return refuse(reading.error);
  if (grader === undefined) return refuse(say("batch.no-exercise"));
  if (ownDocument.test(reading.text)) return refuse(say("batch.own-result"));
  return decided(grader.grade(reading.text, { student, file }), grader, options);
}

/** With a person's decisions: they may give points where nothing could be read, too. */
function decided(report: Report, grader: Grader | undefined, options: GradeFileOptions): Report {
  if (grader === undefined) return report;
  const context = { ...options, minPercent: grader.minPercent };
  if (report.status === "graded") return applyDecisions(report, options.decisions, context);
  const { file, error } = report;
  const blank = withoutAnswers(grader, report);
  const marked = applyDecisions(blank, options.decisions, context);
  return marked === blank ? report : { ...marked, ...(file && { file }), ...(error && { warnings: [error] }) };
}

/** The report on somebody who handed in nothing that a program could read: decisions may give points all the same. */
export function gradeAbsent(student: string, grader: Grader, options: GradeFileOptions): Report {
  const { minPercent } = grader;
  return applyDecisions(withoutAnswers(grader, { student }), options.decisions, { ...options, minPercent });
}

function withoutAnswers(grader: Grader, { student }: Place): Report {
  return grader.grade('{"answers":{}}', student === undefined ? {} : { student });
}

/** The report on a file that could not be graded. */
export function invalid(
  { file, student, exercise }: HandIn,
  grader: Grader | undefined,
  error: Message,
  language: Language,
): Report {
  return invalidReport({ exercise, student, file }, grader?.maxPoints ?? 0, told(error, language));
}

function told(error: Message, language: Language) {
  return { code: error.code, message: error.in(language) };
}
