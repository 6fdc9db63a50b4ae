/**
 * All points of a region where there is one variable, which stands for whole numbers, and the region's conditions are
 * linear in it: there may be none between two numbers. Knows values and bounds, no formulas.
 */

import { state } from "./ball.ts";
import type { SignedQuantity } from "./exclusion.ts";
import type { Point, Space } from "./point.ts";
import type { Range } from "./ranges.ts";

/** Regions with more points are as good as infinite. */
const mostPoints = 6;

/**
 * The points of the region where all quantities have these signs, and on its edge; undefined if they cannot be listed.
 * `points` are generic, on the pieces of the region.
 */
export function wholePoints(
  space: Space,
  names: readonly string[],
  parts: readonly SignedQuantity[],
  points: readonly Point[],
): readonly Point[] | undefined {
  const [name] = names;
  if (!space.isFree || name === undefined || names.length > 1 || !space.isWhole(name)) return undefined;
  let { low, high } = space.range(name) ?? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  for (const part of parts) {
    const range = rangeOf(part, name, points);
    if (range === undefined) return undefined;
    low = Math.max(low, range.low);
    high = Math.min(high, range.high);
  }
  const first = Math.ceil(low - slack(low));
  const count = Math.floor(high + slack(high)) - first + 1;
  if (!(count <= mostPoints)) return undefined;
  return Array.from({ length: Math.max(0, count) }, (_, i) => space.place(new Map([[name, first + i]]))).filter(
    (point) => point !== undefined,
  );
}

/** Where a quantity is not of the other sign; undefined if it is not linear. */
function rangeOf({ quantity, sign }: SignedQuantity, name: string, points: readonly Point[]): Range | undefined {
  const values = points.map((point) => {
    const ball = quantity.at(point);
    return { x: point.name(name, 0)?.value as number, y: ball.state >= state.unclear ? Number.NaN : ball.value * sign };
  });
  const [here] = values;
  const there = values.find(({ x }) => x !== here?.x);
  if (here === undefined || there === undefined) return undefined;
  const slope = (there.y - here.y) / (there.x - here.x);
  const isLinear = values.every(({ x, y }) => {
    const size = Math.max(Math.abs(y), Math.abs(here.y), Math.abs(slope * x), Math.abs(slope * here.x));
    return Math.abs(here.y + slope * (x - here.x) - y) <= 1e-9 * size;
  });
  if (!isLinear || new Set(values.map(({ x }) => x)).size < 4) return undefined;
  const unbounded = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  // A constant says nothing about the variable.
  if (slope === 0) return unbounded;
  const root = here.x - here.y / slope;
  return slope > 0 ? { ...unbounded, low: root } : { ...unbounded, high: root };
}

function slack(bound: number): number {
  return Number.isFinite(bound) ? 1e-6 * Math.max(1, Math.abs(bound)) : 0;
}
