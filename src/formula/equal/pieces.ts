/**
 * Makes sure that formulas defined piece by piece agree on every combination of their pieces. Knows conditions and
 * points; how two formulas are compared at points it is told.
 *
 * On a combination (relu on the right piece here, abs on the left one there) both formulas are analytic, also beyond the
 * region where it holds. So they are compared there as such, at any points: if they agree, no point of the region is
 * needed. Where they do not, the region must be reached, or be shown to be empty; else nothing is known.
 */

import type { Graph, Node } from "../../engine/graph.ts";
import { codeOf } from "../../engine/operations/table.ts";
import { state } from "./ball.ts";
import { excludes } from "./exclusion.ts";
import type { PiecesByGraph, Point, Quantity, Space } from "./point.ts";
import { signOf } from "./ranges.ts";
import { findPoints } from "./search.ts";
import { traits } from "./traits.ts";
import { wholePoints } from "./wholeNumbers.ts";

/** What a comparison at some points comes to; `undefined` where the two have no common ground. */
export type Agreement = "equal" | "undefined" | "unclear" | { readonly differentAt: Point; readonly level: number };

export interface PieceComparison {
  readonly space: Space;
  readonly conditions: readonly Quantity[];
  /** The names that the conditions' values come from. */
  readonly origins: readonly string[];
  /** Points of the space at which the formulas agree. */
  readonly agreed: readonly Point[];
  /** Whether the formulas are polynomials of their pieces, with nothing that is glued together besides. */
  readonly isPure: boolean;
  /** Number of operations of one evaluation of both formulas. */
  readonly size: number;
  /** At `points`, or so many of them that `wanted` agree. */
  settle(points: readonly Point[], wanted?: number): Agreement;
}

/** A quantity whose sign is free. */
interface Switch {
  readonly quantity: Quantity;
}

/** A condition whose sign is that of a product of switches. */
interface Follower {
  readonly quantity: Quantity;
  readonly switches: readonly number[];
  readonly sense: number;
}

interface Switchboard {
  readonly switches: readonly Switch[];
  readonly followers: readonly Follower[];
  /** Conditions with only one sign. */
  readonly fixed: readonly { readonly quantity: Quantity; readonly sign: number }[];
}

/** Combinations looked at one by one, at most; and the operations that this may take, some 50 ms. */
const mostCombinations = 512;
const mostOperations = 300_000;
/** Heights looked at in searches for a region that end without a point, some 50 ms; each takes a part of what is left. */
const mostHeights = 5_000;
const mostPerSearch = 400;
/** Sets of conditions that may be tried for a relation, some 60 ms. */
const mostRelations = 20_000;
const fewestPerSearch = 40;
const pointsPerPiece = 5;
/** So many of these are enough if they agree: both formulas are analytic there. */
const agreeingPerPiece = 3;

/** Whether the formulas agree on every combination of pieces. */
export function comparePieces(comparison: PieceComparison): Agreement {
  const { space, conditions, agreed } = comparison;
  const board = switchboard(space, conditions, agreed);
  const samples = samplePoints(space);
  // Numbers between the pieces stand for all combinations at once: what holds for generic ones holds for 0 and 1.
  if (comparison.isPure) {
    const generic = samples.map((point, k) =>
      point.on(piecesOf(board, (i) => between[(3 * k + i) % between.length] ?? 0)),
    );
    if (comparison.settle(generic) === "equal") return "equal";
  }
  return combinations(comparison, board, samples);
}

const between = [0.3125, 0.71875, 0.15625, 0.84375, 0.40625, 1.28125, -0.34375];

function samplePoints(space: Space): readonly Point[] {
  return Array.from({ length: pointsPerPiece }, (_, i) =>
    space.point(2000 + i, space.scales[i % space.scales.length] as number),
  );
}

function combinations(comparison: PieceComparison, board: Switchboard, samples: readonly Point[]): Agreement {
  const { switches } = board;
  const affordable = Math.min(mostCombinations, mostOperations / (comparison.size * pointsPerPiece));
  const isComplete = 2 ** switches.length <= affordable;
  const count = isComplete ? 2 ** switches.length : Math.floor(affordable);
  const visited = visits(switches, comparison.agreed);
  const search = { left: mostHeights, relations: mostRelations };
  let isOpen = !isComplete;
  for (let k = 0; k < count; k++) {
    const signs = switches.map((_, i) => (isComplete ? (k >> i) & 1 : pseudoRandomBit(k, i)) * 2 - 1);
    if (visited(signs) >= 2) continue;
    const found = onePiece(comparison, board, samples, signs, search);
    if (typeof found === "object") return found;
    if (found === "unclear") isOpen = true;
  }
  return isOpen ? "unclear" : "equal";
}

/** One bit of a fixed sequence without pattern. */
function pseudoRandomBit(k: number, i: number): number {
  const mixed = Math.imul(k * 64 + i + 1, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) >>> 7) & 1;
}

