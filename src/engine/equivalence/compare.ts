/**
 * Decides whether two formulas are equal, from their values with error bounds at generic points. Knows nothing of where
 * formulas and points come from.
 *
 * Equal is said only if enough points agree to nearly all digits, none disagrees, and so on every combination of pieces;
 * different only if the values are further apart than their errors explain. What the digits at hand cannot tell is tried
 * again with more of them.
 */

import { isNonzero, state } from "./ball.ts";
import { pointsAtEdges } from "./edges.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import { type Agreement, comparePieces } from "./pieces.ts";
import { type SharedTurning, sharedTurning } from "./sides.ts";
import type { Formula, Point, Space } from "./spaces.ts";
import { digitsOf } from "./terms.ts";

/** `pieces`: not all pieces of formulas defined piece by piece could be compared. */
export type Undecided = "undefined" | "precision" | "too-few-points" | "pieces";

export type Comparison =
  /** On the common domain. `onlyLeft`, `onlyRight`: a point, one of many, at which only that formula has a value. */
  | { readonly verdict: "equal"; readonly onlyLeft?: Point; readonly onlyRight?: Point }
  /** `left` and `right` are the two values at `point`. */
  | { readonly verdict: "different"; readonly point: Point; readonly left: number; readonly right: number }
  /** `nowhere`: it is proven that this formula has no value where the other one may have one. */
  | { readonly verdict: "undecided"; readonly reason: Undecided; readonly nowhere?: Nowhere };

export interface Nowhere {
  readonly left: boolean;
  readonly right: boolean;
}

type AtPoint = "agree" | "different" | "slightly" | "unclear" | "undefined" | "only-left" | "only-right";

/** How many points must agree; and how many where the formulas have little common ground. */
const enough = 6;
const atLeast = 3;
/** Points tried before the search for common ground ends. */
const mostPoints = 320;
/** Work allowed in doubles, in operations: some 20 ms; but never fewer points than these. */
const surveyBudget = 6000;
const fewest = 6;
/** Relative differences below this are looked at with more digits before anything is said. */
const slight = 1e-6;
/** Work allowed beyond doubles, in functions to 60 digits: some 20 ms. */
const budget = 400;

export function compare(space: Space, a: Formula, b: Formula): Comparison {
  const isConstant = space.isFree && a.names.length + b.names.length === 0;
  const turning = isConstant ? undefined : sharedTurning(space, a, b);
  const found = survey(space, a, b, turning);
  if (found.different !== undefined) return witness(a, b, found.different, 0);
  const common = found.agree.length + found.slightly.length + found.unclear.length;
  if (common === 0) return { verdict: "undecided", reason: "undefined", nowhere: provenNowhere(space, a, b) };
  if (common < atLeast && !isConstant) return { verdict: "undecided", reason: "too-few-points" };
  const settled = settle(a, b, found, isConstant);
  if (typeof settled === "object") return witness(a, b, settled.differentAt, settled.level);
  if (settled !== "equal") return { verdict: "undecided", reason: "precision" };
  if (turning !== undefined && turning.conditions.length > 0) {
    const { conditions, edges, origins } = turning;
    const pieces = comparePieces({
      space,
      conditions,
      origins,
      agreed: found.agree,
      isPure: edges.length === 0,
      size: a.size + b.size + origins.length,
      settle: (points) => settle(a, b, classified(a, b, points), false),
    });
    if (typeof pieces === "object") return witness(a, b, pieces.differentAt, pieces.level);
    if (pieces !== "equal") return { verdict: "undecided", reason: "pieces" };
  }
  return { verdict: "equal", ...narrower(space, a, b, found) };
}

/** Whether points that agree in doubles do so in truth, with more digits where there is doubt. */
function settle(a: Formula, b: Formula, found: Survey, isConstant: boolean): Agreement {
  if (found.different !== undefined) return { differentAt: found.different, level: 0 };
  const common = found.agree.length + found.slightly.length + found.unclear.length;
  if (common === 0) return "undefined";
  const wanted = isConstant ? 1 : Math.min(enough, common);
  const isPlain = !isConstant && ![...a.texts, ...b.texts].some(isSuspicious);
  if (isPlain && found.slightly.length === 0 && found.agree.length >= wanted) return "equal";
  return confirm(a, b, found, isConstant ? 1 : Math.min(wanted, 4));
}

