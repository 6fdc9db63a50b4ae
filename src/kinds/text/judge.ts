/** Reads an answer in words and judges it, criterion by criterion. */

import { once } from "../../engine/memo.ts";
import type { Message, Text } from "../../messages/message.ts";
import { safeText } from "../../messages/safeText.ts";
import type { CriterionJudgement, CriterionVerdict, Judgement, Verdict } from "../judgement.ts";
import type { LabelledAnswer } from "../kind.ts";
import { classifier, featuresOf } from "./classifier.ts";
import { Finder, type Span } from "./concepts.ts";
import { type Decision, decide, weigh } from "./decide.ts";
import { say } from "./messages.ts";
import { type CompiledCriterion, type Criterion, Rubric, type TextTask } from "./rubric.ts";
import { Reader } from "./statements.ts";
import { type Segment, type TokenRow, tokenRow } from "./tokens.ts";

/** The text of each field as handed in, by the field's name. */
export type TextFields = ReadonlyMap<string, string | readonly string[]>;

/** An answer as its judges see it. */
export function readAnswer(task: TextTask, rubric: Rubric, segments: readonly Segment[]) {
  const text = tokenRow(segments, task.criteria.length > 1 && task.list !== true);
  const reader = new Reader(text, new Finder(rubric, text.tokens));
  const features = () => featuresOf(segments.map((segment) => segment.text).join(" | "), reader.said());
  return { text, reader, features };
}

/** The pieces of an answer in which there are words. */
export function segmentsOf(fields: TextFields, list = false): Segment[] {
  return [...fields]
    .flatMap(([field, value]) => {
      const texts = typeof value !== "string" ? value : list ? splitList(value) : [value];
      return texts.map((text) => ({ field, text }));
    })
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** A list written as one text: an entry a line, between semicolons, after bullets or numbers. */
function splitList(text: string): string[] {
  return text.split(/[\n;•]|(?:^|\s)[-*–]\s|(?:^|\s)\d[.)]\s/u);
}

/** A labelled answer has one text a field, in their order, or what the only field holds. */
export function fieldsOfLabelled({ answer }: LabelledAnswer, fields: readonly string[]): TextFields {
  if (fields.length === 1) return new Map([[fields[0] as string, answer]]);
  return new Map(fields.map((field, i) => [field, answer[i] ?? ""]));
}

/** Longer answers are for a person to read. In UTF-16 code units, all fields together. */
export const longestText = 8_000;

/** The judge of one question; its rubric is made ready at its first use. Never throws on what a student wrote. */
export function bindText(task: TextTask): (fields: TextFields) => Judgement {
  const prepared = once(() => new Rubric(task.criteria));
  const second = once(() => task.criteria.map(({ id }) => task.learnt?.[id] && classifier(task.learnt[id])));
  return (fields) => {
    const segments = segmentsOf(fields, task.list);
    if (segments.length === 0) return allAlike(task, "unmet", "missing", say("text.empty"));
    const length = sum(segments.map(({ text }) => text.length));
    if (length > longestText)
      return allAlike(task, "review", "review", say("text.too-long", { length, most: longestText }));
    const rubric = prepared();
    const { text, reader, features } = readAnswer(task, rubric, segments);
    const seen = once(features);
    const found = task.criteria.map((criterion, i) => {
      const visible = ({ start }: Span) => criterion.fields?.includes(text.segmentOf[start]?.field ?? "") ?? true;
      return decide(criterion, rubric.criteria[i] as CompiledCriterion, reader, visible);
    });
    const isUnclaimed = reader.isUnclaimed || hasBareEntry(text, found);
    const weighed = found.map((decision, i) => weigh(decision, second()[i]?.(seen()), isUnclaimed));
    const said = new Set(segmentsIn(text, weighed, "met"));
    const { entries: most = segments.length } = task;
    // Which of them count is not for us to choose, unless all do.
    const tooMany = segments.length > most && segments.some((segment) => !said.has(segment));
    const decisions = tooMany ? weighed.map(undecided) : weighed;
    const criteria = task.criteria.map((criterion, i) => judgeCriterion(criterion, decisions[i] as Decision, text));
    const extra = tooMany ? [say("text.too-many", { n: segments.length, most })] : [];
    return total(task, criteria, extra);
  };
}

function undecided(decision: Decision): Decision {
  return decision.verdict === "unmet" ? decision : { ...decision, verdict: "review" };
}