function onePiece(
  comparison: PieceComparison,
  board: Switchboard,
  samples: readonly Point[],
  signs: readonly number[],
  search: { left: number; relations: number },
): Exclude<Agreement, "undefined"> {
  const { space, settle, origins, agreed } = comparison;
  const pieces = piecesOf(board, (i) => ((signs[i] as number) + 1) / 2);
  const beyond = samples.map((point) => point.on(pieces));
  if (settle(beyond, agreeingPerPiece) === "equal") return "equal";
  const parts = [...board.switches.map(({ quantity }, i) => ({ quantity, sign: signs[i] as number })), ...board.fixed];
  search.relations -= 2 ** Math.min(parts.length, 8);
  if (search.relations < 0) return "unclear";
  const more = Array.from({ length: 10 }, (_, i) => space.point(3000 + i, space.scales[0] as number).on(pieces));
  if (excludes(space, space.isFree ? origins : [], parts, more)) return "equal";
  const listed = wholePoints(space, origins, parts, more);
  if (listed !== undefined) return agreementOf(settle(listed));
  const heights = board.switches.map(
    ({ quantity }, i) =>
      (point: Point) =>
        valueAt(quantity, point) * (signs[i] as number),
  );
  const effort = Math.min(mostPerSearch, search.left / (4 * heights.length));
  if (effort < fewestPerSearch) return "unclear";
  const points = findPoints(space, heights, origins, agreed, effort);
  if (points.length === 0) {
    search.left -= effort * heights.length;
    return "unclear";
  }
  return agreementOf(settle(points));
}

/** Where the formulas have no value at points of a region, they do not differ there. */
function agreementOf(found: Agreement): Exclude<Agreement, "undefined"> {
  return found === "undefined" ? "equal" : found;
}

/** How many of the points lie on a combination of pieces. */
function visits(switches: readonly Switch[], points: readonly Point[]): (signs: readonly number[]) => number {
  const counts = new Map<string, number>();
  for (const point of points) {
    const key = switches.map(({ quantity }) => Math.sign(valueAt(quantity, point))).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (signs) => counts.get(signs.join()) ?? 0;
}

/** The value of a condition, NaN unless its sign is certain. */
function valueAt(quantity: Quantity, point: Point): number {
  const { value, error, state: certainty } = quantity.at(point);
  return certainty >= state.unclear || Math.abs(value) <= error ? Number.NaN : value;
}

/** Which conditions turn on their own, which with others, and which never do. */
function switchboard(space: Space, conditions: readonly Quantity[], agreed: readonly Point[]): Switchboard {
  const points = [...agreed, ...samplePoints(space)].slice(0, 16);
  const switches: (Switch & { readonly values: readonly number[] })[] = [];
  const followers: Follower[] = [];
  const fixed: { quantity: Quantity; sign: number }[] = [];
  for (const quantity of conditions) {
    const sign = signOf(quantity.range(space));
    if (sign !== 0) {
      fixed.push({ quantity, sign });
      continue;
    }
    const { factors, sense } = decisive(space, quantity);
    let against = sense;
    const turned = factors.map((factor) => {
      const values = points.map((point) => valueAt(factor, point));
      const known = switches.findIndex((other) => ratioOf(values, other.values) !== 0);
      if (known < 0) return switches.push({ quantity: factor, values }) - 1;
      if (ratioOf(values, switches[known]?.values ?? []) < 0) against = -against;
      return known;
    });
    followers.push({ quantity, switches: turned, sense: against });
  }
  return { switches, followers, fixed };
}

/** What decides the sign of a condition: its factors, but those of one sign, and without functions that keep signs. */
function decisive(
  space: Space,
  condition: Quantity,
): { readonly factors: readonly Quantity[]; readonly sense: number } {
  const factors: Quantity[] = [];
  const open = [condition];
  let sense = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { graph, node, beside } = next;
    const code = graph.code(node);
    const sign = signOf(next.range(space));
    if (code === NEGATE) sense = -sense;
    if (sign !== 0) sense *= sign;
    else if (traits[code]?.keepsSign) open.push(...graph.args(node).map(beside));
    else factors.push(next);
  }
  return { factors, sense };
}

const NEGATE = codeOf("negate");
/** The one factor between two lists of values; 0 if there is none. */
function ratioOf(values: readonly number[], others: readonly number[]): number {
  let ratio = 0;
  let count = 0;
  for (const [i, x] of values.entries()) {
    const y = others[i] as number;
    if (Number.isNaN(x) && Number.isNaN(y)) continue;
    if (!(Math.abs(y) > 0) || !Number.isFinite(x / y)) return 0;
    if (count++ === 0) ratio = x / y;
    else if (Math.abs(x / y - ratio) > 1e-9 * Math.abs(ratio)) return 0;
  }
  return count >= 4 ? ratio : 0;
}

/** The pieces on which all conditions lie if each switch has this position: 1 above zero, 0 below, or between. */
function piecesOf({ switches, followers, fixed }: Switchboard, positionOf: (i: number) => number): PiecesByGraph {
  const byGraph = new Map<Graph, Map<Node, number>>();
  const put = ({ graph, node }: Quantity, sign: number) => {
    const pieces = byGraph.get(graph) ?? new Map<Node, number>();
    byGraph.set(graph, pieces.set(node, (sign + 1) / 2));
  };
  const signs = switches.map((_, i) => 2 * positionOf(i) - 1);
  for (const { quantity, switches: turned, sense } of followers)
    put(
      quantity,
      turned.reduce((sign, i) => sign * (signs[i] as number), sense),
    );
  for (const { quantity, sign } of fixed) put(quantity, sign);
  return byGraph;
}
