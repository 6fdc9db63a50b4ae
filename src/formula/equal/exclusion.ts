/**
 * Shows that quantities cannot have certain signs at once, from relations between few of them that hold at all points:
 * a·x + b·y + c·z + d = 0 with all terms of one sign, the same with x/y for x, or x·y/z = c. Knows values and bounds, no
 * formulas.
 */

import { state } from "./ball.ts";
import type { Point, Quantity, Space } from "./point.ts";

export interface SignedQuantity {
  readonly quantity: Quantity;
  /** 1 or −1. */
  readonly sign: number;
}

type Column = readonly number[];

const mostQuantities = 10;
const mostRelated = 4;
/** Quotients are related to at most so many quantities, if there are no more than these. */
const mostBesideQuotient = 2;
const mostForQuotients = 6;
const fewestRows = 7;

/** Whether no point within the bounds of these names can have all these signs. `points` are generic. */
export function excludes(
  space: Space,
  names: readonly string[],
  parts: readonly SignedQuantity[],
  points: readonly Point[],
): boolean {
  // Point by point, as that is how values are remembered.
  const rows = points.map((point) =>
    parts.slice(0, mostQuantities).map(({ quantity, sign }) => {
      const ball = quantity.at(point);
      return ball.state >= state.unclear ? Number.NaN : ball.value * sign;
    }),
  );
  const columns = parts
    .slice(0, mostQuantities)
    .map((_, i): Column => rows.map((row) => row[i] as number))
    // Zero all over: on this combination of pieces the operation has no turn at all.
    .filter((values) => values.every((x) => Number.isFinite(x)) && !values.every((x) => x === 0));
  const bounded = [...columns, ...boundColumns(space, names, points)].slice(0, mostQuantities);
  for (const some of subsets(bounded.length, mostRelated)) {
    const related = some.map((i) => bounded[i] as Column);
    if (isImpossible(related) || isNegativeProduct(related)) return true;
  }
  return bounded.length <= mostForQuotients && excludesQuotient(columns, bounded);
}

/** How far the names are within their bounds: never negative. */
function boundColumns(space: Space, names: readonly string[], points: readonly Point[]): readonly Column[] {
  return names.flatMap((name) => {
    const { low, high } = space.range(name) ?? { low: Number.NaN, high: Number.NaN };
    const values = points.map((point) => point.name(name, 0)?.value as number);
    return [
      ...(Number.isFinite(low) ? [values.map((x) => x - low)] : []),
      ...(Number.isFinite(high) ? [values.map((x) => high - x)] : []),
    ];
  });
}

/** x² − y² and |x| − |y| have one sign, as their quotient is |x| + |y|. */
function excludesQuotient(columns: readonly Column[], bounded: readonly Column[]): boolean {
  const beside = subsets(bounded.length, mostBesideQuotient).map((some) => some.map((i) => bounded[i] as Column));
  return columns.some((over) =>
    columns.some((under) => {
      if (over === under) return false;
      const quotient = over.map((x, row) => x / (under[row] as number));
      const rows = [...quotient.keys()].filter((row) => Number.isFinite(quotient[row]));
      const inRows = (column: Column) => rows.map((row) => column[row] as number);
      return rows.length >= fewestRows && beside.some((others) => isImpossible([quotient, ...others].map(inRows)));
    }),
  );
}

/** All sets of up to `most` of the numbers below `size`, small ones first. */
function subsets(size: number, most: number): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [[]];
  for (const some of all) {
    if (some.length === most) continue;
    for (let i = (some.at(-1) ?? -1) + 1; i < size; i++) all.push([...some, i]);
  }
  return all.slice(1);
}

/** Whether positive multiples of the columns add up to one and the same number ≤ 0 in all rows. */
function isImpossible(columns: readonly Column[]): boolean {
  const relation = relationOf(columns);
  if (relation === undefined) return false;
  const { weights, sum } = relation;
  const biggest = Math.max(...weights.map(Math.abs));
  if (weights.some((weight) => Math.abs(weight) < 1e-6 * biggest)) return false;
  if (weights.every((weight) => weight > 0)) return sum <= 0;
  return weights.every((weight) => weight < 0) && sum >= 0;
}

/** Weights with Σ weight·column = sum in every row, the first weight being 1; undefined if there are none. */
function relationOf(
  columns: readonly Column[],
): { readonly weights: readonly number[]; readonly sum: number } | undefined {
  const [first, ...others] = columns as [Column, ...Column[]];
  const unknowns = others.length + 1;
  // first = Σ −weight·other + sum, solved from the first rows and checked in the rest.
  const rows = first.map((value, row) => [...others.map((column) => -(column[row] as number)), 1, value]);
  const solution = solved(rows.slice(0, unknowns));
  if (solution === undefined) return undefined;
  const holds = rows.every((row) => {
    const terms = solution.map((x, i) => x * (row[i] as number));
    const value = row[unknowns] as number;
    const size = Math.max(Math.abs(value), ...terms.map(Math.abs));
    return Math.abs(terms.reduce((sum, term) => sum + term, -value)) <= 1e-9 * size;
  });
  if (!holds) return undefined;
  const sum = solution[unknowns - 1] as number;
  const scale = Math.max(...first.map(Math.abs));
  return { weights: [1, ...solution.slice(0, -1)], sum: Math.abs(sum) <= 1e-9 * scale ? 0 : sum };
}

/** The solution of a small system of linear equations, given as rows with the right side last. */
function solved(rows: readonly Column[]): readonly number[] | undefined {
  const matrix = rows.map((row) => [...row]);
  const n = matrix.length;
  for (let column = 0; column < n; column++) {
    const at = (row: number) => Math.abs(matrix[row]?.[column] ?? 0);
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (at(row) > at(pivot)) pivot = row;
    if (at(pivot) < 1e-12) return undefined;
    const best = matrix[pivot] as number[];
    matrix[pivot] = matrix[column] as number[];
    matrix[column] = best;
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const other = matrix[row] as number[];
      const factor = (other[column] as number) / (best[column] as number);
      for (let k = column; k <= n; k++) other[k] = (other[k] as number) - factor * (best[k] as number);
    }
  }
  return matrix.map((row, i) => (row[n] as number) / (row[i] as number));
}

/** Whether the columns, multiplied or divided by each other, give one and the same negative number in all rows. */
function isNegativeProduct(columns: readonly Column[]): boolean {
  const [first, ...others] = columns as readonly [Column, ...Column[]];
  for (let divided = 0; divided < 2 ** others.length; divided++) {
    const at = (row: number) =>
      others.reduce(
        (product, column, i) =>
          (divided >> i) & 1 ? product / (column[row] as number) : product * (column[row] as number),
        first[row] as number,
      );
    const ratio = at(0);
    if (ratio < 0 && first.every((_, row) => Math.abs(at(row) - ratio) <= 1e-9 * Math.abs(ratio))) return true;
  }
  return false;
}
