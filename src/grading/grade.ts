/** Grades one submission of one exercise: from text to report. */

import { entryOf, Memory } from "../engine/maps.ts";
import { memo, once } from "../engine/memo.ts";
import { Derivation } from "../exercises/derivation.ts";
import { type Exercise, fieldsOf, idAmong, passesAt, pointsOf, type Question } from "../exercises/exercise.ts";
import { kinds } from "../kinds/index.ts";
import { type Answers, type CriterionJudgement, type Judge, type Judgement, judged } from "../kinds/judgement.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Language, Message as Said } from "../messages/message.ts";
import { safeText } from "../messages/safeText.ts";
import { collectAnswers } from "./answerKeys.ts";
import { say } from "./messages.ts";
import {
  answerHash,
  answerText,
  gradedReport,
  invalidReport,
  type Message,
  type Report,
  type ReportCriterion,
  type ReportError,
  type ReportItem,
  roundPoints,
  type Subject,
} from "./report.ts";
import { readSubmission, type Submission, type SubmissionError, submissionOf } from "./submission.ts";

/** How much a report says: verdicts; what went wrong, without the right answer; everything. */
export type FeedbackLevel = "verdict" | "hints" | "full";

export interface GradeOptions {
  /** Language of messages (default `en`). Answers are judged whatever their language. */
  readonly lang?: Language;
  readonly feedback?: FeedbackLevel;
  /** Share of the points that counts as passed, in percent (default: the exercise's own, else 100). */
  readonly min?: number;
  /** Stands in the report as it is. */
  readonly file?: string;
  /** The student, where the submission names none. */
  readonly student?: string;
}

/**
 * Grades an answer to an exercise. `answer` is the text of a JSON file or its parsed value (envelope or bare answers).
 * Never throws on an answer, whatever it holds; a text keeps what parsing loses (places of errors, trailing zeros).
 */
export function grade(exercise: Exercise, answer: unknown, options: GradeOptions = {}): Report {
  const reading = typeof answer === "string" ? readSubmission(answer) : submissionOf(answer);
  if (!reading.ok) return ungradable(exercise, reading.error, options);
  const { submission } = reading;
  const named = submission.exercise;
  if (named !== undefined && idAmong([exercise.id], named) === undefined) {
    const error = say("submission.other-exercise", { found: safeText(named, 80), exercise: exercise.id });
    return ungradable(exercise, error, options, submission);
  }
  return report(exercise, submission, options);
}

/** The report on a file that cannot be graded as a whole. */
export function ungradable(
  exercise: Exercise,
  error: SubmissionError,
  options: GradeOptions = {},
  submission?: Submission,
): Report {
  return invalidReport(subject(exercise, submission, options), pointsOf(exercise), told(error, options));
}

function report(exercise: Exercise, submission: Submission, options: GradeOptions): Report {
  const { lang, feedback } = options;
  const { known } = bound(exercise);
  const key = JSON.stringify([lang, feedback, submission.answers]);
  const { items, warnings } = entryOf(known, key, () => marked(exercise, submission, options));
  const worth = { maxPoints: pointsOf(exercise), minPercent: passesAt(exercise, options.min) };
  const graded = gradedReport(subject(exercise, submission, options), items, worth);
  const { seed = exercise.seed } = submission;
  const others = seed === exercise.seed ? [] : [say("submission.other-numbers", { seed: safeText(seed ?? "", 80) })];
  const notes = [...submission.warnings, ...others, ...warnings].map((warning) => told(warning, options));
  return notes.length === 0 ? graded : { ...graded, warnings: notes };
}

/** What an answer gets, whoever hands it in. */
interface Marked {
  readonly items: readonly ReportItem[];
  readonly warnings: readonly Said[];
}

function marked(exercise: Exercise, submission: Submission, options: GradeOptions): Marked {
  const { fields: wanted, judges } = bound(exercise);
  const { answers, conflicts, warnings } = collectAnswers(submission, wanted);
  const judgements = judges.map(({ question, judge }) => {
    const fields = fieldsOf(question);
    const [conflict] = fields.flatMap((field) => conflicts.get(field) ?? []);
    const isAnswered = fields.some((field) => answers.has(field));
    if (conflict !== undefined) return judged("invalid", 0, [conflict]);
    return isAnswered ? judge()(answers) : judged("missing");
  });
  const items = judges.map(({ question }, i) => {
    const judgement = judgements[i] as Judgement;
    const reasoned = judges.findIndex((other) => other.question.id === question.reasonFor);
    const isForAnother = judgements[reasoned]?.verdict === "incorrect" && judgement.points > 0;
    return itemOf(question, isForAnother ? opposed(judgement, question) : judgement, answers, options);
  });
  return { items, warnings };
}

