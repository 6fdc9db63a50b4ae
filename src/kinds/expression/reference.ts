/** What an answer that is a formula is judged against; plain data with formulas that can be evaluated. */

import type { Formula } from "../../formula/equal/formula.ts";
import type { Point, Space } from "../../formula/equal/point.ts";
import type { NamedMistake } from "../../mistakes/told.ts";

/** A formula that a known mistake leads to, in the same space as the reference. */
export interface ExpressionMistake extends NamedMistake {
  readonly formula: Formula;
  /** Its value as far as doubles tell, if that is known without the formula. */
  readonly valueAt?: (point: Point) => number;
  /** Share of the points that it is worth (default 0). */
  readonly share?: number;
}

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
  /** Share of the points for a formula that is right but uses other names (default 0.5). */
  readonly partialShare?: number | undefined;
  readonly mistakes?: () => readonly ExpressionMistake[];
  /** Mistakes made in one place that have a value at a point, for formulas that nothing else explains. */
  readonly mistakesInOnePlace?: ((point: Point, value: number) => readonly ExpressionMistake[]) | undefined;
  /** The derivative that is asked for, if it is one: canonical names, for an answer that says what it computes. */
  readonly asked?: { readonly of: string; readonly wrt: string } | undefined;
  /** The terms that add up to the reference, if it is a derivative. */
  readonly paths?: readonly ExpressionPath[] | undefined;
  /** Share of the points for a part of the paths; default: half of the share of the paths that are there. */
  readonly pathShare?: number | undefined;
}
