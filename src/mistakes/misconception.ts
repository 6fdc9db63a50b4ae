/** What a misconception is: the right computation with one thing changed, in all ways that have a place in a model. */

import type { Derivation, Variation } from "../exercises/derivation.ts";

import type { MessageCode } from "../messages/catalogue.ts";
import type { Params } from "../messages/message.ts";

/**
 * Which answers a mistake can be seen in: values of a model (their gradients too), derivatives, what must be stored, how
 * much that is, the drawn graph.
 */
export type Concern = "value" | "derivative" | "stored" | "count" | "drawing";

/** One way to make a mistake; `params` are for its message. */
export interface Way {
  readonly variation: Variation;
  readonly params?: Params;
  /** A slip at a single time step: so many of them are possible that a number alone never shows which. */
  readonly single?: boolean;
  /** Mistakes that say the same where both lead to one answer; then this one is not told. */
  readonly unless?: readonly MessageCode[];
}

export interface Misconception {
  readonly code: MessageCode;
  readonly concerns: readonly Concern[];
  /** The same for all its ways. */
  readonly unless?: readonly MessageCode[];
  /** Whether it may be made in one term of a derivative and not in the others. */
  readonly slips?: boolean;
  /** The ways to make this mistake on this exercise, as far as such answers can show it; none if it has no place there. */
  readonly ways: (right: Derivation, concern: Concern) => readonly Way[];
}

/** Changes that are tried at single time steps are tried at so many at most. */
const mostSteps = 6;

/** The steps at which single slips are looked for: all of a short model, none of a long one. */
export function singleSteps(steps: number): readonly number[] {
  return steps < 2 || steps > mostSteps ? [] : Array.from({ length: steps }, (_, i) => i + 1);
}
