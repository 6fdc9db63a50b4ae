/** The one report type that grading produces and every renderer reads. */

import type { CriterionVerdict, Verdict } from "../kinds/judgement.ts";

/** A message for people under a code that stays the same for ever. */
export interface Message {
  readonly code: string;
  readonly message: string;
}

export interface ReportCriterion {
  readonly id: string;
  readonly verdict: CriterionVerdict;
  readonly points: number;
  readonly maxPoints: number;
  /** The student's own words that decided, made safe for terminals (no control characters) and bounded in length. */
  readonly evidence?: readonly string[];
  readonly feedback?: readonly Message[];
  /** Present if a person decided, not the tool. */
  readonly overridden?: { readonly by?: string; readonly comment?: string };
}

export interface ReportItem {
  readonly id: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly points: number;
  readonly maxPoints: number;
  /** Further points a person may award; present only where something is under review. */
  readonly reviewPoints?: number;
  readonly feedback: readonly Message[];
  readonly criteria?: readonly ReportCriterion[];
  /** What the student wrote (text of the JSON value), made safe and bounded; absent if missing. */
  readonly answer?: string;
  /** `answerHash` of the whole answer as handed in: a person's decision holds for this answer only. */
  readonly answerHash?: string;
  /** Present if a person decided, not the tool. */
  readonly overridden?: { readonly by?: string; readonly comment?: string };
}

export interface ReportError extends Message {
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
}

export interface Report {
  readonly schema: "rnn-check/report@1";
  readonly exercise: string;
  readonly student?: string;
  readonly file?: string;
  /** `invalid`: the file as a whole cannot be graded; then `error` says why and `items` is empty. */
  readonly status: "graded" | "invalid";
  readonly points: number;
  readonly maxPoints: number;
  readonly reviewPoints: number;
  /** Points under review count as reached. */
  readonly passed: boolean;
  readonly needsReview: boolean;
  readonly items: readonly ReportItem[];
  /** Things that did not stop grading, e.g. keys that belong to no question. */
  readonly warnings?: readonly Message[];
  readonly error?: ReportError;
}
