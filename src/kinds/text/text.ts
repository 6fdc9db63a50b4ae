/** Judges answers in words against a rubric; knows patterns only through text/, and no exercise, file or language. */

import { safeText } from "../../messages/safeText.ts";
import type { CriterionJudgement, CriterionVerdict, Feedback, Judgement, Verdict } from "../judgement.ts";
import { type Annotated, annotate, quote, type Segment } from "./annotate.ts";
import { Concepts, type Span } from "./concepts.ts";
import type { Criterion, Hint } from "./criterion.ts";
import { type Decision, decide } from "./decide.ts";
import type { TextTask } from "./question.ts";
import { type CompiledCriterion, compileRubric, type Rubric } from "./rubric.ts";
import { Reader } from "./statements.ts";

/** The text of each field as handed in, by the field's name. */
export type TextFields = ReadonlyMap<string, string | readonly string[]>;

/** Longer answers are for a person to read. In UTF-16 code units, all fields together. */
export const longestText = 8_000;

const bound = new WeakMap<readonly Criterion[], { rubric: Rubric; concepts: Concepts }>();

/** Judges one answer; the question's rubric is made ready at its first use. Never throws on what a student wrote. */
export function judgeText(question: TextTask, fields: TextFields): Judgement {
  const segments = toSegments(fields, question.list === true);
  if (segments.length === 0) return allAlike(question, "unmet", "missing", { code: "text.empty" });
  const length = segments.reduce((sum, segment) => sum + segment.text.length, 0);
  if (length > longestText) {
    return allAlike(question, "review", "review", { code: "text.too-long", params: { length, most: longestText } });
  }
  return judgeSegments(question, segments);
}

/** The judge of one question; its rubric is made ready at its first use. */
export function bindText(question: TextTask): (fields: TextFields) => Judgement {
  return (fields) => judgeText(question, fields);
}

function judgeSegments(question: TextTask, segments: readonly Segment[]): Judgement {
  const { rubric, concepts } = bind(question);
  const text = annotate(concepts, segments);
  const reader = new Reader(rubric, text);
  const decisions = question.criteria.map((criterion, i) =>
    decide(criterion, rubric.criteria[i] as CompiledCriterion, reader, visibleTo(criterion, text)),
  );
  const criteria = question.criteria.map((criterion, i) => judgeCriterion(criterion, decisions[i] as Decision, text));
  return total(question, criteria, question.list === true ? duplicates(segments, text, decisions) : []);
}

function bind({ criteria, rubric: compiled }: TextTask) {
  const known = bound.get(criteria);
  if (known !== undefined) return known;
  const rubric = compiled ?? compileRubric(criteria).rubric;
  const made = { rubric, concepts: new Concepts(rubric) };
  bound.set(criteria, made);
  return made;
}

function toSegments(fields: TextFields, list: boolean): Segment[] {
  const segments: Segment[] = [];
  for (const [field, value] of fields) {
    const texts = typeof value !== "string" ? value : list ? splitList(value) : [value];
    for (const text of texts) if (/[\p{L}\p{N}]/u.test(text)) segments.push({ field, text });
  }
  return segments;
}

/** A list written as one text: an entry a line, between semicolons, after bullets or numbers. */
function splitList(text: string): string[] {
  return text.split(/[\n;•]|(?:^|\s)[-*–]\s|(?:^|\s)\d[.)]\s/u);
}

function visibleTo({ fields }: Criterion, text: Annotated): (span: Span) => boolean {
  if (fields === undefined) return () => true;
  return (span) => fields.includes(text.segmentOf[span.start]?.field ?? "");
}

function judgeCriterion(criterion: Criterion, decision: Decision, text: Annotated): CriterionJudgement {
  const share = { met: 1, partly: 0.5, unmet: 0, review: 0 }[decision.verdict];
  return {
    id: criterion.id,
    verdict: decision.verdict,
    points: share * criterion.points,
    maxPoints: criterion.points,
    evidence: quote(text, decision.spans),
    feedback: feedbackOn(criterion, decision, quote(text, decision.spans)),
  };
}

function feedbackOn(criterion: Criterion, decision: Decision, words: readonly string[]): Feedback[] {
  const about = { criterion: criterion.id, words: words.map((word) => `“${word}”`) };
  const missing: Feedback = {
    code: "text.criterion-missing",
    params: { criterion: criterion.id, ...hinted(criterion.hint) },
  };
  switch (decision.reason) {
    case "stated":
      return [];
    case "vague":
      return [{ code: "text.vague", params: { ...about, ...hinted(criterion.hint) } }];
    case "contradiction":
      return [{ code: "text.contradiction", params: about }];
    case "unsure":
      return [{ code: "text.review", params: about }];
    case "denied":
      return [{ code: "text.denied", params: { ...about, ...hinted(criterion.hint) } }];
    case "wrong": {
      const code = decision.claim?.kind === "slot" ? "text.wrong-slot" : "text.wrong-claim";
      return [{ code, params: { ...about, ...hinted(decision.claim?.hint ?? criterion.hint) } }, missing];
    }
    case "absent":
      return [missing];
  }
}

function hinted(hint: Hint): { hint: string; hint_de: string } {
  return { hint: hint.en, hint_de: hint.de };
}

/** Entries of a list that only repeat what an earlier entry got points for. */
function duplicates(segments: readonly Segment[], text: Annotated, decisions: readonly Decision[]): Feedback[] {
  const earlier = new Set<number>();
  const feedback: Feedback[] = [];
  for (const segment of segments) {
    const met = decisions.flatMap(({ verdict, spans }, criterion) =>
      verdict === "met" && spans.some((span) => text.segmentOf[span.start] === segment) ? [criterion] : [],
    );
    if (met.length > 0 && met.every((criterion) => earlier.has(criterion))) {
      feedback.push({ code: "text.duplicate", params: { words: `“${safeText(segment.text, 80)}”` } });
    }
    for (const criterion of met) earlier.add(criterion);
  }
  return feedback;
}

function total(question: TextTask, criteria: readonly CriterionJudgement[], extra: readonly Feedback[]): Judgement {
  const max = most(question);
  const points = Math.min(max, sum(criteria.map((criterion) => criterion.points)));
  const open = criteria.filter((criterion) => criterion.verdict === "review");
  const reviewPoints = Math.min(max - points, sum(open.map((criterion) => criterion.maxPoints)));
  const full = points >= max;
  // With all points reached, what further criteria ask for is no fault.
  const feedback = [...extra, ...(full ? [] : criteria.flatMap((criterion) => criterion.feedback))];
  const verdict: Verdict = full ? "correct" : reviewPoints > 0 ? "review" : points > 0 ? "partial" : "incorrect";
  return { verdict, points, reviewPoints, feedback, criteria };
}

/** No certain points; every criterion with the same verdict. */
function allAlike(question: TextTask, each: CriterionVerdict, verdict: Verdict, feedback: Feedback): Judgement {
  const criteria = question.criteria.map(
    ({ id, points }): CriterionJudgement => ({
      id,
      verdict: each,
      points: 0,
      maxPoints: points,
      evidence: [],
      feedback: [],
    }),
  );
  return { verdict, points: 0, reviewPoints: each === "review" ? most(question) : 0, feedback: [feedback], criteria };
}

/** The most points that the criteria may add up to. */
function most(question: TextTask): number {
  return Math.min(question.max ?? question.points, question.points);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
