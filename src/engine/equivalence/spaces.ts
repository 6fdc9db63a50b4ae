/**
 * Where formulas are compared: generic points at which every name has a value, either free or on a model's own manifold
 * (parameters, inputs and start values generic, everything else computed). Knows values, not how they are compared.
 */

import { below, CONSTANT, type Graph, type Node, type QuantityName, VARIABLE } from "../graph.ts";
import { indexedName } from "../names.ts";
import { codeOf } from "../operationCodes.ts";
import type { Unrolled } from "../recurrence.ts";
import type { Syntax } from "../syntax.ts";
import { applied, type Ball, constantBall, exactBall, state } from "./ball.ts";
import { Balls, type Pieces } from "./balls.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import { boundsOf, type Domain, genericNumber, isInside } from "./points.ts";
import { demandsOf, everything, type Range, type Ranges, rangesOf } from "./ranges.ts";
import { type Terms, termsOf } from "./terms.ts";
import { type Turns, turnsOf } from "./turns.ts";

export type { Domain } from "./points.ts";

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

const smooth: Turning = { conditions: [], edges: [], isSmooth: true };

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
  /** Where it may change its form, apart from what its names stand for. */
  readonly turning: Turning;
  /** Whether it has no value anywhere in a space, as far as bounds of values prove it. */
  isNowhere(space: Space, bounds?: ReadonlyMap<string, Range>): boolean;
  /** Where its operations need its names to lie. */
  demands(): ReadonlyMap<string, Range>;
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
  const pointOf = (numberOf: (name: string) => number, pieces?: PiecesByGraph): Point => ({
    name: (name, level) => exactBall(levels[level] as AnyArithmetic, numberOf(name)),
    balls: () => undefined,
    pieces,
    on: (others) => pointOf(numberOf, others),
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
    range: (name) => boundsOf(variables.get(name)),
    isWhole: (name) => variables.get(name) === "integer" || variables.get(name) === "natural",
    turning: () => smooth,
    originsOf: (names) => names,
  };
}

/**
 * The manifold of an unrolled model: every name of the model has the value that the forward pass gives it.
 * Moderate numbers, so that nothing saturates.
 */
export function modelSpace(unrolled: Unrolled): Space {
  const { graph } = unrolled;
  const ranges = rangesOf(graph, () => everything);
  const pointOf = (numberOf: (name: string) => number, pieces?: PiecesByGraph): Point => {
    const balls = levels.map(
      (arithmetic) =>
        new Balls(
          graph,
          arithmetic,
          (leaf) => exactBall(arithmetic, numberOf(nameOf(graph, leaf))),
          pieces?.get(graph),
        ),
    );
    return {
      name: (name, level) => (unrolled.has(name) ? balls[level]?.at(unrolled.node(name)) : undefined),
      balls: (level) => balls[level],
      pieces,
      on: (others) => pointOf(numberOf, others),
    };
  };
  const nodesBelow = (names: readonly string[]) =>
    below(
      graph,
      names.filter((name) => unrolled.has(name)).map((name) => unrolled.node(name)),
    );
  let whole: Turning | undefined;
  return {
    scales: new Array(12).fill(0.75),
    isFree: false,
    names: unrolled.names(),
    point: cachedPoints((index, scale) => pointOf((name) => moderateNumber(name, index, scale))),
    place: (coordinates) => pointOf((name) => coordinates.get(name) ?? moderateNumber(name, 0, 0.75)),
    range: (name) => (unrolled.has(name) ? ranges(unrolled.node(name)) : everything),
    isWhole: () => false,
    turning(names) {
      // Most models are smooth as a whole, and then so is every part.
      whole ??= turningAt(graph, turnsOf(graph, new Array(graph.size).keys()));
      return whole.isSmooth ? whole : turningAt(graph, turnsOf(graph, nodesBelow(names)));
    },
    originsOf: (names) =>
      [...nodesBelow(names)].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
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
    const leaves = (leaf: Node) => {
      const literal = literals.get(leaf);
      return literal === undefined ? point.name(names.get(leaf) as string, level) : constantBall(arithmetic, literal);
    };
    return new Balls(graph, arithmetic, leaves, point.pieces?.get(graph));
  });
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  const rangesIn = (space: Space, bounds?: ReadonlyMap<string, Range>): Ranges =>
    rangesOf(graph, (leaf) => {
      const literal = literals.get(leaf);
      if (literal !== undefined) return literalRange(literal);
      const name = names.get(leaf) as string;
      return bounds?.get(name) ?? space.range(name);
    });
  const quantityOf = (node: Node): Quantity => ({
    graph,
    node,
    at: (point) => ballsAt(point, 0).at(node) as Ball<number>,
    range: (space) => rangesIn(space)(node),
    beside: quantityOf,
  });
  return {
    at: (point, level) => ballsAt(point, level).at(root),
    smallest: (point, level) => ballsAt(point, level).smallest(nodes),
    names: [...names.values()],
    origins: [...names.values()],
    texts,
    operations,
    turning: turningOf(turnsOf(graph, nodes), quantityOf),
    isNowhere: (space, bounds) => rangesIn(space, bounds)(root) === undefined,
    demands: () =>
      new Map([...demandsOf(graph, nodes)].map(([leaf, range]) => [names.get(leaf) ?? "", range] as const)),
    size: graph.size,
    work: workOf(graph, nodes),
  };
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = below(graph, [root]);
  const constants = [...nodes].filter((node) => graph.code(node) === CONSTANT);
  return {
    at: (point, level) => point.balls(level)?.at(root) ?? nothing,
    smallest: (point, level) => point.balls(level)?.smallest(nodes) ?? 0,
    names: [],
    origins: [...nodes].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
    texts: constants.map((node) => String(graph.value(node))),
    operations: new Set(),
    turning: turningAt(graph, turnsOf(graph, nodes)),
    isNowhere: () => rangesOf(graph, () => everything)(root) === undefined,
    demands: () => new Map(),
    size: nodes.size,
    work: workOf(graph, nodes),
  };
}

function turningOf({ conditions, edges, isSmooth }: Turns, quantityOf: (node: Node) => Quantity): Turning {
  if (isSmooth) return smooth;
  return {
    conditions: conditions.map(quantityOf),
    edges: edges.map(({ node, height }) => ({ quantity: quantityOf(node), height })),
    isSmooth,
  };
}

/** The same in the graph of a model. */
function turningAt(graph: Graph, turns: Turns): Turning {
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

function literalRange(text: string): Range {
  if (text === "pi") return { low: 3.14, high: 3.15 };
  const value = Number(text);
  if (!Number.isFinite(value)) return { low: Number.MAX_VALUE, high: value };
  const slack = Math.max(Math.abs(value) * 1e-15, Number.MIN_VALUE);
  return { low: Math.max(0, value - slack), high: value + slack };
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
    turning: {
      conditions: formulas.flatMap(({ turning }) => turning.conditions),
      edges: formulas.flatMap(({ turning }) => turning.edges),
      isSmooth: formulas.every(({ turning }) => turning.isSmooth),
    },
    isNowhere: (space, bounds) => formulas.some((formula) => formula.isNowhere(space, bounds)),
    demands: () => new Map(formulas.flatMap((formula) => [...formula.demands()])),
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
