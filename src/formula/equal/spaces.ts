/**
 * Where formulas are compared: generic points at which every name has a value, either free or on a model's own manifold
 * (parameters, inputs and start values generic, everything else computed).
 */

import { below, type Node, VARIABLE } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import { boundsIn } from "./bounds.ts";
import { type AnyNumbers, levelAt } from "./numbers.ts";
import { boundsOf, type Domain, genericNumber, isInside, isWhole, nameOf, type Point, type Space } from "./points.ts";
import { switchesIn } from "./switches.ts";
import { exactly, Values } from "./values.ts";

/** Independent variables; one that is not listed is real. */
export function freeSpace(variables: ReadonlyMap<string, Domain> = new Map()): Space {
  const numberAt = (name: string, index: number, scale: number) =>
    readable(genericNumber(name, index, scale, variables.get(name)), index);
  const pointOf = (numberOf: (name: string) => number): Point => ({
    name: (name, numbers) => exactly(numbers, numberOf(name)),
    double: (of) => (typeof of === "string" ? numberOf(of) : Number.NaN),
    values: () => undefined,
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
    isWhole: (name) => isWhole(variables.get(name)),
    switches: () => [],
    originsOf: (names) => names,
  };
}

/**
 * The manifold of an unrolled model: every name of the model has the value that the forward pass gives it.
 * Moderate numbers, so that nothing saturates.
 */
export function modelSpace(unrolled: Unrolled): Space {
  const { graph } = unrolled;
  const pointOf = (numberOf: (name: string) => number): Point => {
    const known = new Map<AnyNumbers, Values>();
    const values = (numbers: AnyNumbers) => {
      const found =
        known.get(numbers) ?? new Values(graph, numbers, (leaf) => exactly(numbers, numberOf(nameOf(graph, leaf))));
      known.set(numbers, found);
      return found;
    };
    const name = (name: string, numbers: AnyNumbers) =>
      unrolled.has(name) ? values(numbers).at(unrolled.node(name)) : undefined;
    const double = (of: string | Node) => {
      const { fine } = levelAt(0);
      const found = typeof of === "string" ? name(of, fine) : values(fine).at(of);
      return (found?.value ?? Number.NaN) as number;
    };
    return { name, double, values };
  };
  const nodesBelow = (names: readonly string[]) =>
    below(
      graph,
      names.filter((name) => unrolled.has(name)).map((name) => unrolled.node(name)),
    );
  const bounds = once(() => boundsIn(graph, () => boundsOf()));
  return {
    scales: new Array(12).fill(0.75),
    isFree: false,
    names: unrolled.names(),
    point: cachedPoints((index, scale) => pointOf((name) => moderateNumber(name, index, scale))),
    place: (coordinates) => pointOf((name) => coordinates.get(name) ?? moderateNumber(name, 0, 0.75)),
    bounds: (name) => (unrolled.has(name) ? bounds()(unrolled.node(name)) : boundsOf()),
    isWhole: () => false,
    switches: (names) =>
      switchesIn(graph, nodesBelow(names), (point, numbers) => point.values(numbers) as Values, bounds),
    originsOf: (names) =>
      [...nodesBelow(names)].filter((node) => graph.code(node) === VARIABLE).map((leaf) => nameOf(graph, leaf)),
  };
}

/** Points near the ends of intervals, where formulas may show another side, and where whole numbers begin. */
export function pointsNearEnds(space: Space, names: readonly string[]): readonly Point[] {
  return names.flatMap((name) => {
    const [low, high] = space.isFree ? space.bounds(name) : [0, 0];
    const isInterval = Number.isFinite(high - low) && high > low;
    const ends = space.isWhole(name) ? [low] : isInterval ? shares.map((share) => low + share * (high - low)) : [];
    return ends.flatMap((end) => space.place(new Map([[name, end]])) ?? []);
  });
}

const shares = [1e-4, 0.003, 0.02, 0.98, 0.997, 0.9999];

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

function readable(value: number, index: number): number {
  const rounded = Math.round(value * 100) / 100;
  return index >= 0 || rounded === 0 ? value : rounded;
}

/** Between 0.4 and 1.4 times the scale: far from 0 and near enough to it for tanh. */
function moderateNumber(name: string, index: number, scale: number): number {
  const size = genericNumber(name, index, 1, [0.4, 1.4]) * scale;
  return readable(genericNumber(name, index + 1000, 1) < 0 ? -size : size, index);
}
