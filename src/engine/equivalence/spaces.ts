/**
 * Where formulas are compared: generic points at which every name has a value, either free or on a model's own manifold
 * (parameters, inputs and start values generic, everything else computed). Knows values, not how they are compared.
 */

import { CONSTANT, type Graph, type Node, type QuantityName, VARIABLE } from "../graph.ts";
import { indexedName } from "../names.ts";
import { codeOf } from "../operationCodes.ts";
import type { Unrolled } from "../recurrence.ts";
import type { Syntax } from "../syntax.ts";
import { applied, type Ball, Balls, constantBall, exactBall, state } from "./balls.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import { type Domain, genericNumber } from "./points.ts";
import { termsOf } from "./terms.ts";

export type { Domain } from "./points.ts";

/** One point of a space. Values are computed when asked for and kept. */
export interface Point {
  /** The value of a name in a number system; undefined if the space has no such name. */
  name(name: string, level: number): Ball<unknown> | undefined;
  /** The values of the model's graph; undefined in a free space. */
  balls(level: number): Balls<unknown> | undefined;
}

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
  /** Names that a formula may use; undefined: any. */
  readonly names: ReadonlySet<string> | undefined;
}

/** What can be compared: a value at every point. */
export interface Formula {
  at(point: Point, level: number): Ball<unknown>;
  /** The smallest size, except zero, of all values that it is computed from. */
  smallest(point: Point, level: number): number;
  /** The names it uses. */
  readonly names: readonly string[];
  /** The names that its value comes from in the end, in a model those of parameters, inputs and start values. */
  readonly origins: readonly string[];
  /** Its literals as written. */
  readonly texts: readonly string[];
  readonly operations: ReadonlySet<string>;
  /** Number of operations. */
  readonly size: number;
}

/** Points cached by number and scale, as all formulas of an exercise are compared at the same ones. */
function cachedPoints(make: (index: number, scale: number) => Point): Space["point"] {
  const known = new Map<number, Map<number, Point>>();
  return (index, scale) => {
    let ofScale = known.get(scale);
    if (ofScale === undefined) {
      ofScale = new Map();
      known.set(scale, ofScale);
    }
    let point = ofScale.get(index);
    if (point === undefined) {
      point = make(index, scale);
      ofScale.set(index, point);
    }
    return point;
  };
}

/** Independent variables; one that is not listed is real. */
export function freeSpace(variables: ReadonlyMap<string, Domain> = new Map(), onlyThese = false): Space {
  return {
    scales: [1, 1, 0.4, 2.5, 1, 7, 1, 0.1, 1, 20, 3, 0.02, 1, 1],
    isFree: true,
    names: onlyThese ? new Set(variables.keys()) : undefined,
    point: cachedPoints((index, scale) => ({
      name: (name, level) =>
        exactBall(
          levels[level] as AnyArithmetic,
          readable(genericNumber(name, index, scale, variables.get(name)), index),
        ),
      balls: () => undefined,
    })),
  };
}

/**
 * The manifold of an unrolled model: every name of the model has the value that the forward pass gives it.
 * Moderate numbers, so that nothing saturates.
 */
export function modelSpace(unrolled: Unrolled): Space {
  const { graph } = unrolled;
  return {
    scales: new Array(12).fill(0.75),
    isFree: false,
    names: unrolled.names(),
    point: cachedPoints((index, scale) => {
      const balls = levels.map(
        (arithmetic) =>
          new Balls(graph, arithmetic, (leaf) => exactBall(arithmetic, leafNumber(graph, leaf, index, scale))),
      );
      return {
        name(name, level) {
          return unrolled.has(name) ? balls[level]?.at(unrolled.node(name)) : undefined;
        },
        balls: (level) => balls[level],
      };
    }),
  };
}

function nameOf(graph: Graph, leaf: Node): string {
  const { family, index } = graph.symbol(leaf) as QuantityName;
  return index === undefined ? family : indexedName(family, index);
}

function readable(value: number, index: number): number {
  const rounded = Math.round(value * 100) / 100;
  return index >= 0 || rounded === 0 ? value : rounded;
}

function leafNumber(graph: Graph, leaf: Node, index: number, scale: number): number {
  const name = nameOf(graph, leaf);
  // Between 0.4 and 1.4 times the scale: far from 0 and near enough to it for tanh.
  const size = genericNumber(name, index, 1, [0.4, 1.4]) * scale;
  return readable(genericNumber(name, index + 1000, 1) < 0 ? -size : size, index);
}

/** A formula as read, over the names of a space. */
export function formulaOf(syntax: Syntax): Formula {
  const { graph, root, names, literals, texts, operations } = termsOf(syntax);
  const ballsAt = remembered((point, level) => {
    const arithmetic = levels[level] as AnyArithmetic;
    return new Balls(graph, arithmetic, (leaf) => {
      const literal = literals.get(leaf);
      return literal === undefined ? point.name(names.get(leaf) as string, level) : constantBall(arithmetic, literal);
    });
  });
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  return {
    at: (point, level) => ballsAt(point, level).at(root),
    smallest: (point, level) => ballsAt(point, level).smallest(nodes),
    names: [...names.values()],
    origins: [...names.values()],
    texts,
    operations,
    size: graph.size,
  };
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = new Set<Node>([root]);
  // A set's loop also reaches what is added on the way.
  for (const node of nodes) for (const arg of graph.args(node)) nodes.add(arg);
  const constants = [...nodes].filter((node) => graph.code(node) === CONSTANT);
  return {
    at: (point, level) => point.balls(level)?.at(root) ?? nothing,
    smallest: (point, level) => point.balls(level)?.smallest(nodes) ?? 0,
    names: [],
    origins: [...nodes].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
    texts: constants.map((node) => String(graph.value(node))),
    operations: new Set(),
    size: nodes.size,
  };
}

/** The sum of formulas of one space. */
export function sumOf(formulas: readonly Formula[]): Formula {
  const add = codeOf("add");
  return {
    at: (point, level) =>
      formulas
        .map((formula) => formula.at(point, level))
        .reduce((left, right) => applied(levels[level] as AnyArithmetic, add, [left, right])),
    smallest: (point, level) => Math.min(...formulas.map((formula) => formula.smallest(point, level))),
    names: formulas.flatMap((formula) => formula.names),
    origins: formulas.flatMap((formula) => formula.origins),
    texts: formulas.flatMap((formula) => formula.texts),
    operations: new Set(formulas.flatMap((formula) => [...formula.operations])),
    size: formulas.reduce((size, formula) => size + formula.size, 0),
  };
}

const nothing: Ball<unknown> = { value: Number.NaN, error: Number.NaN, state: state.undefined };

function remembered<T>(compute: (point: Point, level: number) => T): (point: Point, level: number) => T {
  const known = new Map<Point, T[]>();
  return (point, level) => {
    let ofPoint = known.get(point);
    if (ofPoint === undefined) {
      ofPoint = [];
      known.set(point, ofPoint);
    }
    let found = ofPoint[level];
    if (found === undefined) {
      found = compute(point, level);
      ofPoint[level] = found;
    }
    return found;
  };
}
