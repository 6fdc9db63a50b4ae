/**
 * Decides whether two formulas are equal, from their values at generic points and on either side of their switches.
 *
 * Equal is said only if enough points agree to nearly all digits, none disagrees, and so on every combination of branches
 * that was met; different only if the values are further apart than their errors explain. What the digits at hand
 * cannot tell is tried again with more of them.
 */

import { digitsOf, measured } from "./formula.ts";
import { compareMeasures, isNonzero, lastLevel, levelAt } from "./numbers.ts";
import type { Formula, Point, Space } from "./points.ts";
import { pointsNearEnds } from "./spaces.ts";
import { pointsOnAllSides, scalesFor } from "./switches.ts";

export type Undecided = "undefined" | "precision" | "too-few-points";

export type Comparison =
  /** On the common domain. `onlyLeft`, `onlyRight`: a point, one of many, at which only that formula has a value. */
  | { readonly verdict: "equal"; readonly onlyLeft: Point | undefined; readonly onlyRight: Point | undefined }
  /** `left` and `right` are the two values at `point`. */
  | { readonly verdict: "different"; readonly point: Point; readonly left: number; readonly right: number }
  /** `leftNowhere`: the left formula has a value at none of many points at which the right one has some. */
  | { readonly verdict: "undecided"; readonly reason: Undecided; readonly leftNowhere: boolean };

/** How many points must agree, and how many where the formulas have little common ground. */
const enough = 6;
const atLeast = 3;
/** Points tried before the search for common ground ends, in doubles some 20 ms. */
const mostPoints = 320;
const affordableWork = 6000;
/** Work allowed beyond doubles, in functions to 40 digits: some 30 ms, for long formulas enough for a few points. */
const usualWork = 160;
const mostWork = 320;

export function compare(space: Space, a: Formula, b: Formula): Comparison {
  return new Trial(space, a, b).verdict();
}

type Outcome = "agree" | "different" | "slightly" | "unclear" | "undefined" | "only-left" | "only-right";
type Found = Record<Outcome, Point[]>;
type Agreement = "equal" | "undefined" | "unclear" | { readonly differentAt: Point; readonly level: number };

class Trial {
  readonly #space: Space;
  readonly #a: Formula;
  readonly #b: Formula;
  readonly #isConstant: boolean;
  /** How much of the work beyond doubles is left. */
  #funds: number;

