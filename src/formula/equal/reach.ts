/**
 * Points on all sides of switches: from each combination of signs that is known, along one coordinate after the other, to
 * those beside it. Bounded work; what it does not find may still be there.
 */

import { type Coordinates, heightsOf } from "./heights.ts";
import type { Point, Quantity, Space } from "./point.ts";
import { heightAt } from "./switches.ts";

/** Work allowed, in operations of plain doubles: some 10 ms. */
const mostWork = 50_000;
const randomPoints = 200;
const mostCoordinates = 6;
const pointsPerCombination = 2;

export interface Search {
  readonly space: Space;
  readonly quantities: readonly Quantity[];
  /** The names that the quantities come from in the end. */
  readonly origins: readonly string[];
  /** Where to begin. */
  readonly points: readonly Point[];
  /** Sizes of numbers at which something may happen, beside the usual ones. */
  readonly sizes: readonly number[];
}

/** A place on a line: one coordinate and what the quantities are there. */
interface Stop {
  readonly x: number;
  readonly heights: readonly number[];
  readonly signs: string;
}

/** Points by the signs of the quantities at them, `1,-1`; a few for each combination that was found, also with zeros. */
export function reach({ space, quantities, origins, points, sizes }: Search): ReadonlyMap<string, readonly Point[]> {
  const { size, at } = heightsOf(space, quantities);
  const found = new Map<string, Point[]>();
  const queue: Coordinates[] = [];
  let left = mostWork;
  for (const point of points) note(coordinatesOf(point));
  for (let i = 0; i < randomPoints && left > 0; i++) {
    const coordinates = coordinatesOf(space.point(4000 + i, space.scales[i % space.scales.length] as number));
    note(coordinates, stopAt(coordinates, "", 0).signs);
  }
  for (const from of queue)
    for (const name of origins.slice(0, mostCoordinates)) {
      if (left < 0) return found;
      scan(from, name);
    }
  return found;

  function coordinatesOf(point: Point): Coordinates {
    return new Map(origins.map((name) => [name, point.name(name, 0)?.value as number]));
  }

  function stopAt(from: Coordinates, name: string, x: number): Stop {
    left -= size;
    const heights = at(from, name, x);
    return { x, heights, signs: heights.map(Math.sign).join() };
  }

  /** Keeps a point if its combination is new, or nearly. Its signs must be certain: doubles alone may be wrong. */
  function note(coordinates: Coordinates, expected?: string): void {
    if (expected !== undefined && (found.get(expected)?.length ?? 0) >= pointsPerCombination) return;
    const point = space.place(coordinates);
    if (point === undefined) return;
    const signs = quantities.map((quantity) => Math.sign(heightAt(quantity, point))).join();
    const known = found.get(signs) ?? [];
    if (signs.includes("NaN") || known.length >= pointsPerCombination) return;
    found.set(signs, [...known, point]);
    if (known.length === 0) queue.push(coordinates);
  }

  /** Notes a point between any two changes of sign along a line. */
  function scan(from: Coordinates, name: string): void {
    const isWhole = space.isWhole(name);
    const on = (x: number) => stopAt(from, name, x);
    const grid = gridOf(space, name, sizes).map(on);
    const stops = [...grid, ...(isWhole ? [] : turningsOf(grid, on))].sort((a, b) => a.x - b.x);
    for (const [i, stop] of stops.entries()) {
      note(new Map([...from, [name, stop.x]]), stop.signs);
      const next = stops[i + 1];
      let low = stop;
      for (let changes = 0; next !== undefined && low.signs !== next.signs && changes < 4; changes++) {
        const high = changeBetween(low, next, on, isWhole);
        // Not beside the change itself, where everything is too small to be compared.
        const inside = isWhole ? high : changeBetween(high, next, on, isWhole, 4);
        note(new Map([...from, [name, isWhole ? high.x : (high.x + inside.x) / 2]]));
        low = high;
      }
    }
  }
}

/** The first place behind `low` with other signs, as far as halving tells. */
function changeBetween(low: Stop, high: Stop, on: (x: number) => Stop, isWhole: boolean, halvings = 26): Stop {
  let [left, right] = [low, high];
  for (let i = 0; i < halvings; i++) {
    const x = (left.x + right.x) / 2;
    const middle = on(isWhole ? Math.round(x) : x);
    if (middle.x === left.x || middle.x === right.x) break;
    if (middle.signs === low.signs) left = middle;
    else right = middle;
  }
  return right;
}

/** Where a height comes down to zero and rises again, or nearly: a sign may change there and back within the grid. */
function turningsOf(grid: readonly Stop[], on: (x: number) => Stop): readonly Stop[] {
  return grid.slice(1, -1).flatMap((stop, at) => {
    const [before, after] = [grid[at] as Stop, grid[at + 2] as Stop];
    return stop.heights.flatMap((here, k) => {
      const [left, right] = [before.heights[k] as number, after.heights[k] as number];
      const isBottom =
        here * left > 0 && here * right > 0 && Math.abs(here) <= Math.min(Math.abs(left), Math.abs(right));
      // What is far from zero hardly gets there between two points of the grid.
      if (!isBottom || Math.abs(here) > 0.3 * Math.max(Math.abs(left), Math.abs(right))) return [];
      return [
        lowest(
          (x) => on(x),
          (one) => (one.heights[k] as number) * Math.sign(here),
          before.x,
          after.x,
        ),
      ];
    });
  });
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Where a height with one minimum between two numbers has it, or is negative. */
function lowest(on: (x: number) => Stop, height: (stop: Stop) => number, from: number, to: number): Stop {
  let [a, b] = [from, to];
  for (let i = 0; i < 12; i++) {
    const [left, right] = [on(b - golden * (b - a)), on(a + golden * (b - a))];
    if (height(left) < 0) return left;
    if (height(right) < 0) return right;
    if (height(left) < height(right)) b = right.x;
    else a = left.x;
  }
  return on((a + b) / 2);
}

/** Numbers all over the range of a name, denser towards its ends or around zero and the sizes that count, in order. */
function gridOf(space: Space, name: string, sizes: readonly number[]): readonly number[] {
  const [low, high] = space.isFree ? space.bounds(name) : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isInterval = Number.isFinite(high - low);
  const near = sizes.flatMap((size) => [size * 0.6, size, size * 2]);
  const usual = isInterval
    ? shares.flatMap((share) => [low + share * (high - low), high - share * (high - low)])
    : (space.isWhole(name) ? wholeSizes : usualSizes).flatMap((size) => [size, -size]);
  const numbers = [...usual, ...near.flatMap((size) => [size, -size])];
  const allowed = space.isWhole(name) ? numbers.map(Math.round) : numbers;
  return [...new Set(allowed)].filter((x) => x >= low && x <= high).sort((x, y) => x - y);
}

const shares = [0, 1e-4, 1e-3, 0.01, 0.04, 0.11, 0.23, 0.37, 0.49];
const usualSizes = [0.0013, 0.013, 0.13, 0.41, 0.83, 1.17, 1.61, 2.3, 3.7, 5.3, 8.9, 17.3, 43];
const wholeSizes = [0, 1, 2, 3, 5, 9, 20, 60];
