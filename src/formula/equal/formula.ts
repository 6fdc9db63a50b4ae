/** What is compared: formulas as read, and nodes of a model's graph, with a value at every point of a space. */

import { below, CONSTANT, type Graph, type Node, VARIABLE } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operations/table.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { applied, type Ball, constantBall } from "./ball.ts";
import { Balls } from "./balls.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import { nameOf, nothing, type Point, type Quantity, type Space, type Turning, turningAt, turningOf } from "./point.ts";
import { demandsOf, everything, type Range, type Ranges, rangesOf } from "./ranges.ts";
import { type Terms, termsOf } from "./terms.ts";
import { turnsOf } from "./turns.ts";

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

/** More than a comparison comes back to; a search passes through thousands. */
const mostRemembered = 128;

/** Points on chosen pieces are looked at once each, so that only the last of them is remembered. */
function remembered<T>(compute: (point: Point, level: number) => T): (point: Point, level: number) => T {
  const known = new Map<Point, T[]>();
  let last: { readonly point: Point; readonly found: T[] } | undefined;
  const ofPoint = (point: Point): T[] => {
    if (last?.point === point) return last.found;
    const found = known.get(point) ?? [];
    if (point.pieces === undefined) known.set(point, found);
    if (known.size > mostRemembered) known.delete(known.keys().next().value as Point);
    last = { point, found };
    return found;
  };
  return (point, level) => {
    const found = ofPoint(point);
    found[level] ??= compute(point, level);
    return found[level];
  };
}
