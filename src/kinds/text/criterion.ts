/** What an author writes about one thing that an answer in words must say. */

import type { Text } from "../../messages/message.ts";

/** A statement that costs the criterion, because it contradicts it or belongs elsewhere. */
export interface WrongClaim {
  readonly patterns: readonly string[];
  /** What is wrong with it, without the right answer. */
  readonly hint: Text;
  /**
   * `claim` (default): false, so beside a right statement a contradiction. `slot`: true, but no answer to this question.
   * `reversal`: the right statement turned round, so nothing else in its sentence is evidence.
   */
  readonly kind?: "claim" | "slot" | "reversal";
}

/** One thing an answer in words must say. Patterns are written in the notation of notation.ts. */
export interface Criterion {
  readonly id: string;
  readonly points: number;
  /** The fields it reads; default: all of the question's. */
  readonly fields?: readonly string[];
  /** Words and phrases under a name; known to all criteria of the question. */
  readonly concepts?: Readonly<Record<string, readonly string[]>>;
  /** Pairs of concepts of which only the nearer one belongs to a word (`more` and `less`). */
  readonly opposites?: readonly (readonly [string, string])[];
  /** Any of these: the criterion is met. */
  readonly met: readonly string[];
  /** Right but vague: half of the points. */
  readonly partly?: readonly string[];
  readonly wrong?: readonly WrongClaim[];
  /** Touches the matter without saying anything recognized: a person must decide. */
  readonly unsure?: readonly string[];
  /** What to think about if the criterion is not met, without the answer. */
  readonly hint: Text;
}
