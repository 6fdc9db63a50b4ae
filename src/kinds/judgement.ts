/** An answer as handed in, and what a judge says about it: plain data with codes, never prose. */

import type { Question } from "../exercises/exercise.ts";
import type { Message, Text } from "../messages/message.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One answer as handed in. */
export interface Answer {
  readonly value: Json;
  /** For a JSON number: its text as written (`1.50`), because trailing zeros are digits; undefined if it adds nothing. */
  readonly source?: string;
}

/** The answers of one submission by field: an answer may follow from others. What is absent or blank has none. */
export type Answers = ReadonlyMap<string, Answer>;

/** Asked only if a field of the question has an answer. */
export type Judge = (answers: Answers) => Judgement;

/** A judge that looks at the question's own answer only. */
export function alone({ id }: Question, judge: (answer: Answer) => Judgement): Judge {
  return (answers) => judge(answers.get(id) as Answer);
}

/** `review` (a person must decide) and `invalid` (cannot be read) are never the same thing as `incorrect`. */
export type Verdict = "correct" | "partial" | "incorrect" | "missing" | "invalid" | "review";
export type CriterionVerdict = "met" | "partly" | "unmet" | "review";

export interface CriterionJudgement {
  readonly id: string;
  /** The author's word for it. */
  readonly label?: Text | undefined;
  readonly verdict: CriterionVerdict;
  /** Points that are certain; under review this is what is certain already. */
  readonly points: number;
  readonly maxPoints: number;
  /** The student's own words that decided, quoted as written. */
  readonly evidence: readonly string[];
  readonly feedback: readonly Message[];
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Points that are certain, 0 … the question's points. */
  readonly points: number;
  /** Further points that a person may award (0 unless something is under review). */
  readonly reviewPoints: number;
  readonly feedback: readonly Message[];
  /** Text items only. */
  readonly criteria?: readonly CriterionJudgement[];
}

export function judged(verdict: Verdict, points = 0, feedback: readonly Message[] = []): Judgement {
  return { verdict, points, reviewPoints: 0, feedback };
}

/** A person must decide about all the points. */
export function review(points: number, ...feedback: readonly Message[]): Judgement {
  return { verdict: "review", points: 0, reviewPoints: points, feedback };
}

/**
 * The points for the share `share` (0 … 1) of a question worth `points` that is not fully right: rounded down to half
 * points (for small questions to half of them), and always below the full points.
 */
export function partialPoints(points: number, share: number): number {
  const step = Math.min(0.5, points / 2);
  if (!(step > 0)) return 0;
  const steps = Math.floor((points * Math.max(0, share)) / step + 1e-9);
  return Math.min(steps, Math.ceil(points / step - 1e-9) - 1) * step;
}

/** Whether a JSON value is a list (`Array.isArray` does not narrow read-only lists). */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a JSON value is an object with keys. */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** More names than these nobody reads. */
export const mostNames = 8;

export function shortened(names: Iterable<string>): readonly string[] {
  const all = [...names];
  return all.length <= mostNames ? all : [...all.slice(0, mostNames), "…"];
}

const deepestShown = 8;

/** A JSON value as a student would recognize it (`["a", 1]`; a top-level string without quotes), made safe and bounded. */
export function shownValue(value: Json, limit: number = quotedLength): string {
  const shown = (part: Json, depth: number): string => {
    if (depth > deepestShown) return "…";
    if (isList(part)) return `[${part.map((one) => shown(one, depth + 1)).join(", ")}]`;
    if (!isRecord(part)) return JSON.stringify(part);
    const entries = Object.entries(part).map(([key, one]) => `${JSON.stringify(key)}: ${shown(one, depth + 1)}`);
    return `{${entries.join(", ")}}`;
  };
  return safeText(typeof value === "string" ? value : shown(value, 0), limit);
}

/** Names and options as Markdown shows what may stand in an answer. */
export function inCode(words: readonly string[]): readonly string[] {
  return words.map((word) => `\`${word}\``);
}
