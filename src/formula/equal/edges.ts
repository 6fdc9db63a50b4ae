/**
 * Points on all sides of the edges at which roots, logarithms and inverse functions end or are glued together. Knows
 * quantities and spaces, no verdicts.
 */

import { state } from "./ball.ts";
import type { Point, QuantityAtEdge, Space } from "./point.ts";
import { type Distance, findPoints } from "./search.ts";

const mostEdges = 8;
const mostCoordinates = 4;
const mostPoints = 48;

/** Points beside the edges, as far as they can be found. */
export function pointsAtEdges(
  space: Space,
  edges: readonly QuantityAtEdge[],
  origins: readonly string[],
  points: readonly Point[],
): readonly Point[] {
  const found: Point[] = [];
  const names = [...new Set(origins)];
  for (const edge of edges.slice(0, mostEdges)) {
    const height = heightOf(edge);
    const beyond = staysAbove(space, edge) ? [] : otherSide(space, height, names, points);
    found.push(...beyond, ...touching(space, height, names));
  }
  return found.slice(0, mostPoints);
}

/** The height above an edge, NaN unless its sign is certain. */
function heightOf({ quantity, height }: QuantityAtEdge): Distance {
  return (point) => {
    const ball = quantity.at(point);
    if (ball.state >= state.unclear) return Number.NaN;
    const x = height(ball.value);
    return Math.abs(x) <= ball.error ? Number.NaN : x;
  };
}

/** Whether a height cannot be negative, like that of a square. Heights are lowest at the ends of a range. */
function staysAbove(space: Space, { quantity, height }: QuantityAtEdge): boolean {
  const range = quantity.range(space);
  return range !== undefined && height(range.low) >= 0 && height(range.high) >= 0;
}

/** Points on the side of an edge on which none of `points` lies. */
function otherSide(
  space: Space,
  height: Distance,
  names: readonly string[],
  points: readonly Point[],
): readonly Point[] {
  const signs = new Set(points.map((point) => Math.sign(height(point))));
  if (signs.has(1) === signs.has(-1)) return [];
  const side = signs.has(1) ? -1 : 1;
  return findPoints(space, [(point) => height(point) * side], names, points, 120, 3);
}

/** Along each coordinate: both sides of where the height comes down to the edge and rises again. */
function touching(space: Space, height: Distance, names: readonly string[]): readonly Point[] {
  const found: Point[] = [];
  for (const name of names.slice(0, mostCoordinates)) {
    const at = (x: number) => space.place(new Map([[name, x]]));
    const heightAt = (x: number) => {
      const point = at(x);
      return point === undefined ? Number.NaN : height(point);
    };
    const { coordinates: line, points } = lineOf(space, name);
    const heights = points.map((point) => (point === undefined ? Number.NaN : height(point)));
    // A height that does not depend on the coordinate has no bottom.
    if (heights.every((y) => y === heights[0])) continue;
    const typical = Math.max(...heights.filter((y) => y > 0), 0);
    for (let i = 1; i + 1 < line.length; i++) {
      const [left, here, right] = [heights[i - 1], heights[i], heights[i + 1]] as [number, number, number];
      if (!(here > 0 && here <= left && here <= right)) continue;
      const [low, high] = [line[i - 1], line[i + 1]] as [number, number];
      const bottom = lowest(heightAt, low, high, 1e-6 * Math.min(left, right));
      // At the edge itself the height is too small to be known.
      if (heightAt(bottom) >= 1e-3 * typical) continue;
      for (const part of [0.05, 0.5]) found.push(...sides(at, bottom, low, high, part));
    }
  }
  return found;
}

function sides(
  at: (x: number) => Point | undefined,
  bottom: number,
  low: number,
  high: number,
  part: number,
): readonly Point[] {
  return [at(bottom + part * (low - bottom)), at(bottom + part * (high - bottom))].filter(
    (point) => point !== undefined,
  );
}

/** Where a function with one minimum between two numbers has it, or is less than `enough`. */
function lowest(f: (x: number) => number, low: number, high: number, enough: number): number {
  let [a, b] = [low, high];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let i = 0; i < 32; i++) {
    if (!(atLeft >= enough)) return left;
    if (!(atRight >= enough)) return right;
    if (i > 8 && isLevel(f, [a, b], [atLeft, atRight])) break;
    if (atLeft < atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - golden * (b - a);
      atLeft = f(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + golden * (b - a);
      atRight = f(right);
    }
  }
  return (a + b) / 2;
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Whether a height hardly changes any more between two numbers, given the values at two others between them. */
function isLevel(f: (x: number) => number, ends: readonly number[], inner: readonly number[]): boolean {
  const least = Math.min(...inner);
  if (Math.max(...inner) - least > 1e-3 * least) return false;
  return Math.max(...ends.map(f)) - least <= 1e-3 * least;
}

interface Line {
  readonly coordinates: readonly number[];
  readonly points: readonly (Point | undefined)[];
}

/** By space, as all heights are looked at along the same lines. */
const lines = new WeakMap<Space, Map<string, Line>>();

/** Points all over the range of a name, denser towards its ends, in order; all else as at the first point. */
function lineOf(space: Space, name: string): Line {
  const known = lines.get(space) ?? new Map<string, Line>();
  lines.set(space, known);
  let line = known.get(name);
  if (line === undefined) {
    const coordinates = coordinatesOf(space, name);
    line = { coordinates, points: coordinates.map((x) => space.place(new Map([[name, x]]))) };
    known.set(name, line);
  }
  return line;
}

function coordinatesOf(space: Space, name: string): readonly number[] {
  const { low, high } = space.range(name) ?? { low: Number.NaN, high: Number.NaN };
  const isBounded = Number.isFinite(low) && Number.isFinite(high);
  const numbers = isBounded
    ? parts.flatMap((part) => [low + part * (high - low), high - part * (high - low)])
    : sizes.flatMap((size) => [size, -size]);
  return [...new Set(numbers)].filter((x) => x >= low && x <= high).sort((x, y) => x - y);
}

const parts = [1e-4, 1e-3, 0.004, 0.01, 0.02, 0.04, 0.07, 0.11, 0.17, 0.23, 0.31, 0.4, 0.49];
const sizes = [0.013, 0.041, 0.13, 0.31, 0.57, 0.83, 1.17, 1.61, 2.3, 3.7, 5.3, 8.9, 17.3, 43];
