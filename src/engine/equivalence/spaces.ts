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
import { type Domain, genericNumber, isInside } from "./points.ts";
import { type Terms, termsOf } from "./terms.ts";
import { turningNodes } from "./turns.ts";

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
  /** A point with these coordinates; undefined if they lie outside the domain of a variable. */
  place(coordinates: ReadonlyMap<string, number>): Point | undefined;
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
  /** At how many places it may change its form (relu, abs, …), and on which side of the place `turn` a point lies. */
  readonly turnCount: number;
  turn(turn: number, point: Point): number;
  /** Number of operations. */
  readonly size: number;
  /** How long it takes to evaluate beyond doubles, in functions. */
  readonly work: number;
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
export function freeSpace(variables: ReadonlyMap<string, Domain> = new Map()): Space {
  const numberAt = (name: string, index: number, scale: number) =>
    readable(genericNumber(name, index, scale, variables.get(name)), index);
  const pointOf = (numberOf: (name: string) => number): Point => ({
    name: (name, level) => exactBall(levels[level] as AnyArithmetic, numberOf(name)),
    balls: () => undefined,
  });
  return {
    scales: [1, 1, 0.4, 2.5, 1, 7, 1, 0.1, 1, 20, 3, 0.02, 1, 1],
    isFree: true,
    names: undefined,
    point: cachedPoints((index, scale) => pointOf((name) => numberAt(name, index, scale))),
    place(coordinates) {
      for (const [name, value] of coordinates) if (!isInside(value, variables.get(name))) return undefined;
      return pointOf((name) => coordinates.get(name) ?? numberAt(name, 0, 1));
    },
  };
}

/**
 * The manifold of an unrolled model: every name of the model has the value that the forward pass gives it.
 * Moderate numbers, so that nothing saturates.
 */
export function modelSpace(unrolled: Unrolled): Space {
  const { graph } = unrolled;
  const pointOf = (numberOf: (name: string) => number): Point => {
    const balls = levels.map(
      (arithmetic) => new Balls(graph, arithmetic, (leaf) => exactBall(arithmetic, numberOf(nameOf(graph, leaf)))),
    );
    return {
      name: (name, level) => (unrolled.has(name) ? balls[level]?.at(unrolled.node(name)) : undefined),
      balls: (level) => balls[level],
    };
  };
  return {
    scales: new Array(12).fill(0.75),
    isFree: false,
    names: unrolled.names(),
    point: cachedPoints((index, scale) => pointOf((name) => moderateNumber(name, index, scale))),
    place: (coordinates) => pointOf((name) => coordinates.get(name) ?? moderateNumber(name, 0, 0.75)),
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

/** Between 0.4 and 1.4 times the scale: far from 0 and near enough to it for tanh. */
function moderateNumber(name: string, index: number, scale: number): number {
  const size = genericNumber(name, index, 1, [0.4, 1.4]) * scale;
  return readable(genericNumber(name, index + 1000, 1) < 0 ? -size : size, index);
}

/** A formula as read, over the names of a space. */
export function formulaOf(syntax: Syntax): Formula {
  return formulaOfTerms(termsOf(syntax));
}

/** The same of a formula that is a graph already. */
export function formulaOfTerms({ graph, root, names, literals, texts, operations }: Terms): Formula {
  const ballsAt = remembered((point, level) => {
    const arithmetic = levels[level] as AnyArithmetic;
    return new Balls(graph, arithmetic, (leaf) => {
      const literal = literals.get(leaf);
      return literal === undefined ? point.name(names.get(leaf) as string, level) : constantBall(arithmetic, literal);
    });
  });
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  const turning = turningNodes(graph, nodes);
  return {
    at: (point, level) => ballsAt(point, level).at(root),
    smallest: (point, level) => ballsAt(point, level).smallest(nodes),
    names: [...names.values()],
    origins: [...names.values()],
    texts,
    operations,
    turnCount: turning.length,
    turn: (turn, point) => sideOf(ballsAt(point, 0).at(turning[turn] as Node)),
    size: graph.size,
    work: workOf(graph, nodes),
  };
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = new Set<Node>([root]);
  // A set's loop also reaches what is added on the way.
  for (const node of nodes) for (const arg of graph.args(node)) nodes.add(arg);
  const turning = turningNodes(graph, nodes);
  const constants = [...nodes].filter((node) => graph.code(node) === CONSTANT);
  return {
    at: (point, level) => point.balls(level)?.at(root) ?? nothing,
    smallest: (point, level) => point.balls(level)?.smallest(nodes) ?? 0,
    names: [],
    origins: [...nodes].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
    texts: constants.map((node) => String(graph.value(node))),
    operations: new Set(),
    turnCount: turning.length,
    turn: (turn, point) => sideOf(point.balls(0)?.at(turning[turn] as Node) ?? nothing),
    size: nodes.size,
    work: workOf(graph, nodes),
  };
}

/** The value of a turn's argument, NaN if its sign is not certain. */
function sideOf({ value, error, state: certainty }: Ball<unknown>): number {
  const x = value as number;
  return certainty >= state.unclear || Math.abs(x) <= (error as number) ? Number.NaN : x;
}

/** Functions take about a hundred times as long as arithmetic. */
function workOf(graph: Graph, nodes: Iterable<Node>): number {
  let work = 0;
  for (const node of nodes) work += graph.code(node) < firstFunction ? 0.01 : 1;
  return work;
}

const firstFunction = codeOf("power");

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
    turnCount: 0,
    turn: () => Number.NaN,
    size: formulas.reduce((size, formula) => size + formula.size, 0),
    work: formulas.reduce((work, formula) => work + formula.work, 0),
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
