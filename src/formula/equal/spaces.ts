/**
 * Where formulas are compared: generic points at which every name has a value, either free or on a model's own manifold
 * (parameters, inputs and start values generic, everything else computed).
 */

import { below, type Node } from "../../engine/graph.ts";
import { entryOf, Memory } from "../../engine/maps.ts";
import { memo } from "../../engine/memo.ts";
import { nameOf } from "../../engine/print.ts";
import type { Unrolled } from "../../engine/unroll.ts";
import { fine, type Numbers } from "./numbers.ts";
import type { Domain, Point, Space } from "./points.ts";
import { branchesAmong } from "./switches.ts";
import { Values, valued } from "./values.ts";

/** Independent variables; one that is not listed is real. */
export function freeSpace(variables: ReadonlyMap<string, Domain> = new Map()): Space {
  const numberAt = (name: string, index: number, scale: number) =>
    readable(genericNumber(name, index, scale, variables.get(name)), index);
  const pointOf = (numberOf: (name: string) => number): Point => ({
    name: (name) => valued(numberOf(name)),
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
    branches: () => undefined,
  };
}

/**
 * The manifold of an unrolled model: every name of the model has the value that the forward pass gives it.
 * Moderate numbers, so that nothing saturates.
 */
export function modelSpace(unrolled: Unrolled): Space {
  const { graph } = unrolled;
  // Remembered, as every point asks for the same ones.
  const nodeOf = memo((name: string) => (unrolled.has(name) ? unrolled.node(name) : undefined), new Map());
  const pointOf = (numberOf: (name: string) => number): Point => {
    const values = memo(
      (numbers: Numbers) => new Values(graph, numbers, (leaf) => valued(numberOf(nameOf(graph, leaf)))),
    );
    const name = (name: string, numbers: Numbers) => {
      const node = nodeOf(name);
      return node === undefined ? undefined : values(numbers).at(node);
    };
    const double = (of: string | Node) => {
      const found = typeof of === "string" ? name(of, fine) : values(fine).at(of);
      return found?.value ?? Number.NaN;
    };
    return { name, double, values };
  };
  const nodesBelow = (names: readonly string[]) =>
    below(
      graph,
      names.flatMap((name) => nodeOf(name) ?? []),
    );
  return {
    scales: new Array(12).fill(0.75),
    isFree: false,
    names: unrolled.names(),
    point: cachedPoints((index, scale) => pointOf((name) => moderateNumber(name, index, scale))),
    place: (coordinates) => pointOf((name) => coordinates.get(name) ?? moderateNumber(name, 0, 0.75)),
    bounds: () => boundsOf(),
    isWhole: () => false,
    branches: (names) => branchesAmong(graph, nodesBelow(names), (point, numbers) => point.values(numbers) as Values),
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
  // Literals bring points of their own, so there is no end of them.
  const known = new Memory<Point>(500);
  return (index, scale) => entryOf(known, `${index} ${scale}`, () => make(index, scale));
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

/** The number for a variable at the point `index`; real ones are about as large as `scale`, signs are mixed. */
function genericNumber(name: string, index: number, scale: number, domain: Domain = "real"): number {
  const seed = hash(name, index);
  const [u, v] = [uniform(seed), uniform(seed ^ 0x9e3779b9)];
  if (typeof domain === "object") return domain[0] + (domain[1] - domain[0]) * u;
  const sign = v < 0.5 ? -1 : 1;
  const size = short(scale * 2 ** (3.4 * u - 1.9));
  switch (domain) {
    case "real":
      return sign * size;
    case "positive":
    case "nonnegative":
      return size;
    case "negative":
      return -size;
    case "unit":
      // Near the ends too: the scale says how near.
      return scale >= 1 ? short(u * 0.96 + 0.02) : sign < 0 ? short(size / (1 + size)) : 1 - short(size / (1 + size));
    case "integer":
      return sign * Math.round(Math.max(1, scale) * 6 * u);
    case "natural":
      return 1 + Math.round(Math.max(1, scale) * 6 * u);
  }
}

type Bounds = ReturnType<Space["bounds"]>;

/** The bounds of the other domains are those of all numbers. */
const domainBounds: Readonly<Partial<Record<Domain & string, Bounds>>> = {
  positive: [0, Number.POSITIVE_INFINITY],
  nonnegative: [0, Number.POSITIVE_INFINITY],
  negative: [Number.NEGATIVE_INFINITY, 0],
  natural: [1, Number.POSITIVE_INFINITY],
  unit: [0, 1],
};

function boundsOf(domain: Domain = "real"): Bounds {
  if (typeof domain === "object") return domain;
  return domainBounds[domain] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

function isWhole(domain: Domain | undefined): boolean {
  return domain === "integer" || domain === "natural";
}

/** Whether a number lies in a domain. */
function isInside(value: number, domain?: Domain): boolean {
  const [low, high] = boundsOf(domain);
  if (!Number.isFinite(value) || value < low || value > high) return false;
  if (isWhole(domain)) return Number.isInteger(value);
  const isOpen = domain === "positive" || domain === "negative" || domain === "unit";
  return !isOpen || (value !== low && value !== high);
}

/** With 20 binary digits, the last of them 1: exact in every number system and no simple fraction. */
function short(x: number): number {
  const unit = 2 ** (Math.floor(Math.log2(x)) - 19);
  return (Math.floor(x / unit / 2) * 2 + 1) * unit;
}

/** Bits for the place `index` of what is called `name`. */
export function hash(name: string, index: number): number {
  let h = 0x811c9dc5 ^ Math.imul(index + 1, 0x9e3779b1);
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h;
}

/** A number in [0, 1) from the bits of `seed`, mixed as in MurmurHash3. */
export function uniform(seed: number): number {
  let h = seed ^ (seed >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}