  constructor(space: Space, a: Formula, b: Formula) {
    [this.#space, this.#a, this.#b] = [space, a, b];
    this.#isConstant = space.isFree && a.names.length + b.names.length === 0;
    this.#funds = Math.min(mostWork, Math.max(usualWork, 5 * (a.work + b.work)));
  }

  verdict(): Comparison {
    const found = this.#sample();
    const settled = this.#settle(found);
    if (typeof settled === "object") return this.#witness(settled.differentAt, settled.level);
    const branches = this.#isConstant ? "equal" : this.#branches();
    if (typeof branches === "object") return this.#witness(branches.differentAt, branches.level);
    const common = commonTo(found);
    const leftNowhere = common === 0 && found["only-right"].length >= (this.#isConstant ? 1 : enough);
    const undecided = (reason: Undecided): Comparison => ({ verdict: "undecided", reason, leftNowhere });
    if (common === 0) return undecided("undefined");
    if (common < atLeast && !this.#isConstant) return undecided("too-few-points");
    return settled === "equal" && branches !== "unclear" ? this.#equal(found) : undecided("precision");
  }

  /** Compares in doubles, at more and more points if there is little common ground. */
  #sample(): Found {
    const [space, a, b] = [this.#space, this.#a, this.#b];
    if (this.#isConstant) return this.#look([space.point(0, 1)]);
    const affordable = Math.max(enough, affordableWork / (a.size + b.size));
    const all = scalesFor(space, a, b);
    const scales = all.filter((_, i) => i % Math.ceil(all.length / affordable) === 0);
    const found = this.#look(scales.map((scale, i) => space.point(i, scale)));
    const most = Math.min(mostPoints, Math.max(scales.length, affordable));
    for (let i = scales.length; i < most && found.different.length === 0 && commonTo(found) < enough; i++)
      this.#look([space.point(i, scales[i % scales.length] as number)], found);
    return this.#look(pointsNearEnds(space, [...new Set([...a.names, ...b.names])]), found);
  }

  /** What doubles say of points, one after the other until two values differ. */
  #look(points: Iterable<Point>, found: Found = nothingFound()): Found {
    for (const point of points) if (found.different.length === 0) found[this.#compareAt(point, 0)].push(point);
    return found;
  }

  #compareAt(point: Point, level: number): Outcome {
    const [left, right] = [measured(this.#a, point, level), measured(this.#b, point, level)];
    if (left.state === "undefined" || right.state === "undefined") {
      if (left.state === "known") return "only-left";
      return right.state === "known" ? "only-right" : "undefined";
    }
    return left.state === "known" && right.state === "known" ? compareMeasures(left, right, level) : "unclear";
  }

  /** Whether points that agree in doubles do so in truth, with more digits where there is doubt. */
  #settle(found: Found): Agreement {
    if (found.different[0] !== undefined) return { differentAt: found.different[0], level: 0 };
    if (commonTo(found) === 0) return "undefined";
    const wanted = this.#isConstant ? 1 : Math.min(enough, commonTo(found));
    const isPlain = !this.#isConstant && ![...this.#a.texts, ...this.#b.texts].some(isSuspicious);
    if (isPlain && found.slightly.length === 0 && found.agree.length >= wanted) return "equal";
    return this.#confirm(found, Math.min(wanted, atLeast));
  }

  /** Compares with more and more digits: first where doubts are. */
  #confirm(found: Found, wanted: number): Agreement {
    let doubted: readonly Point[] = found.slightly.slice(0, 6);
    // By turns, so that there are some of both among the first.
    const { agree, unclear } = found;
    const turns = agree.flatMap((point, i) => [point, ...unclear.slice(i, i + 1)]);
    let others: readonly Point[] = [...turns, ...unclear.slice(agree.length)];
    let agreeing = 0;
    for (let level = 1; level <= lastLevel && (agreeing < wanted || doubted.length > 0); level++) {
      const cost = 2 * (this.#a.work + this.#b.work) * levelAt(level).cost;
      const open: Record<"doubted" | "unclear" | "later", Point[]> = { doubted: [], unclear: [], later: [] };
      for (const [i, point] of [...doubted, ...others].entries()) {
        const isDoubted = i < doubted.length;
        if ((!isDoubted && agreeing >= wanted) || this.#funds < cost) {
          open[isDoubted ? "doubted" : "later"].push(point);
          continue;
        }
        this.#funds -= cost;
        const outcome = this.#compareAt(point, level);
        if (outcome === "different") return { differentAt: point, level };
        if (outcome === "agree") agreeing++;
        else if (outcome === "slightly" || outcome === "unclear")
          open[isDoubted || outcome === "slightly" ? "doubted" : "unclear"].push(point);
      }
      doubted = open.doubted;
      others = [...open.unclear, ...open.later];
    }
    return agreeing >= wanted && doubted.length === 0 ? "equal" : "unclear";
  }

  /** Whether the formulas agree on every combination of branches that is met. Where they have no value they don't differ. */
  #branches(): Agreement {
    const found = this.#look(pointsOnAllSides(this.#space, this.#a, this.#b));
    return found.different.length + commonTo(found) === 0 ? "equal" : this.#settle(found);
  }

  /** Equal, on a domain that may be narrower than that of one formula. */
  #equal({ agree, "only-left": onlyLeft, "only-right": onlyRight }: Found): Comparison {
    // Whole numbers meet the zeros of denominators that no generic number meets.
    const isWhole = [...this.#a.names, ...this.#b.names].some((name) => this.#space.isWhole(name));
    const least = isWhole ? 1 + agree.length / 3 : 1;
    const example = (points: readonly Point[]) => (points.length >= least ? points[0] : undefined);
    return { verdict: "equal", onlyLeft: example(onlyLeft), onlyRight: example(onlyRight) };
  }

  #witness(point: Point, level: number): Comparison {
    const { fine } = levelAt(level);
    const doubleOf = (formula: Formula) => fine.toNumber(formula.in(point, fine).value);
    return { verdict: "different", point, left: doubleOf(this.#a), right: doubleOf(this.#b) };
  }
}

function nothingFound(): Found {
  return { agree: [], different: [], slightly: [], unclear: [], undefined: [], "only-left": [], "only-right": [] };
}

/** How many points both formulas have a value at, or may have. */
function commonTo({ agree, slightly, unclear }: Found): number {
  return agree.length + slightly.length + unclear.length;
}

/** Literals that stand for something that doubles might not see. */
function isSuspicious(text: string): boolean {
  const size = Math.abs(Number(text));
  return digitsOf(text) > 6 || (isNonzero(text) && size < 1e-4) || size > 1e6;
}
