/**
 * Where formulas are compared: generic points at which every name has a value, either free or on a model's own manifold
 * (parameters, inputs and start values generic, everything else computed).
 */

import { below, type Node, VARIABLE } from "../../engine/graph.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import { exactBall } from "./ball.ts";
import { Balls } from "./balls.ts";
import { conditionsOf, quantities } from "./conditions.ts";
import { type AnyArithmetic, levels } from "./numbers.ts";
import { type BranchesByGraph, nameOf, type Point, type Space } from "./point.ts";
import { boundsOf, type Domain, genericNumber, isInside, isWhole } from "./points.ts";

/** Points cached by number and scale, as all formulas of an exercise are compared at the same ones. */
function cachedPoints(make: (index: number, scale: number) => Point): Space["point"] {
  const known = new Map<string, Point>();
  return (index, scale) => {
    const key = `${index} ${scale}`;
    const point = known.get(key) ?? make(index, scale);
    known.set(key, point);
    return point;
  };
}

/** Independent variables; one that is not listed is real. */
export function freeSpace(variables: ReadonlyMap<string, Domain> = new Map()): Space {
  const numberAt = (name: string, index: number, scale: number) =>
    readable(genericNumber(name, index, scale, variables.get(name)), index);
  const pointOf = (numberOf: (name: string) => number, branches?: BranchesByGraph): Point => ({
    name: (name, level) => exactBall(levels[level] as AnyArithmetic, numberOf(name)),
    balls: () => undefined,
    branches,
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
    bounds: (name) => boundsOf(variables.get(name)),
    source: () => undefined,
    isWhole: (name) => isWhole(variables.get(name)),
    conditions: () => [],
    originsOf: (names) => names,
  };
}

/**
 * The manifold of an unrolled model: every name of the model has the value that the forward pass gives it.
 * Moderate numbers, so that nothing saturates.
 */
export function modelSpace(unrolled: Unrolled): Space {
  const { graph } = unrolled;
  const pointOf = (numberOf: (name: string) => number, branches?: BranchesByGraph): Point => {
    const known: Balls<unknown>[] = [];
    // Most points are looked at in doubles only.
    const balls = (level: number) => {
      const arithmetic = levels[level] as AnyArithmetic;
      const leaves = (leaf: Node) => exactBall(arithmetic, numberOf(nameOf(graph, leaf)));
      known[level] ??= new Balls(graph, arithmetic, leaves, branches?.get(graph));
      return known[level];
    };
    return {
      name: (name, level) => (unrolled.has(name) ? balls(level).at(unrolled.node(name)) : undefined),
      balls,
      branches,
      on: (others) => pointOf(numberOf, others),
    };
  };
  const nodesBelow = (names: readonly string[]) =>
    below(
      graph,
      names.filter((name) => unrolled.has(name)).map((name) => unrolled.node(name)),
    );
  const quantityOf = quantities(
    graph,
    (point, node) => point.balls(0)?.at(node),
    (leaf) => nameOf(graph, leaf),
  );
  const space: Space = {
    scales: new Array(12).fill(0.75),
    isFree: false,
    names: unrolled.names(),
    point: cachedPoints((index, scale) => pointOf((name) => moderateNumber(name, index, scale))),
    place: (coordinates) => pointOf((name) => coordinates.get(name) ?? moderateNumber(name, 0, 0.75)),
    bounds: (name) => {
      const source = space.source(name);
      return source === undefined || graph.code(source.node) === VARIABLE ? boundsOf() : source.bounds(space);
    },
    source: (name) => (unrolled.has(name) ? quantityOf(unrolled.node(name)) : undefined),
    isWhole: () => false,
    conditions: (names) => conditionsOf(graph, nodesBelow(names), quantityOf),
    originsOf: (names) =>
      [...nodesBelow(names)].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
  };
  return space;
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
