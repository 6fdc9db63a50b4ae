/**
 * What two formulas do at points: whether their values agree there to nearly all digits, as far as error bounds tell.
 * Knows formulas and points, and draws no conclusion.
 */

import { state } from "./ball.ts";
import { pointsAtEdges } from "./edges.ts";
import type { Formula } from "./formula.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import type { Point, Space } from "./point.ts";
import type { SharedTurning } from "./sides.ts";

type AtPoint = "agree" | "different" | "slightly" | "unclear" | "undefined" | "only-left" | "only-right";

/** How many points must agree. */
export const enough = 6;
/** Points tried before the search for common ground ends. */
const mostPoints = 320;
/** Work allowed in doubles, in operations: some 20 ms; but never fewer points than these. */
const surveyBudget = 6000;
const fewest = 6;
/** Relative differences below this are looked at with more digits before anything is said. */
const slight = 1e-6;

export interface Survey {
  readonly different?: Point;
  readonly agree: readonly Point[];
  readonly slightly: readonly Point[];
  readonly unclear: readonly Point[];
  readonly onlyLeft: readonly Point[];
  readonly onlyRight: readonly Point[];
}

/** What the comparison in doubles says of points, one after the other until two values differ. */
class Notes {
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

  lookAll(points: readonly Point[]): void {
    for (const point of points) if (this.different === undefined) this.look(point);
  }
}

/** What the comparison in doubles says of these points, up to the one at which `wanted` agree. */
export function classified(a: Formula, b: Formula, points: readonly Point[], wanted = points.length): Survey {
  const notes = new Notes(a, b);
  for (const point of points) if (notes.different === undefined && notes.agree.length < wanted) notes.look(point);
  return notes;
}

/** Compares in doubles, at more and more points if there is little common ground; undefined `turning`: no turns. */
export function survey(space: Space, a: Formula, b: Formula, turning: SharedTurning | undefined): Survey {
  const notes = new Notes(a, b);
  const isConstant = space.isFree && a.names.length + b.names.length === 0;
  const affordable = Math.max(fewest, surveyBudget / (a.size + b.size));
  const scales = isConstant ? [1] : thinned(scalesFor(space, a, b, turning), affordable);
  const most = isConstant ? 1 : Math.min(mostPoints, Math.max(scales.length, affordable));
  for (let i = 0; i < most && notes.different === undefined; i++) {
    if (i >= scales.length && notes.common >= enough) break;
    notes.look(space.point(i, scales[i % scales.length] as number));
  }
  if (!isConstant) notes.lookAll(wholeEnds(space, [...a.names, ...b.names]));
  if (turning !== undefined && notes.different === undefined) {
    // A point that could not be compared says nothing about the side on which it lies.
    const sure = [...notes.agree, ...notes.slightly];
    notes.lookAll(pointsAtEdges(space, turning.edges, turning.origins, sure));
  }
  return notes;
}

/** Where whole numbers begin: a point as good as any other, unlike the end of an interval. */
function wholeEnds(space: Space, names: readonly string[]): readonly Point[] {
  return [...new Set(names)].flatMap((name) => {
    const end = space.isFree && space.isWhole(name) ? space.range(name)?.low : undefined;
    const point = end === undefined ? undefined : space.place(new Map([[name, end]]));
    return point === undefined ? [] : [point];
  });
}

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
 * The scales of the points: those of the space and, as formulas may change their form there, those of the literals; for
 * formulas with edges, also such that periodic functions run through several periods.
 */
function scalesFor(space: Space, a: Formula, b: Formula, turning: SharedTurning | undefined): readonly number[] {
  if (!space.isFree && turning === undefined) return space.scales;
  const literals = new Set<number>();
  for (const text of [...a.texts, ...b.texts]) {
    const size = Math.abs(Number(text));
    if (size > 1e-12 && size < 1e12 && (size < 0.5 || size > 2)) literals.add(size);
  }
  const further = [...literals].sort((x, y) => x - y).slice(0, 8);
  const wide = space.isFree || turning === undefined || turning.edges.length === 0 ? [] : wideScales;
  return [...space.scales, ...wide, ...further.flatMap((size) => [size, size, size * 2, size * 0.6, 1 / size])];
}

const wideScales = [1.5, 2.5, 4, 2, 3, 1.5, 6, 2.5];

/** At most about `most` of a list, from all over it. */
function thinned(all: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % step === 0);
}
