/** What is compared: formulas as read, and nodes of a model's graph, with a value at every point of a space. */

import { ADD, below, CONSTANT, type Graph, type Node, POWER, VARIABLE } from "../../engine/graph.ts";
import type { Syntax } from "../../engine/syntax.ts";
import { applied } from "./apply.ts";
import { type Ball, constantBall } from "./ball.ts";
import { Balls } from "./balls.ts";
import { conditionsOf, isWideRanging, quantities } from "./conditions.ts";
import { type AnyArithmetic, levels } from "./numbers.ts";
import { type Condition, nameOf, nothing, type Point } from "./point.ts";
import { type Terms, termsOf } from "./terms.ts";

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
  /** Its operations with branches, apart from what its names stand for. */
  readonly conditions: readonly Condition[];
  /** Whether it may show another side far from ordinary points: it has roots, logarithms, angles. */
  readonly isWideRanging: boolean;
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
export function formulaOfTerms({ graph, root, names, literals, texts }: Terms): Formula {
  const ballsAt = remembered((point, level) => {
    const arithmetic = levels[level] as AnyArithmetic;
    const leaves = (leaf: Node) => {
      const literal = literals.get(leaf);
      return literal === undefined ? point.name(names.get(leaf) as string, level) : constantBall(arithmetic, literal);
    };
    return new Balls(graph, arithmetic, leaves, point.branches?.get(graph));
  });
  const nodes = Array.from({ length: graph.size }, (_, node) => node);
  const quantityOf = quantities(
    graph,
    (point, node) => ballsAt(point, 0).at(node),
    (leaf) => names.get(leaf) ?? literalValue(literals.get(leaf) as string),
  );
  return {
    at: (point, level) => ballsAt(point, level).at(root),
    smallest: (point, level) => ballsAt(point, level).smallest(nodes),
    names: [...names.values()],
    origins: [...names.values()],
    texts,
    conditions: conditionsOf(graph, nodes, quantityOf),
    isWideRanging: isWideRanging(graph, nodes),
    size: graph.size,
    work: workOf(graph, nodes),
  };
}

/** A node of the graph that a model space was made of, e.g. a derivative. */
export function formulaAt(graph: Graph, root: Node): Formula {
  const nodes = below(graph, [root]);
  // π is meant exactly, as in the rules of derivatives.
  const constants = [...nodes].filter((node) => graph.code(node) === CONSTANT && graph.value(node) !== Math.PI);
  const quantityOf = quantities(
    graph,
    (point, node) => point.balls(0)?.at(node),
    (leaf) => nameOf(graph, leaf),
  );
  return {
    at: (point, level) => point.balls(level)?.at(root) ?? nothing,
    smallest: (point, level) => point.balls(level)?.smallest(nodes) ?? 0,
    names: [],
    origins: [...nodes].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
    texts: constants.map((node) => String(graph.value(node))),
    conditions: conditionsOf(graph, nodes, quantityOf),
    isWideRanging: isWideRanging(graph, nodes),
    size: nodes.size,
    work: workOf(graph, nodes),
  };
}

function literalValue(text: string): number {
  return text === "pi" ? Math.PI : Number(text);
}

/** Functions take about a hundred times as long as arithmetic. */
function workOf(graph: Graph, nodes: Iterable<Node>): number {
  let work = 0;
  for (const node of nodes) work += graph.code(node) < POWER ? 0.01 : 1;
  return work;
}

/** The sum of formulas of one space. */
export function sumOf(formulas: readonly Formula[]): Formula {
  return {
    at: (point, level) =>
      formulas
        .map((formula) => formula.at(point, level))
        .reduce((left, right) => applied(levels[level] as AnyArithmetic, ADD, [left, right])),
    smallest: (point, level) => Math.min(...formulas.map((formula) => formula.smallest(point, level))),
    names: formulas.flatMap((formula) => formula.names),
    origins: formulas.flatMap((formula) => formula.origins),
    texts: formulas.flatMap((formula) => formula.texts),
    conditions: formulas.flatMap((formula) => formula.conditions),
    isWideRanging: formulas.some((formula) => formula.isWideRanging),
    size: formulas.reduce((size, formula) => size + formula.size, 0),
    // Terms of one derivative have their functions in common.
    work: Math.max(...formulas.map((formula) => formula.work)),
  };
}

/** More points than a comparison comes back to. */
const mostRemembered = 128;

function remembered<T>(compute: (point: Point, level: number) => T): (point: Point, level: number) => T {
  const known = new Map<Point, T[]>();
  return (point, level) => {
    let found = known.get(point);
    if (found === undefined) {
      found = [];
      known.set(point, found);
      if (known.size > mostRemembered) known.delete(known.keys().next().value as Point);
    }
    found[level] ??= compute(point, level);
    return found[level];
  };
}
