/**
 * Decides whether two formulas are equal, from their values at generic points and on either side of their switches.
 *
 * Equal is said only if enough points agree to nearly all digits, none disagrees, and so on every combination of branches
 * that was met; different only if the values are further apart than their errors explain. What doubles can't tell is left
 * open.
 */

import { measured, valueAt } from "./formula.ts";
import { compareMeasures } from "./numbers.ts";
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
/** Points tried before the search for common ground ends, some 20 ms. */
const mostPoints = 320;
const affordableWork = 6000;

export function compare(space: Space, a: Formula, b: Formula): Comparison {
  return new Trial(space, a, b).verdict();
}

type Outcome = "agree" | "different" | "slightly" | "unclear" | "undefined" | "only-left" | "only-right";
type Found = Record<Outcome, Point[]>;
type Agreement = "equal" | "undefined" | "unclear" | { readonly differentAt: Point };

class Trial {
  readonly #space: Space;
  readonly #a: Formula;
  readonly #b: Formula;
  readonly #isConstant: boolean;

  constructor(space: Space, a: Formula, b: Formula) {
    [this.#space, this.#a, this.#b] = [space, a, b];
    this.#isConstant = space.isFree && a.names.length + b.names.length === 0;
  }

  verdict(): Comparison {
    const found = this.#sample();
    const settled = this.#settle(found);
    if (typeof settled === "object") return this.#witness(settled.differentAt);
    const branches = this.#isConstant ? "equal" : this.#branches();
    if (typeof branches === "object") return this.#witness(branches.differentAt);
    const common = commonTo(found);
    const leftNowhere = common === 0 && found["only-right"].length >= (this.#isConstant ? 1 : enough);
    const undecided = (reason: Undecided): Comparison => ({ verdict: "undecided", reason, leftNowhere });
    if (common === 0) return undecided("undefined");
    if (common < atLeast && !this.#isConstant) return undecided("too-few-points");
    return settled === "equal" && branches !== "unclear" ? this.#equal(found) : undecided("precision");
  }

  /** Compares at more and more points if there is little common ground. */
  #sample(): Found {
    const [space, a, b] = [this.#space, this.#a, this.#b];
    if (this.#isConstant) return this.#look([space.point(0, 1)]);
    const affordable = Math.max(enough, affordableWork / (a.size + b.size));
    const all = scalesFor(space, a, b);
    const scales = all.filter((_, i) => i % Math.ceil(all.length / affordable) === 0);
    const found = this.#look(scales.map((scale, i) => space.point(i, scale)));
    const most = Math.min(mostPoints, Math.max(scales.length, affordable));
    for (let i = scales.length; i < most && found.different.length === 0 && found.agree.length < enough; i++)
      this.#look([space.point(i, scales[i % scales.length] as number)], found);
    return this.#look(pointsNearEnds(space, [...new Set([...a.names, ...b.names])]), found);
  }

  /** What is said of points, one after the other until two values differ. */
  #look(points: Iterable<Point>, found: Found = nothingFound()): Found {
    for (const point of points) if (found.different.length === 0) found[this.#compareAt(point)].push(point);
    return found;
  }

  #compareAt(point: Point): Outcome {
    const [left, right] = [measured(this.#a, point), measured(this.#b, point)];
    if (left.state === "undefined" || right.state === "undefined") {
      if (left.state === "known") return "only-left";
      return right.state === "known" ? "only-right" : "undefined";
    }
    return left.state === "known" && right.state === "known" ? compareMeasures(left, right) : "unclear";
  }

  /** What points tell together. */
  #settle({ different, slightly, agree, ...found }: Found): Agreement {
    if (different[0] !== undefined) return { differentAt: different[0] };
    const common = commonTo({ different, slightly, agree, ...found });
    if (common === 0) return "undefined";
    // At one point two errors may be the same by chance.
    if (slightly[0] !== undefined && slightly.length >= (this.#isConstant ? 1 : 2)) return { differentAt: slightly[0] };
    return slightly.length === 0 && agree.length >= Math.min(enough, common) ? "equal" : "unclear";
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

  #witness(point: Point): Comparison {
    return { verdict: "different", point, left: valueAt(this.#a, point), right: valueAt(this.#b, point) };
  }
}

function nothingFound(): Found {
  return { agree: [], different: [], slightly: [], unclear: [], undefined: [], "only-left": [], "only-right": [] };
}

/** How many points both formulas have a value at, or may have. */
function commonTo({ agree, slightly, unclear }: Found): number {
  return agree.length + slightly.length + unclear.length;
}
