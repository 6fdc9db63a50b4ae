/** What points, spaces and formulas are. */

import type { Graph, Node } from "../../engine/graph.ts";
import type { Bounds } from "./bounds.ts";
import type { AnyNumbers, Value } from "./numbers.ts";
import type { Values } from "./values.ts";

/** One point of a space. Values are computed when asked for and kept. */
export interface Point {
  /** The value of a name in some numbers; undefined if the space has no such name. */
  name(name: string, numbers: AnyNumbers): Value | undefined;
  /** The same, or that of a node of the model's graph, as far as doubles tell; NaN if it has none. */
  double(of: string | Node): number;
  /** The values of the model's graph; undefined in a free space. */
  values(numbers: AnyNumbers): Values | undefined;
}

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
  bounds(name: string): Bounds;
  /** Whether a name stands for whole numbers only. */
  isWhole(name: string): boolean;
  /** The switches among that which these names are computed from. */
  switches(names: readonly string[]): readonly Switch[];
  /** The names that the values of these names come from in the end. */
  originsOf(names: readonly string[]): readonly string[];
}

/** A quantity whose sign says on which branch an operation is. */
export interface Switch {
  readonly graph: Graph;
  readonly operation: Node;
  /** Its sign in doubles or as the coarse ones see it. */
  sign(point: Point, numbers: AnyNumbers): number;
  /** Whether it never has the other sign. */
  isOneSided(): boolean;
}

/** What can be compared: a value at every point. */
export interface Formula {
  in(point: Point, numbers: AnyNumbers): Value;
  /** The names it uses. */
  readonly names: readonly string[];
  /** The names that its value comes from in the end, in a model those of parameters, inputs and start values. */
  readonly origins: readonly string[];
  /** Its literals as written. */
  readonly texts: readonly string[];
  /** Where it changes its branch, apart from what its names stand for. */
  switches(space: Space): readonly Switch[];
  /** Number of operations. */
  readonly size: number;
  /** How long it takes to evaluate beyond doubles, in functions. */
  readonly work: number;
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
