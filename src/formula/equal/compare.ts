/**
 * Decides whether two formulas are equal, from their values with error bounds at generic points.
 *
 * Equal is said only if enough points agree to nearly all digits, none disagrees, and so on every combination of branches;
 * different only if the values are further apart than their errors explain. What the digits at hand cannot tell is tried
 * again with more of them.
 */

import { isNonzero } from "./ball.ts";
import { type Agreement, compareBranches } from "./branches.ts";
import type { Formula } from "./formula.ts";
import { type AnyArithmetic, costs, levels } from "./numbers.ts";
import type { Point, Space } from "./point.ts";
import { compareAt, enough, Sample, sample } from "./sampling.ts";
import { allSides, conditionsIn } from "./sides.ts";
import { digitsOf } from "./terms.ts";

/** `pieces`: not all combinations of branches could be compared. */
export type Undecided = "undefined" | "precision" | "too-few-points" | "pieces";

export type Comparison =
  /** On the common domain. `onlyLeft`, `onlyRight`: a point, one of many, at which only that formula has a value. */
  | { readonly verdict: "equal"; readonly onlyLeft?: Point; readonly onlyRight?: Point }
  /** `left` and `right` are the two values at `point`. */
  | { readonly verdict: "different"; readonly point: Point; readonly left: number; readonly right: number }
  /** `nowhere`: this formula has a value at none of many points, not even where the other one has. */
  | { readonly verdict: "undecided"; readonly reason: Undecided; readonly nowhere?: Nowhere };

interface Nowhere {
  readonly left: boolean;
  readonly right: boolean;
}

/** How many points must agree where the formulas have little common ground. */
const atLeast = 3;
/** Work allowed beyond doubles, in functions to 40 digits: some 30 ms, for long formulas enough for a few points. */
const usualWork = 100;
const mostWork = 400;

/** How much of it is left to a comparison. */
interface Funds {
  left: number;
}

export function compare(space: Space, a: Formula, b: Formula): Comparison {
  const isConstant = space.isFree && a.names.length + b.names.length === 0;
  const conditions = conditionsIn(space, a, b);
  const found = sample(space, a, b, conditions.length > 0);
  const sides = isConstant || conditions.length === 0 ? undefined : allSides(space, a, b, conditions, found.agree);
  if (sides !== undefined && found.different === undefined) found.lookAll(sides.points);
  if (found.different !== undefined) return witness(a, b, found.different, 0);
  if (found.common === 0) return { verdict: "undecided", reason: "undefined", nowhere: nowhere(found, isConstant) };
  if (found.common < atLeast && !isConstant) return { verdict: "undecided", reason: "too-few-points" };
  const funds = { left: Math.min(mostWork, Math.max(usualWork, 5 * (a.work + b.work))) };
  const settled = settle(a, b, found, isConstant, funds);
  if (typeof settled === "object") return witness(a, b, settled.differentAt, settled.level);
  if (settled !== "equal") return { verdict: "undecided", reason: "precision" };
  if (sides !== undefined) {
    const branches = compareBranches({
      ...sides,
      space,
      size: a.size + b.size,
      settle: (points, wanted) => settle(a, b, new Sample(a, b).lookAll(points, wanted), false, funds),
    });
    if (typeof branches === "object") return witness(a, b, branches.differentAt, branches.level);
    if (branches !== "equal") return { verdict: "undecided", reason: "pieces" };
  }
  return { verdict: "equal", ...narrower(space, a, b, found) };
}

/** Whether points that agree in doubles do so in truth, with more digits where there is doubt. */
function settle(a: Formula, b: Formula, found: Sample, isConstant: boolean, funds: Funds): Agreement {
  if (found.different !== undefined) return { differentAt: found.different, level: 0 };
  if (found.common === 0) return "undefined";
  const wanted = isConstant ? 1 : Math.min(enough, found.common);
  const isPlain = !isConstant && ![...a.texts, ...b.texts].some(isSuspicious);
  if (isPlain && found.slightly.length === 0 && found.agree.length >= wanted) return "equal";
  return confirm(a, b, found, isConstant ? 1 : Math.min(wanted, 3), funds);
}

/** Of which formula no value was seen at any of many points at which the other one has some. */
function nowhere({ onlyLeft, onlyRight }: Sample, isConstant: boolean): Nowhere {
  const many = isConstant ? 1 : enough;
  return { left: onlyRight.length >= many, right: onlyLeft.length >= many };
}

/** Points at which only one of two equal formulas has a value, unless there are only single such points. */
function narrower(space: Space, a: Formula, b: Formula, found: Sample): { onlyLeft?: Point; onlyRight?: Point } {
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
function confirm(a: Formula, b: Formula, found: Sample, wanted: number, funds: Funds): Agreement {
  let open = [...found.slightly.slice(0, 6), ...interleaved(found.agree, found.unclear)];
  let mustSettle = Math.min(found.slightly.length, 6);
  let agreeing = 0;
  for (let level = 1; level < levels.length; level++) {
    const cost = (a.work + b.work) * (costs[level] as number);
    const unsettled: Point[] = [];
    const later: Point[] = [];
    let looked = 0;
    for (const [i, point] of open.entries()) {
      if ((agreeing >= wanted && i >= mustSettle) || funds.left < cost) break;
      funds.left -= cost;
      looked++;
      const result = compareAt(a, b, point, level);
      if (result === "different") return { differentAt: point, level };
      if (result === "agree") agreeing++;
      else if (result === "slightly" || result === "unclear")
        (i < mustSettle || result === "slightly" ? unsettled : later).push(point);
    }
    if (agreeing >= wanted && unsettled.length === 0) return "equal";
    mustSettle = unsettled.length;
    // Those that agreed are done; those that nobody looked at come last.
    open = [...unsettled, ...later, ...open.slice(looked)];
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
