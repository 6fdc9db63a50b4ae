/**
 * Decides whether two formulas are equal, from their values with error bounds at generic points. Knows nothing of where
 * formulas and points come from.
 *
 * Equal is said only if enough points agree to nearly all digits and none disagrees; different only if the values are
 * further apart than their errors explain. What the digits at hand cannot tell is tried again with more of them.
 */

import { isNonzero, state } from "./balls.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import type { Formula, Point, Space } from "./spaces.ts";
import { digitsOf } from "./terms.ts";
import { pointsBeyond } from "./turns.ts";

export type Undecided = "undefined" | "precision" | "too-few-points";

export type Comparison =
  | { readonly verdict: "equal" }
  /** `left` and `right` are the two values at `point`. */
  | { readonly verdict: "different"; readonly point: Point; readonly left: number; readonly right: number }
  | { readonly verdict: "undecided"; readonly reason: Undecided };

type AtPoint = "agree" | "different" | "slightly" | "unclear" | "undefined";

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
  const found = survey(space, a, b, isConstant);
  if (found.different !== undefined) return witness(a, b, found.different, 0);
  const common = found.agree.length + found.slightly.length + found.unclear.length;
  if (common === 0) return { verdict: "undecided", reason: "undefined" };
  if (common < atLeast && !isConstant) return { verdict: "undecided", reason: "too-few-points" };
  const wanted = isConstant ? 1 : Math.min(enough, common);
  const isPlain = !isConstant && ![...a.texts, ...b.texts].some(isSuspicious);
  if (isPlain && found.slightly.length === 0 && found.agree.length >= wanted) return { verdict: "equal" };
  return confirm(a, b, found, isConstant ? 1 : Math.min(wanted, 4));
}

interface Survey {
  readonly different?: Point;
  readonly agree: readonly Point[];
  readonly slightly: readonly Point[];
  readonly unclear: readonly Point[];
}

/** Compares in doubles, at more and more points if there is little common ground. */
function survey(space: Space, a: Formula, b: Formula, isConstant: boolean): Survey {
  const agree: Point[] = [];
  const slightly: Point[] = [];
  const unclear: Point[] = [];
  const affordable = Math.max(fewest, surveyBudget / (a.size + b.size));
  const scales = isConstant ? [1] : thinned(scalesFor(space, a, b), affordable);
  const most = isConstant ? 1 : Math.min(mostPoints, Math.max(scales.length, affordable));
  let different: Point | undefined;
  const look = (point: Point): void => {
    const result = compareAt(a, b, point, 0);
    if (result === "different") different = point;
    else if (result === "agree") agree.push(point);
    else if (result === "slightly") slightly.push(point);
    else if (result === "unclear") unclear.push(point);
  };
  for (let i = 0; i < most && different === undefined; i++) {
    if (i >= scales.length && agree.length + slightly.length + unclear.length >= enough) break;
    look(space.point(i, scales[i % scales.length] as number));
  }
  for (const formula of isConstant ? [] : [a, b]) {
    if (different !== undefined) break;
    // A point that could not be compared says nothing about the side on which it lies.
    for (const point of pointsBeyond(space, formula, [...agree, ...slightly], scales)) look(point);
  }
  return different === undefined ? { agree, slightly, unclear } : { different, agree, slightly, unclear };
}

/** Compares with more and more digits: first where doubts are. */
function confirm(a: Formula, b: Formula, found: Survey, wanted: number): Comparison {
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
      if (result === "different") return witness(a, b, point, level);
      if (result === "agree") agreeing++;
      else if (result !== "undefined") (i < mustSettle || result === "slightly" ? unsettled : later).push(point);
    }
    if (agreeing >= wanted && unsettled.length === 0) return { verdict: "equal" };
    mustSettle = unsettled.length;
    const tried = new Set([...unsettled, ...later]);
    open = [...unsettled, ...later, ...open.filter((point) => !tried.has(point))];
    wanted = Math.max(1, Math.min(wanted, 3));
  }
  return { verdict: "undecided", reason: "precision" };
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
  if (worst === state.undefined) return "undefined";
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

/** The scales of the points: those of the space and, as formulas may change their form there, those of the literals. */
function scalesFor(space: Space, a: Formula, b: Formula): readonly number[] {
  if (!space.isFree && ![...a.operations, ...b.operations].some((name) => pieces.has(name))) return space.scales;
  const literals = new Set<number>();
  for (const text of [...a.texts, ...b.texts]) {
    const size = Math.abs(Number(text));
    if (size > 1e-12 && size < 1e12 && (size < 0.5 || size > 2)) literals.add(size);
  }
  const further = [...literals].sort((x, y) => x - y).slice(0, 8);
  return [...space.scales, ...further.flatMap((size) => [size, size, size * 2, size * 0.6])];
}

/** At most about `most` of a list, from all over it. */
function thinned(all: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % step === 0);
}

/** Operations that change their form at some value of their argument. */
const pieces: ReadonlySet<string> = new Set(["abs", "relu", "step", "sign", "sqrt", "power", "log"]);
