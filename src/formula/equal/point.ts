/** A point of a space, and what has a value at it. */

import type { Graph, Node, QuantityName } from "../../engine/graph.ts";
import { indexedName } from "../../engine/names.ts";
import { type Ball, state } from "./ball.ts";
import type { Balls, Branches } from "./balls.ts";
import type { Bounds } from "./bounds.ts";

/** One point of a space. Values are computed when asked for and kept. */
export interface Point {
  /** The value of a name in a number system; undefined if the space has no such name. */
  name(name: string, level: number): Ball<unknown> | undefined;
  /** The values of the model's graph; undefined in a free space. */
  balls(level: number): Balls<unknown> | undefined;
  /** The branches on which everything is evaluated, by graph; undefined: those on which the values lie. */
  readonly branches?: BranchesByGraph | undefined;
  /** The same numbers, on these branches. */
  on(branches: BranchesByGraph): Point;
}

export type BranchesByGraph = ReadonlyMap<Graph, Branches>;

/** A quantity within a formula or a model. */
export interface Quantity {
  readonly graph: Graph;
  readonly node: Node;
  at(point: Point): Ball<number>;
  bounds(space: Space): Bounds;
  /** What a leaf of the graph stands for: a name, or a literal's value. */
  leaf(node: Node): string | number;
  /** Another node of the same graph. */
  beside(node: Node): Quantity;
}

/** An operation with two branches, and the quantity whose sign says which of them holds. */
export interface Condition {
  readonly operation: Node;
  readonly quantity: Quantity;
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
  /** What computes a name; undefined: it is independent. */
  source(name: string): Quantity | undefined;
  /** Whether a name stands for whole numbers only. */
  isWhole(name: string): boolean;
  /** What has branches among that which these names are computed from. */
  conditions(names: readonly string[]): readonly Condition[];
  /** The names that the values of these names come from in the end. */
  originsOf(names: readonly string[]): readonly string[];
}

export function nameOf(graph: Graph, leaf: Node): string {
  const { family, index } = graph.symbol(leaf) as QuantityName;
  return index === undefined ? family : indexedName(family, index);
}

/** The value of what has none. */
export const nothing: Ball<unknown> = { value: Number.NaN, error: Number.NaN, state: state.undefined };