/** What is proven about two formulas that had no value in common at any point. */
function provenNowhere(space: Space, a: Formula, b: Formula): Nowhere {
  const [left, right] = [a.isNowhere(space), b.isNowhere(space)];
  if (left || right) return { left, right };
  const bounds = new Map(b.demands());
  for (const [name, range] of a.demands()) {
    const other = bounds.get(name);
    const low = Math.max(range.low, other?.low ?? range.low);
    const high = Math.min(range.high, other?.high ?? range.high);
    // A single number is no ground to compare formulas on.
    if (other !== undefined && low >= high) return { left: true, right: true };
    bounds.set(name, { low, high });
  }
  return { left: a.isNowhere(space, bounds), right: b.isNowhere(space, bounds) };
}

/** Points at which only one of two equal formulas has a value, unless there are only single such points. */
function narrower(space: Space, a: Formula, b: Formula, found: Survey): { onlyLeft?: Point; onlyRight?: Point } {
  const { onlyLeft, onlyRight, agree } = found;
  // Whole numbers meet the zeros of denominators that no generic number meets.
  const isWhole = space.isFree && [...a.names, ...b.names].some((name) => space.isWhole(name));
  const least = isWhole ? 1 + agree.length / 3 : 1;
  return {
    ...(onlyLeft[0] !== undefined && onlyLeft.length >= least ? { onlyLeft: onlyLeft[0] } : {}),
    ...(onlyRight[0] !== undefined && onlyRight.length >= least ? { onlyRight: onlyRight[0] } : {}),
  };
}

interface Survey {
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

function classified(a: Formula, b: Formula, points: readonly Point[]): Survey {
  const notes = new Notes(a, b);
  notes.lookAll(points);
  return notes;
}

/** Compares in doubles, at more and more points if there is little common ground; undefined `turning`: no turns. */
function survey(space: Space, a: Formula, b: Formula, turning: SharedTurning | undefined): Survey {
  const notes = new Notes(a, b);
  const isConstant = space.isFree && a.names.length + b.names.length === 0;
  const affordable = Math.max(fewest, surveyBudget / (a.size + b.size));
  const scales = isConstant ? [1] : thinned(scalesFor(space, a, b, turning), affordable);
  const most = isConstant ? 1 : Math.min(mostPoints, Math.max(scales.length, affordable));
  for (let i = 0; i < most && notes.different === undefined; i++) {
    if (i >= scales.length && notes.common >= enough) break;
    notes.look(space.point(i, scales[i % scales.length] as number));
  }
  if (turning !== undefined && notes.different === undefined) {
    // A point that could not be compared says nothing about the side on which it lies.
    const sure = [...notes.agree, ...notes.slightly];
    notes.lookAll(pointsAtEdges(space, turning.edges, turning.origins, sure));
  }
  return notes;
}

/** Compares with more and more digits: first where doubts are. */
function confirm(a: Formula, b: Formula, found: Survey, wanted: number): Agreement {
  let open = [...found.slightly.slice(0, 6), ...interleaved(found.agree, found.unclear)];
  let mustSettle = Math.min(found.slightly.length, 6);
  let left = budget;
  for (let level = 1; level < levels.length; level++) {
    const cost = (a.work + b.work) * 2 ** (level - 1);
    const unsettled: Point[] = [];
    const later: Point[] = [];
    let agreeing = 0;
    for (const [i, point] of open.entries()) {
      if (agreeing >= wanted && i >= mustSettle) break;
      if (left < cost) break;
      left -= cost;
      const result = compareAt(a, b, point, level);
      if (result === "different") return { differentAt: point, level };
      if (result === "agree") agreeing++;
      else if (result === "slightly" || result === "unclear")
        (i < mustSettle || result === "slightly" ? unsettled : later).push(point);
    }
    if (agreeing >= wanted && unsettled.length === 0) return "equal";
    mustSettle = unsettled.length;
    const tried = new Set([...unsettled, ...later]);
    open = [...unsettled, ...later, ...open.filter((point) => !tried.has(point))];
    wanted = Math.max(1, Math.min(wanted, 3));
  }
  return "unclear";
}

function interleaved<T>(a: readonly T[], b: readonly T[]): T[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [
    ...a.slice(i, i + 1),
    ...b.slice(i, i + 1),
  ]).flat();
}

function compareAt(a: Formula, b: Formula, point: Point, level: number): AtPoint {
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

function witness(a: Formula, b: Formula, point: Point, level: number): Comparison {
  const { toNumber } = levels[level] as AnyArithmetic;
  return {
    verdict: "different",
    point,
    left: toNumber(a.at(point, level).value),
    right: toNumber(b.at(point, level).value),
  };
}

/** Literals that stand for something that doubles might not see. */
function isSuspicious(text: string): boolean {
  const size = Math.abs(Number(text));
  return digitsOf(text) > 6 || (isNonzero(text) && size < 1e-4) || size > 1e6;
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
