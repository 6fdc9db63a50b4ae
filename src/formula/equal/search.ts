/**
 * Looks for points at which quantities have wanted signs, with bounded work. Knows spaces and heights, no formulas and
 * no verdicts.
 */

import type { Point, Space } from "./point.ts";

/** How far a point is from what is wanted: at most 0 if it is there, NaN if that cannot be said. */
export type Distance = (point: Point) => number;

/**
 * Up to `wanted` points at which all `heights` are positive: among `seeds` and scattered points, else from the nearest
 * of them, one coordinate at a time.
 */
export function findPoints(
  space: Space,
  heights: readonly Distance[],
  origins: readonly string[],
  seeds: readonly Point[],
  effort = 400,
  wanted = 2,
): readonly Point[] {
  const distance = (point: Point) => missed(heights, point);
  const names = [...new Set(origins)].slice(0, mostCoordinates);
  const starts = [...seeds.slice(0, 40), ...scattered(space)]
    .map((point) => ({ point, miss: distance(point) }))
    .filter(({ miss }) => !Number.isNaN(miss))
    .sort((a, b) => a.miss - b.miss);
  const found = starts.filter(({ miss }) => miss === 0).map(({ point }) => point);
  let left = effort;
  for (const { point } of starts.filter(({ miss }) => miss > 0).slice(0, 4)) {
    if (found.length >= wanted || left <= 0) break;
    const reached = descend(space, heights, names, point, left);
    left -= reached.spent;
    if (reached.point !== undefined) found.push(reached.point, ...around(space, distance, names, reached.point));
  }
  return found.slice(0, wanted);
}

/** How many heights are not positive, and by how much: 0 only where all are; from `most` on nothing is added. */
function missed(heights: readonly Distance[], point: Point, most = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  for (const height of heights) {
    if (sum >= most) break;
    const x = height(point);
    if (Number.isNaN(x)) sum += 3;
    else if (!(x > 0)) sum += 1 + Math.min(1, Math.log1p(-x) / 100);
  }
  return sum;
}

function* scattered(space: Space): Iterable<Point> {
  const { scales } = space;
  for (let i = 0; i < 24; i++) yield space.point(1000 + i, scales[scales.length - 1 - (i % scales.length)] as number);
}

/** From `start`, one coordinate at a time, as long as fewer heights are missed or by less. */
function descend(
  space: Space,
  heights: readonly Distance[],
  names: readonly string[],
  start: Point,
  effort: number,
): { readonly point?: Point; readonly spent: number } {
  let here = new Map(names.map((name) => [name, coordinate(start, name)]));
  let least = missed(heights, space.place(here) ?? start);
  let spent = 0;
  for (let round = 0; round < 6; round++) {
    const before = least;
    for (const name of names) {
      for (const value of candidates(space, heights, here, name)) {
        const there = new Map(here).set(name, space.isWhole(name) ? Math.round(value) : value);
        const point = space.place(there);
        if (point === undefined) continue;
        if (++spent > effort) return { spent };
        const miss = missed(heights, point, least);
        if (miss === 0) return { point, spent };
        if (!(miss < least)) continue;
        least = miss;
        here = there;
      }
    }
    if (least === before) break;
  }
  return { spent };
}

/** Values worth trying for one coordinate: beyond where a missed height crosses zero, and all over its range. */
function* candidates(
  space: Space,
  heights: readonly Distance[],
  here: ReadonlyMap<string, number>,
  name: string,
): Iterable<number> {
  const x = here.get(name) as number;
  const at = (value: number) => space.place(new Map(here).set(name, value));
  const [point, beside] = [at(x), at(x + 1e-4 * (Math.abs(x) || 1)) ?? at(x - 1e-4 * (Math.abs(x) || 1))];
  if (point !== undefined && beside !== undefined)
    for (const height of heights) {
      const [low, next] = [height(point), height(beside)];
      const step = coordinate(beside, name) - x;
      if (low > 0 || !Number.isFinite(low) || !Number.isFinite(next) || next === low) continue;
      const root = x - (low * step) / (next - low);
      for (const beyond of [1e-3, 0.1, 1]) yield root + beyond * (root - x || 1);
    }
  yield -x;
  const range = space.range(name);
  if (range !== undefined && Number.isFinite(range.low) && Number.isFinite(range.high))
    for (const part of parts) yield range.low + part * (range.high - range.low);
  else for (const factor of factors) for (const sign of [1, -1]) yield x * factor * sign;
}

/** Close to both ends, and in between. */
const parts = [0.5, 0.25, 0.75, 0.1, 0.9, 0.02, 0.98, 1e-3, 1 - 1e-3, 1e-5, 1 - 1e-5];
const factors = [8, 1 / 8, 2, 1 / 2, 1.3, 1 / 1.3, 40, 1 / 40];
const mostCoordinates = 12;

function coordinate(point: Point, name: string): number {
  return point.name(name, 0)?.value as number;
}

/** Another point like the one found. */
function around(space: Space, distance: Distance, names: readonly string[], found: Point): readonly Point[] {
  for (const size of [1e-2, 1e-4, 1e-7]) {
    const moved = new Map(
      names.map((name, i) => {
        const x = coordinate(found, name);
        return [name, space.isWhole(name) ? x : x * (1 + size * (i % 2 === 0 ? 0.7 : -0.9))] as const;
      }),
    );
    const point = space.place(moved);
    if (point !== undefined && distance(point) === 0) return [point];
  }
  return [];
}
