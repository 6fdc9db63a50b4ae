/**
 * Decides whether two formulas are equal, from their values with error bounds at generic points. Knows nothing of where
 * formulas and points come from.
 *
 * Equal is said only if enough points agree to nearly all digits, none disagrees, and so on every combination of pieces;
 * different only if the values are further apart than their errors explain. What the digits at hand cannot tell is tried
 * again with more of them.
 */

import { isNonzero } from "./ball.ts";
import type { Formula } from "./formula.ts";
import { type AnyArithmetic, levels } from "./levels.ts";
import { type Agreement, comparePieces } from "./pieces.ts";
import type { Point, Space } from "./point.ts";
import { sharedTurning } from "./sides.ts";
import { classified, compareAt, enough, type Survey, survey } from "./survey.ts";
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

interface Nowhere {
  readonly left: boolean;
  readonly right: boolean;
}

/** How many points must agree where the formulas have little common ground. */
const atLeast = 3;
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
      settle: (points, wanted) => settle(a, b, classified(a, b, points, wanted), false),
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
