/**
 * What points and spaces are, and the generic numbers that points are made of: fixed for ever, without pattern, never a
 * value such as 0 or 1 at which different formulas agree.
 */

import type { Graph, Node, QuantityName } from "../../engine/graph.ts";
import { indexedName } from "../../engine/names.ts";
import type { Bounds } from "./bounds.ts";
import type { AnyNumbers, Value } from "./numbers.ts";
import type { Values } from "./values.ts";

/** One point of a space. Values are computed when asked for and kept. */
export interface Point {
  /** The value of a name in some numbers; undefined if the space has no such name. */
  name(name: string, numbers: AnyNumbers): Value | undefined;
  /** The same, or that of a node of the model's graph, as far as doubles tell; NaN if it has none. */
  double(of: string | Node): number;
  /** The values of the model's graph; undefined in a free space. */
  values(numbers: AnyNumbers): Values | undefined;
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
  /** Whether a name stands for whole numbers only. */
  isWhole(name: string): boolean;
  /** The switches among that which these names are computed from. */
  switches(names: readonly string[]): readonly Switch[];
  /** The names that the values of these names come from in the end. */
  originsOf(names: readonly string[]): readonly string[];
}

/** A quantity whose sign says on which branch an operation is. */
export interface Switch {
  readonly graph: Graph;
  readonly operation: Node;
  /** Its sign in doubles or as the coarse ones see it. */
  sign(point: Point, numbers: AnyNumbers): number;
  /** Whether it never has the other sign. */
  isOneSided(): boolean;
}

export function nameOf(graph: Graph, leaf: Node): string {
  const { family, index } = graph.symbol(leaf) as QuantityName;
  return index === undefined ? family : indexedName(family, index);
}

/** Where a variable lives; `natural` is 1, 2, 3, …, `unit` the open interval (0, 1), a pair a closed interval. */
export type Domain =
  | "real"
  | "positive"
  | "negative"
  | "nonnegative"
  | "integer"
  | "natural"
  | "unit"
  | readonly [number, number];

/** The number for a variable at the point `index`; real ones are about as large as `scale`, signs are mixed. */
export function genericNumber(name: string, index: number, scale: number, domain: Domain = "real"): number {
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

/** The bounds of the other domains are those of all numbers. */
const domainBounds: Readonly<Partial<Record<Domain & string, Bounds>>> = {
  positive: [0, Number.POSITIVE_INFINITY],
  nonnegative: [0, Number.POSITIVE_INFINITY],
  negative: [Number.NEGATIVE_INFINITY, 0],
  natural: [1, Number.POSITIVE_INFINITY],
  unit: [0, 1],
};

export function boundsOf(domain: Domain = "real"): Bounds {
  if (typeof domain === "object") return domain;
  return domainBounds[domain] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

export function isWhole(domain: Domain | undefined): boolean {
  return domain === "integer" || domain === "natural";
}

/** Whether a number lies in a domain. */
export function isInside(value: number, domain?: Domain): boolean {
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

function hash(name: string, index: number): number {
  let h = 0x811c9dc5 ^ Math.imul(index + 1, 0x9e3779b1);
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h;
}

/** A number in [0, 1) from the bits of `seed`, mixed as in MurmurHash3. */
function uniform(seed: number): number {
  let h = seed ^ (seed >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}