/** An entry of up to three words says something only if a pattern knows it: "faster" does, "memory and speed" do not. */
function hasBareEntry(text: TokenRow, found: readonly Decision[]): boolean {
  const known = new Set(segmentsIn(text, found, "met"));
  const { segmentOf } = text;
  return segmentOf.some((one, i) => one !== segmentOf[i - 1] && one !== segmentOf[i + 3] && !known.has(one));
}

/** The segments with words that led to this verdict. */
function segmentsIn({ segmentOf }: TokenRow, decisions: readonly Decision[], verdict: CriterionVerdict) {
  const spans = decisions.filter((decision) => decision.verdict === verdict).flatMap((decision) => decision.spans);
  return spans.map(({ start }) => segmentOf[start]);
}

function judgeCriterion(criterion: Criterion, decision: Decision, text: TokenRow): CriterionJudgement {
  const { id, label, points } = criterion;
  const { verdict } = decision;
  const share = { met: 1, partly: 0.5, unmet: 0, review: 0 }[verdict];
  const evidence = quote(text, decision.spans);
  const feedback = feedbackOn(criterion, decision, quoted(evidence));
  return { id, label, verdict, points: share * points, maxPoints: points, evidence, feedback };
}

/** In the quotation marks of each language. */
function quoted(words: readonly string[]): Text {
  return { en: words.map((text) => `“${text}”`).join(", "), de: words.map((text) => `„${text}“`).join(", ") };
}

const longestQuote = 160;
const mostQuotes = 3;

/** The student's own words in these spans, in order, without those that a longer quote holds. */
function quote(text: TokenRow, spans: readonly Span[]): readonly string[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const quotes = [...new Set(ordered.map((span) => wordsOf(text, span)))];
  return quotes.filter((one) => !quotes.some((other) => other !== one && other.includes(one))).slice(0, mostQuotes);
}

function wordsOf({ tokens, segmentOf }: TokenRow, { start, end }: Span): string {
  const written = segmentOf[start]?.text.slice(tokens[start]?.start, tokens[end - 1]?.end) ?? "";
  return safeText(written.replace(/\s+/g, " "), longestQuote);
}

function feedbackOn({ hint }: Criterion, { reason, claim, spans }: Decision, words: Text): Message[] {
  const missing = say("text.criterion-missing", { hint });
  switch (reason) {
    case "stated":
      return [];
    case "vague":
      return [spans.length > 0 ? say("text.vague", { words, hint }) : say("text.vague-whole", { hint })];
    case "contradiction":
      return [say("text.contradiction", { words, hint })];
    case "unsure":
      // Without words of its own, it was the second judge who saw something.
      return [spans.length > 0 ? say("text.review", { words, hint }) : say("text.second-opinion", { hint })];
    case "denied":
      return [say("text.denied", { words, hint })];
    case "wrong": {
      const code = claim?.kind === "slot" ? "text.wrong-slot" : "text.wrong-claim";
      return [say(code, { words, hint: claim?.hint ?? hint }), missing];
    }
    case "absent":
      return [missing];
  }
}

function total(task: TextTask, criteria: readonly CriterionJudgement[], extra: readonly Message[]): Judgement {
  const max = most(task);
  const points = Math.min(max, sum(criteria.map((criterion) => criterion.points)));
  const open = criteria.filter(({ verdict }) => verdict === "review");
  const reviewPoints = Math.min(max - points, sum(open.map(({ maxPoints }) => maxPoints)));
  const full = points >= max;
  // With all points reached, what further criteria ask for is no fault.
  const feedback = [...extra, ...(full ? [] : criteria.flatMap((criterion) => criterion.feedback))];
  const verdict: Verdict = full ? "correct" : reviewPoints > 0 ? "review" : points > 0 ? "partial" : "incorrect";
  return { verdict, points, reviewPoints, feedback, criteria };
}

/** No certain points; every criterion with the same verdict. */
function allAlike(task: TextTask, each: CriterionVerdict, verdict: Verdict, feedback: Message): Judgement {
  const criteria = task.criteria.map(({ id, label, points }) => {
    return { id, label, verdict: each, points: 0, maxPoints: points, evidence: [], feedback: [] };
  });
  return { verdict, points: 0, reviewPoints: each === "review" ? most(task) : 0, feedback: [feedback], criteria };
}

/** The most points that the criteria may add up to. */
function most({ max, points }: TextTask): number {
  return Math.min(max ?? points, points);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
