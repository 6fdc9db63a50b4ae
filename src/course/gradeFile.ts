/** From one file to its report: what can't be graded, the grade itself, a person's decisions, what to warn of. */

import { applyDecisions, type Decision } from "../grading/decisions.ts";
import { invalidReport, type Report } from "../grading/report.ts";
import type { Language, Message } from "../messages/message.ts";
import type { Grader } from "./grader.ts";
import { say } from "./messages.ts";
import type { HandIn } from "./whose.ts";

/** The text of a file, or why there is none. */
export type Reading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: Message };

export interface GradeFileOptions {
  readonly language: Language;
  /** Share of the points that counts as passed, in percent. */
  readonly minPercent: number;
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
  const { student, claimed, namesake } = handIn;
  const { language } = options;
  const graded = judged(handIn, reading, grader, options);
  const warnings = [
    ...(graded.warnings ?? []),
    ...(claimed === undefined ? [] : [told(say("batch.other-student", { student, claimed }), language)]),
    ...(namesake === undefined ? [] : [told(say("batch.same-student", { namesake, student }), language)]),
  ];
  return { ...graded, ...(warnings.length > 0 && { warnings }) };
}

function judged(handIn: HandIn, reading: Reading, grader: Grader | undefined, options: GradeFileOptions): Report {
  const { file, student, exercise } = handIn;
  const refuse = (error: Message) => invalid(handIn, grader, error, options.language);
  if (grader === undefined && exercise !== "") return refuse(say("batch.unknown-exercise", { exercise }));
  // What can't be read can't say which exercise it answers either.
  if (!reading.ok) return refuse(reading.error);
  if (grader === undefined) return refuse(say("batch.no-exercise"));
  if (ownDocument.test(reading.text)) return refuse(say("batch.own-result"));
  return applyDecisions(grader.grade(reading.text, { student, file }), options.decisions, options);
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
