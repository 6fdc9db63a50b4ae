/**
 * Known mistakes as data: the right computation with one thing changed. Knows no exercise; the same changes are tried on
 * every model, and the same code computes what they lead to.
 */

import type { Derivation, Variation } from "../exercises/derivation.ts";
import type { MessageCode } from "../messages/catalogue.ts";

export interface Misconception {
  readonly code: MessageCode;
  /** The ways to make this mistake on this exercise; none if it has no place there. */
  readonly variations: (right: Derivation) => readonly Variation[];
}

export const misconceptions: readonly Misconception[] = [];
