/** What a judge says about one answer: plain data with codes, never prose. */

import type { Message } from "../messages/message.ts";

/** `review` (a person must decide) and `invalid` (cannot be read) are never the same thing as `incorrect`. */
export type Verdict = "correct" | "partial" | "incorrect" | "missing" | "invalid" | "review";
export type CriterionVerdict = "met" | "partly" | "unmet" | "review";

export interface CriterionJudgement {
  readonly id: string;
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

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One answer as handed in. */
export interface Answer {
  readonly value: Json;
  /** For a JSON number: its text as written (`1.50`), because trailing zeros are digits; undefined if it adds nothing. */
  readonly source?: string;
}
