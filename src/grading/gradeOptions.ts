/** What whoever asks for a grade decides about it. */

import type { Language } from "../messages/message.ts";

/** How much a report says: verdicts; what went wrong, without the right answer; everything. */
export type FeedbackLevel = "verdict" | "hints" | "full";

export interface GradeOptions {
  /** Language of messages (default `en`). Answers are judged whatever their language. */
  readonly lang?: Language;
  readonly feedback?: FeedbackLevel;
  /** Share of the points that counts as passed, in percent (default 100). */
  readonly min?: number;
  /** Stands in the report as it is. */
  readonly file?: string;
  /** The student, where the submission names none. */
  readonly student?: string;
}
