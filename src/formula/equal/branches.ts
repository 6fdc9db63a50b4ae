/**
 * Makes sure that formulas with branches agree on every combination of them.
 *
 * On a combination (relu above here, abs below there) both formulas are analytic, also beyond the region where it holds.
 * So they are compared there as such, at any points: if they agree, no point of the region is needed. Where they do not,
 * a point of the region must be reached; else nothing is known.
 */

import type { Point, Space } from "./point.ts";
import { heightAt, type Switches } from "./switches.ts";

/** What a comparison at some points comes to; `undefined` where the two have no common ground. */
export type Agreement = "equal" | "undefined" | "unclear" | { readonly differentAt: Point; readonly level: number };

/** More combinations than these are left to a person; and so is what takes more operations, some 50 ms. */
const mostCombinations = 512;
const mostOperations = 300_000;
const pointsPerCombination = 5;
/** So many of these are enough if they agree: both formulas are analytic there. */
const enoughAgreeing = 3;

export interface BranchComparison {
  readonly space: Space;
  readonly switches: Switches;
  /** Points by the signs of the switches. */
  readonly reached: ReadonlyMap<string, readonly Point[]>;
  /** Quantities of one sign, as the values of names. */
  readonly known: readonly { readonly at: (point: Point) => number; readonly sign: number }[];
  /** Number of operations of one evaluation of both formulas. */
  readonly size: number;
  /** At `points`, or so many of them that `wanted` agree. */
  settle(points: readonly Point[], wanted?: number): Agreement;
}

/** Whether the formulas agree on every combination of branches. */
export function compareBranches(comparison: BranchComparison): Agreement {
  const { switches, reached, space, size, settle } = comparison;
  const count = 2 ** switches.quantities.length;
  if (count > mostCombinations || count * size * pointsPerCombination > mostOperations) return "unclear";
  const samples = Array.from({ length: pointsPerCombination }, (_, i) =>
    space.point(2000 + i, space.scales[i % space.scales.length] as number),
  );
  for (let k = 0; k < count; k++) {
    const signs = switches.quantities.map((_, i) => ((k >> i) & 1) * 2 - 1);
    const branches = switches.branches(signs);
    const found = settle(
      samples.map((point) => point.on(branches)),
      enoughAgreeing,
    );
    if (found === "equal") continue;
    const here = reached.get(signs.join());
    if (here === undefined && isImpossible(comparison, signs)) continue;
    // Where the formulas have no value at points of the region, they do not differ there.
    const inside = here === undefined ? "unclear" : settle(here);
    if (typeof inside === "object" || inside === "unclear") return inside;
  }
  return "equal";
}

/**
 * Whether no point can have these signs: on their branches the quantities fulfil a linear relation that they contradict,
 * as −x − 1 > 0 and x > 0 do. Relations are read off the values at some points.
 */
function isImpossible({ space, switches, known }: BranchComparison, signs: readonly number[]): boolean {
  const branches = switches.branches(signs);
  const wanted = [1, ...signs, ...known.map(({ sign }) => sign)];
  const rows = Array.from({ length: wanted.length + 4 }, (_, i) => {
    const point = space.point(3000 + i, space.scales[0] as number).on(branches);
    return [1, ...switches.quantities.map((one) => heightAt(one, point)), ...known.map(({ at }) => at(point))];
  }).filter((row) => row.every(Number.isFinite));
  if (rows.length < wanted.length + 2) return false;
  // Of the quantities known beside the switches some may be zero.
  const isStrict = (relation: readonly number[]) => relation.slice(0, 1 + signs.length).some((factor) => factor !== 0);
  const relations = relationsOf(rows);
  return [...relations, ...relations.flatMap((one) => relations.flatMap((other) => without(one, other)))].some(
    (relation) => {
      const terms = relation.map((factor, i) => Math.sign(factor) * (wanted[i] as number)).filter((sign) => sign !== 0);
      return new Set(terms).size === 1 && isStrict(relation);
    },
  );
}

/** Two relations put together so that one of the columns drops out of them. */
function without(one: readonly number[], other: readonly number[]): readonly (readonly number[])[] {
  if (one === other) return [];
  const shared = [...one.keys()].filter((i) => one[i] !== 0 && other[i] !== 0);
  return shared.map((i) =>
    one.map((x, k) => {
      const difference = x * (other[i] as number) - (other[k] as number) * (one[i] as number);
      return Math.abs(difference) > 1e-9 ? difference : 0;
    }),
  );
}

/** Factors with which the columns of a matrix add up to zero: one relation for each column that depends on others. */
function relationsOf(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const largest = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => Math.abs(row[column] as number))));
  const matrix = rows.map((row) => row.map((x, column) => x / (largest[column] || 1)));
  const pivots: number[] = [];
  const relations: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const rest = matrix.slice(pivots.length);
    const sizes = rest.map((row) => Math.abs(row[column] as number));
    const best = sizes.indexOf(Math.max(...sizes));
    if (!((sizes[best] as number) > 1e-9)) {
      const relation: number[] = new Array(rows[0]?.length).fill(0);
      relation[column] = 1;
      for (const [i, pivot] of pivots.entries()) {
        const factor = -((matrix[i] as number[])[column] as number);
        relation[pivot] = Math.abs(factor) > 1e-9 ? factor : 0;
      }
      relations.push(relation);
      continue;
    }
    const from = pivots.length;
    const row = matrix[from + best] as number[];
    matrix[from + best] = matrix[from] as number[];
    const scale = row[column] as number;
    matrix[from] = row.map((x) => x / scale);
    for (const [i, other] of matrix.entries()) {
      const factor = other[column] as number;
      if (i !== from) matrix[i] = other.map((x, k) => x - factor * (matrix[from]?.[k] as number));
    }
    pivots.push(column);
  }
  return relations;
}