/** A right reason beside a wrong answer: the student chose the other one than it speaks for, and a person decides. */
function opposed(
  { points, reviewPoints, feedback, criteria = [] }: Judgement,
  { reasonFor: field = "" }: Question,
): Judgement {
  return {
    verdict: "review",
    points: 0,
    reviewPoints: points + reviewPoints,
    feedback: [say("grading.reason-for-another", { field }), ...feedback],
    criteria: criteria.map((one) => (one.points > 0 ? { ...one, verdict: "review", points: 0 } : one)),
  };
}

/** The judges of an exercise, each made when its question is first answered, and what equal submissions got. */
const bound = memo((exercise: Exercise) => {
  const derivation = new Derivation(exercise);
  return {
    fields: exercise.questions.flatMap(fieldsOf),
    judges: exercise.questions.map((question) => ({
      question,
      judge: once(() => judgeOf(question, derivation)),
    })),
    known: memory<Marked>(),
  };
});

/** A course has far fewer different answers to a question, and nobody hands in the same long ones. */
function memory<V>() {
  return new Memory<V>(5000, 10_000);
}

/** Judges equal answers once: most of a course writes the same few. */
function judgeOf(question: Question, derivation: Derivation): Judge {
  const kind = kinds[question.kind] as Kind;
  const judge = kind.bind(question, derivation);
  if (kind.readsOthers) return judge;
  const known = memory<Judgement>();
  const keyOf = (answers: Answers) => JSON.stringify(fieldsOf(question).map((field) => answers.get(field) ?? null));
  return (answers) => entryOf(known, keyOf(answers), () => judge(answers));
}

function itemOf(question: Question, judgement: Judgement, answers: Answers, options: GradeOptions): ReportItem {
  const { verdict, points, reviewPoints, feedback, criteria } = judgement;
  const given = fieldsOf(question).flatMap((field) => answers.get(field) ?? []);
  const [only, ...others] = given;
  const whole = others.length > 0 ? { value: given.map(({ value }) => value), source: "" } : only;
  return {
    id: question.id,
    kind: question.kind,
    verdict,
    points: roundPoints(points),
    maxPoints: question.points,
    ...(reviewPoints > 0 && { reviewPoints: roundPoints(reviewPoints) }),
    feedback: messages(feedback, verdict === "invalid", options),
    ...(criteria && { criteria: criteria.map((criterion, at) => criterionOf(criterion, at + 1, options)) }),
    ...(whole && { answer: given.map(answerText).join(" / "), answerHash: answerHash(whole.value, whole.source) }),
  };
}

function criterionOf(criterion: CriterionJudgement, n: number, options: GradeOptions): ReportCriterion {
  const { id, verdict, points, maxPoints, evidence } = criterion;
  const { lang = "en" } = options;
  const feedback = messages(criterion.feedback, false, options);
  return {
    id,
    label: criterion.label?.[lang] ?? say("report.criterion", { n }).in(lang),
    verdict,
    points: roundPoints(points),
    maxPoints,
    ...(evidence.length > 0 && { evidence: evidence.map((words) => safeText(words)) }),
    ...(feedback.length > 0 && { feedback }),
  };
}

/** What a level of feedback lets through; why an answer cannot be read is always said. */
function messages(feedback: readonly Said[], isUnreadable: boolean, options: GradeOptions): readonly Message[] {
  const level = options.feedback ?? "hints";
  if (level === "verdict" && !isUnreadable) return [];
  return feedback
    .filter((said) => level === "full" || !said.isSolution)
    .map((said) => ({ ...told(said, options), ...(said.isSolution && { solution: true as const }) }));
}

function told(said: SubmissionError, { lang = "en" }: GradeOptions): ReportError {
  const { code, place, line, column, isPart } = said;
  const where = {
    ...(isPart && { part: isPart }),
    ...(place && { place }),
    ...(line && { line }),
    ...(column && { column }),
  };
  return { code, message: said.in(lang), ...where };
}

function subject(exercise: Exercise, submission: Submission | undefined, options: GradeOptions): Subject {
  const student = submission?.student ?? options.student;
  return {
    exercise: exercise.id,
    ...(exercise.seed !== undefined && { seed: safeText(exercise.seed, 80) }),
    ...(student !== undefined && { student: safeText(student, 200) }),
    ...(options.file !== undefined && { file: options.file }),
  };
}
