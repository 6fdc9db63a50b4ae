/** What a formula is judged against: the right one, and what leads to wrong ones. */

import type { Formula } from "../../formula/equal/formula.ts";
import type { Point, Space } from "../../formula/equal/points.ts";
import type { Partial } from "../partial.ts";
import type { ExpressionMistake } from "./derived.ts";

/** One path of a derivative: the names of the quantities it runs through, and its term. */
export interface ExpressionPath {
  readonly through: readonly string[];
  readonly formula: Formula;
}

export interface ExpressionReference {
  readonly space: Space;
  readonly formula: Formula;
  /** The right formula as text, for feedback that may give it away. */
  readonly solution: string;
  /** Canonical names that an answer may be read with; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
  /** Names, or families (`y` for y1, y2, …), that a fully right answer uses; undefined: all. */
  readonly allow?: readonly string[] | undefined;
  readonly mistakes?: () => readonly ExpressionMistake[];
  /** Mistakes made in one place that have a value at a point, for formulas that nothing else explains. */
  readonly mistakesInOnePlace?: (point: Point, value: number) => readonly ExpressionMistake[];
  /** Share of the points for a named mistake, by code. */
  readonly partial?: Partial | undefined;
  /** The derivative that is asked for, if it is one, for an answer that says what it computes. */
  readonly asked?: { readonly of: string; readonly wrt: string } | undefined;
  /** The terms that add up to the reference, if it is a derivative. */
  readonly paths?: readonly ExpressionPath[];
}
