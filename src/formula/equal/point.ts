/** A point of a space and the quantities that have a value at it. Knows values, not where points come from. */

import type { Graph, Node, QuantityName } from "../../engine/graph.ts";
import { indexedName } from "../../engine/names.ts";
import { type Ball, state } from "./ball.ts";
import type { Balls, Pieces } from "./balls.ts";
import { everything, type Range, rangesOf } from "./ranges.ts";
import type { Turns } from "./turns.ts";

/** One point of a space. Values are computed when asked for and kept. */
export interface Point {
  /** The value of a name in a number system; undefined if the space has no such name. */
  name(name: string, level: number): Ball<unknown> | undefined;
  /** The values of the model's graph; undefined in a free space. */
  balls(level: number): Balls<unknown> | undefined;
  /** The pieces on which everything is evaluated, by graph; undefined: those on which the values lie. */
  readonly pieces?: PiecesByGraph | undefined;
  /** The same numbers, with these pieces. */
  on(pieces: PiecesByGraph): Point;
}

export type PiecesByGraph = ReadonlyMap<Graph, Pieces>;

/** A quantity within a formula or a model. */
export interface Quantity {
  readonly graph: Graph;
  readonly node: Node;
  at(point: Point): Ball<number>;
  /** The bounds of its values in a space; undefined if it has none. */
  range(space: Space): Range | undefined;
  /** Another node of the same graph. */
  beside(node: Node): Quantity;
}

/** An edge: the point lies above it where the height is positive. */
export interface QuantityAtEdge {
  readonly quantity: Quantity;
  readonly height: (value: number) => number;
}

/** Where something may change its form; see turns.ts. */
export interface Turning {
  readonly conditions: readonly Quantity[];
  readonly edges: readonly QuantityAtEdge[];
  readonly isSmooth: boolean;
}

export const smooth: Turning = { conditions: [], edges: [], isSmooth: true };

export interface Space {
  /** Sizes of the numbers at the first points; the more of a list, the more often. */
  readonly scales: readonly number[];
  /** Whether literals of the formulas suggest further scales even where nothing is defined piece by piece. */
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
  /** The bounds of a name's values; undefined if it has none. */
  range(name: string): Range | undefined;
  /** Whether a name stands for whole numbers only. */
  isWhole(name: string): boolean;
  /** Where quantities of these names may change their form. */
  turning(names: readonly string[]): Turning;
  /** The names that the values of these names come from in the end. */
  originsOf(names: readonly string[]): readonly string[];
}

export function nameOf(graph: Graph, leaf: Node): string {
  const { family, index } = graph.symbol(leaf) as QuantityName;
  return index === undefined ? family : indexedName(family, index);
}

export function turningOf({ conditions, edges, isSmooth }: Turns, quantityOf: (node: Node) => Quantity): Turning {
  if (isSmooth) return smooth;
  return {
    conditions: conditions.map(quantityOf),
    edges: edges.map(({ node, height }) => ({ quantity: quantityOf(node), height })),
    isSmooth,
  };
}

/** The same in the graph of a model. */
export function turningAt(graph: Graph, turns: Turns): Turning {
  const ranges = rangesOf(graph, () => everything);
  const quantityOf = (node: Node): Quantity => ({
    graph,
    node,
    at: (point) => (point.balls(0)?.at(node) ?? nothing) as Ball<number>,
    range: () => ranges(node),
    beside: quantityOf,
  });
  return turningOf(turns, quantityOf);
}

/** The value of what has none. */
export const nothing: Ball<unknown> = { value: Number.NaN, error: Number.NaN, state: state.undefined };
