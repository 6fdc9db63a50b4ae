/** A question's criteria made ready for matching: plain JSON, so that it can be stored. Knows no notation or text. */

import type { Part, Pattern } from "./notation.ts";

/** A step of a phrase as one number: `value << 3 | optional << 2 | kind`. */
export type Step = number;
export const stepKinds = { word: 0, concept: 1, gap: 2 } as const;

export interface CompiledPart extends Omit<Part, "alternatives"> {
  readonly concept: number;
}

export interface CompiledPattern extends Omit<Pattern, "parts"> {
  readonly parts: readonly CompiledPart[];
}

export interface CompiledCriterion {
  readonly met: readonly CompiledPattern[];
  readonly partly: readonly CompiledPattern[];
  /** One list a wrong claim. */
  readonly wrong: readonly (readonly CompiledPattern[])[];
  readonly unsure: readonly CompiledPattern[];
}

interface CompiledNegator {
  readonly concept: number;
  /** In words. */
  readonly reach: number;
  readonly after: "never" | "clause end" | "always";
  /** A word for the means ends its reach. */
  readonly means?: boolean;
}

export interface Rubric {
  /** `norm`, `gradient*`, `*wert`, `*norm*`; one that must be spelt right has a `!` in front. */
  readonly words: readonly string[];
  /** By concept: its phrases. */
  readonly concepts: readonly (readonly (readonly Step[])[])[];
  /** By word: the concepts that can begin with it, of those that patterns ask for. */
  readonly starts: readonly (readonly number[])[];
  /** Pairs of concepts of which only the nearer one belongs to a word. */
  readonly opposites: readonly (readonly [number, number])[];
  readonly negators: readonly CompiledNegator[];
  /** Pairs: spans of the first concept that lie inside a span of the second do not count. */
  readonly exceptions: readonly (readonly [number, number])[];
  readonly noNegation: number;
  readonly article: number;
  /** In the order of the question's criteria. */
  readonly criteria: readonly CompiledCriterion[];
}
