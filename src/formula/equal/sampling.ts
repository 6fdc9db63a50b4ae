/**
 * What two formulas do at points: whether their values agree there to nearly all digits, as far as error bounds tell.
 */

import { state } from "./ball.ts";
import type { Formula } from "./formula.ts";
import { type AnyArithmetic, levels } from "./numbers.ts";
import type { Point, Space } from "./point.ts";

type AtPoint = "agree" | "different" | "slightly" | "unclear" | "undefined" | "only-left" | "only-right";

/** How many points must agree. */
export const enough = 6;
/** Points tried before the search for common ground ends. */
const mostPoints = 320;
/** Work allowed in doubles, in operations: some 20 ms; but never fewer points than these. */
const affordableWork = 6000;
const fewest = 6;
/** Relative differences below this are looked at with more digits before anything is said. */
const slight = 1e-6;

/** What the comparison in doubles says of points, one after the other until two values differ. */
export class Sample {
  different?: Point;
  readonly agree: Point[] = [];
  readonly slightly: Point[] = [];
  readonly unclear: Point[] = [];
  readonly onlyLeft: Point[] = [];
  readonly onlyRight: Point[] = [];
  readonly #a: Formula;
  readonly #b: Formula;

  constructor(a: Formula, b: Formula) {
    this.#a = a;
    this.#b = b;
  }

  /** How many points both formulas have a value at, or may have. */
  get common(): number {
    return this.agree.length + this.slightly.length + this.unclear.length;
  }

  look(point: Point): void {
    const result = compareAt(this.#a, this.#b, point, 0);
    if (result === "different") this.different = point;
    else if (result === "agree") this.agree.push(point);
    else if (result === "slightly") this.slightly.push(point);
    else if (result === "unclear") this.unclear.push(point);
    else if (result === "only-left") this.onlyLeft.push(point);
    else if (result === "only-right") this.onlyRight.push(point);
  }

  /** Looks at points until values differ, or `wanted` agree. */
  lookAll(points: Iterable<Point>, wanted = Number.POSITIVE_INFINITY): this {
    for (const point of points) if (this.different === undefined && this.agree.length < wanted) this.look(point);
    return this;
  }
}

/** Compares in doubles, at more and more points if there is little common ground. */
export function sample(space: Space, a: Formula, b: Formula, isBranched: boolean): Sample {
  const found = new Sample(a, b);
  const names = [...new Set([...a.names, ...b.names])];
  if (space.isFree && names.length === 0) return found.lookAll([space.point(0, 1)]);
  const affordable = Math.max(fewest, affordableWork / (a.size + b.size));
  const scales = thinned(scalesFor(space, a, b, isBranched), affordable);
  const most = Math.min(mostPoints, Math.max(scales.length, affordable));
  for (let i = 0; i < most && found.different === undefined; i++) {
    if (i >= scales.length && found.common >= enough) break;
    found.look(space.point(i, scales[i % scales.length] as number));
  }
  return found.lookAll(pointsNearEnds(space, names));
}

/** Points near the ends of intervals, where formulas may show another side, and where whole numbers begin. */
function pointsNearEnds(space: Space, names: readonly string[]): readonly Point[] {
  return names.flatMap((name) => {
    const [low, high] = space.isFree ? space.bounds(name) : [0, 0];
    const isInterval = Number.isFinite(high - low) && high > low;
    const ends = space.isWhole(name) ? [low] : isInterval ? shares.map((share) => low + share * (high - low)) : [];
    return ends.flatMap((end) => space.place(new Map([[name, end]])) ?? []);
  });
}

const shares = [1e-4, 0.003, 0.02, 0.98, 0.997, 0.9999];

/** Compares two formulas at one point in the number system of a level. */
export function compareAt(a: Formula, b: Formula, point: Point, level: number): AtPoint {
  const left = a.at(point, level);
  const right = b.at(point, level);
  const worst = Math.max(left.state, right.state);
  if (worst === state.undefined) {
    if (left.state < state.unclear) return "only-left";
    return right.state < state.unclear ? "only-right" : "undefined";
  }
  if (worst === state.unclear) return "unclear";
  const arithmetic = levels[level] as AnyArithmetic;
  const { rough, bits } = arithmetic;
  const difference = rough.absolute(
    rough.add(arithmetic.add(left.value, arithmetic.multiply(arithmetic.number(-1), right.value)), rough.number(0)),
  );
  const [leftSize, rightSize] = [rough.absolute(left.value), rough.absolute(right.value)];
  const size = rough.less(leftSize, rightSize) ? rightSize : leftSize;
  const bound = rough.add(rough.add(left.error, right.error), rough.scale(size, 1 - bits));
  if (rough.less(rough.scale(bound, 6), difference)) {
    if (level > 0) return "different";
    return rough.less(rough.multiply(rough.number(slight), size), difference) ? "different" : "slightly";
  }
  if (rough.less(bound, difference)) return "slightly";
  if (worst === state.absorbed) return "unclear";
  const resolution = -Math.floor(0.7 * bits);
  if (!rough.less(rough.scale(size, resolution), bound)) return "agree";
  // Both are zero as far as can be seen: then the bound must be small beside everything they are made of.
  const smallest = Math.min(1, a.smallest(point, level), b.smallest(point, level));
  return rough.less(bound, rough.scale(rough.number(smallest), resolution)) ? "agree" : "unclear";
}

/**
 * The scales of the points: those of the space and, as formulas may change there, those of the literals; in a model also
 * such that periodic functions run through several periods.
 */
function scalesFor(space: Space, a: Formula, b: Formula, isBranched: boolean): readonly number[] {
  const isWide = a.isWideRanging || b.isWideRanging;
  if (!space.isFree && !isBranched && !isWide) return space.scales;
  const sizes = sizesOf(a, b);
  const wide = !space.isFree && isWide ? [1.5, 2.5, 4, 2, 3, 1.5, 6, 2.5] : [];
  return [...space.scales, ...wide, ...sizes.flatMap((size) => [size, size, size * 2, size * 0.6, 1 / size])];
}

/** The sizes of the literals of formulas, a few of them. */
export function sizesOf(a: Formula, b: Formula): readonly number[] {
  const sizes = [...a.texts, ...b.texts].map((text) => Math.abs(Number(text)));
  const telling = sizes.filter((size) => size > 1e-12 && size < 1e12 && (size < 0.5 || size > 2));
  return [...new Set(telling)].sort((x, y) => x - y).slice(0, 8);
}

/** At most about `most` of a list, from all over it. */
function thinned(all: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % step === 0);
}
