/** What points, spaces and formulas are. */

import type { Node } from "../../engine/graph.ts";
import type { Numbers, Value } from "./numbers.ts";
import type { Values } from "./values.ts";

/** One point of a space. Values are computed when asked for and kept. */
export interface Point {
  /** The value of a name in some numbers; undefined if the space has no such name. */
  name(name: string, numbers: Numbers): Value | undefined;
  /** The same, or that of a node of the model's graph, as far as doubles tell; NaN if it has none. */
  double(of: string | Node): number;
  /** The values of the model's graph; undefined in a free space. */
  values(numbers: Numbers): Values | undefined;
}

/** On which branch each operation of a formula is that has several, in doubles or as the coarse ones see it; NaN: none. */
export type Branches = (point: Point, numbers: Numbers) => string;

export interface Space {
  /** Sizes of the numbers at the first points; the more of a list, the more often. */
  readonly scales: readonly number[];
  /** Whether names are independent variables; else they are computed by a model. */
  readonly isFree: boolean;
  /**
   * The point number `index` with numbers about as large as `scale`: always the same one. Points with a negative number
   * have coordinates of two decimals, to be shown to people.
   */
  point(index: number, scale: number): Point;
  /** A point with these coordinates; undefined if they lie outside the domain of a variable. */
  place(coordinates: ReadonlyMap<string, number>): Point | undefined;
  /** Names that a formula may use; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
  /** Between which numbers a name lies; of a model's names nothing is known. */
  bounds(name: string): readonly [low: number, high: number];
  /** Whether a name stands for whole numbers only. */
  isWhole(name: string): boolean;
  /** Those of all that these names are computed from; undefined if none has branches. */
  branches(names: readonly string[]): Branches | undefined;
}

/** What can be compared: a value at every point. */
export interface Formula {
  in(point: Point, numbers: Numbers): Value;
  /** The names it uses. */
  readonly names: readonly string[];
  /** The names that its value comes from in the end, in a model those of parameters, inputs and start values. */
  readonly origins: readonly string[];
  /** Its literals as written. */
  readonly texts: readonly string[];
  /** Its own, apart from what its names stand for; undefined if it has none. */
  readonly branches: Branches | undefined;
  /** Number of operations. */
  readonly size: number;
}

/** Where a variable lives; `natural` is 1, 2, 3, …, `unit` the open interval (0, 1), a pair a closed interval. */
export type Domain =
  | "real"
  | "positive"
  | "negative"
  | "nonnegative"
  | "integer"
  | "natural"
  | "unit"
  | readonly [number, number];
