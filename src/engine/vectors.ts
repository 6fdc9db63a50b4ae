/** The shapes of vectors and matrices, and what formulas over them may call: the shape of each result, and its entries. */

import { call, number, type Syntax } from "./syntax.ts";

/** `[]` a number, `[n]` a (column) vector, `[m, n]` a matrix of m rows. */
export type Shape = readonly number[];

/** A formula by its entries, those of a matrix row by row. */
export interface Shaped {
  readonly shape: Shape;
  readonly parts: readonly Syntax[];
}

/** Not known as long as the shape of some name is not. */
export type Unknown = Shape | undefined;

export const scalar: Shape = [];

export function sizeOf(shape: Shape): number {
  return shape.reduce((size, n) => size * n, 1);
}

/** `2×3`, as people write a shape; a vector is a column. */
export function shapeText([rows = 1, columns = 1]: Shape): string {
  return `${rows}×${columns}`;
}

/** `2` or `1,2` for the entry at a place, counted from 0 row by row. */
export function entryIndex([, columns]: Shape, k: number): string {
  return columns === undefined ? String(k + 1) : `${Math.floor(k / columns) + 1},${(k % columns) + 1}`;
}

/** A vector is a matrix of one column. */
export function isSame(a: Shape, b: Shape): boolean {
  return shapeText(a) === shapeText(b);
}

interface VectorFunction {
  /** How many arguments; any number if absent. */
  readonly arity?: number;
  /** Of the result; `fail` says that the arguments don't fit. */
  readonly shape: (args: readonly Unknown[], fail: () => never) => Unknown;
  readonly parts: (args: readonly Shaped[], shape: Shape) => readonly Syntax[];
}

/** Entry by entry; numbers go with every entry. */
export function elementwise(operation: string): VectorFunction {
  return {
    shape(args, fail) {
      const known = args.filter((shape) => shape !== undefined);
      const [first, ...others] = known.filter((shape) => sizeOf(shape) > 1);
      if (first === undefined)
        return args.includes(undefined) ? undefined : (known.find(({ length }) => length > 0) ?? scalar);
      return others.every((other) => isSame(first, other)) ? first : fail();
    },
    parts: (args, shape) =>
      Array.from({ length: sizeOf(shape) }, (_, k) =>
        call(operation, ...args.map(({ parts }) => (parts.length === 1 ? parts[0] : parts[k]) as Syntax)),
      ),
  };
}

export function sum(terms: readonly Syntax[]): Syntax {
  return terms.length === 1 ? (terms[0] as Syntax) : call("add", ...terms);
}

const product = elementwise("multiply");
const dot = (a: readonly Syntax[], b: readonly Syntax[]) => sum(a.map((x, k) => call("multiply", x, b[k] as Syntax)));
const shared = (operation: string, ...args: readonly Syntax[]): Syntax => ({
  ...call(operation, ...args),
  isShared: true,
});
const toNumber = (value: (parts: readonly Syntax[]) => Syntax): VectorFunction => ({
  arity: 1,
  shape: () => scalar,
  parts: ([a]) => [value(a?.parts ?? [])],
});

/** What is more than a function of numbers, applied to each entry. */
export const vectorFunctions: Readonly<Record<string, VectorFunction>> = {
  /** The product of two matrices, or of anything and a number. */
  multiply: {
    arity: 2,
    shape([a, b], fail) {
      if (a === undefined || b === undefined) return a?.length === 2 ? a.slice(0, 1) : undefined;
      if (sizeOf(a) === 1 || sizeOf(b) === 1) return sizeOf(a) === 1 ? b : a;
      const [[rows = 1, inner = 1], [others = 1, columns = 1]] = [a, b];
      if (inner !== others) return fail();
      return columns > 1 ? [rows, columns] : rows > 1 ? [rows] : scalar;
    },
    parts(args, shape) {
      const [a, b] = args as [Shaped, Shaped];
      if (a.parts.length === 1 || b.parts.length === 1) return product.parts(args, shape);
      const [[, inner = 1], [, columns = 1]] = [a.shape, b.shape];
      return Array.from({ length: sizeOf(shape) }, (_, k) => {
        const [row, column] = [Math.floor(k / columns), k % columns];
        const right = Array.from({ length: inner }, (_, j) => b.parts[j * columns + column] as Syntax);
        return dot(a.parts.slice(row * inner, (row + 1) * inner), right);
      });
    },
  },
  dotMultiply: product,
  dotDivide: elementwise("divide"),
  transpose: {
    arity: 1,
    shape: ([a]) => a && (a.length === 0 ? a : [a[1] ?? 1, a[0] ?? 1]),
    parts([a], [rows = 1, columns = 1]) {
      return Array.from(
        { length: rows * columns },
        (_, k) => a?.parts[(k % columns) * rows + Math.floor(k / columns)] as Syntax,
      );
    },
  },
  softmax: {
    arity: 1,
    shape: ([a]) => a,
    parts([a]) {
      const powers = (a?.parts ?? []).map((x) => shared("exp", x));
      const total = shared("add", ...powers);
      return powers.map((power) => call("divide", power, total));
    },
  },
  dot: {
    arity: 2,
    shape: ([a, b], fail) => (a && b && sizeOf(a) !== sizeOf(b) ? fail() : scalar),
    parts: ([a, b]) => [dot(a?.parts ?? [], b?.parts ?? [])],
  },
  norm: toNumber((parts) => call("sqrt", dot(parts, parts))),
  total: toNumber(sum),
  /** `max(v)`. */
  largest: toNumber((parts) => parts.reduce((most, one) => call("max", most, one))),
  outer: {
    arity: 2,
    shape: ([a, b]) => a && b && [sizeOf(a), sizeOf(b)],
    parts: ([a, b]) => (a?.parts ?? []).flatMap((x) => (b?.parts ?? []).map((y) => call("multiply", x, y))),
  },
  concat: {
    shape: (args) => (args.includes(undefined) ? undefined : [args.reduce((n, one) => n + sizeOf(one ?? []), 0)]),
    parts: (args) => args.flatMap(({ parts }) => parts),
  },
};

/** What a formula over vectors may call, beside the functions of numbers; NaN: with any number of arguments. */
export const vectorCalls: ReadonlyMap<string, { readonly operation: string; readonly arity: number }> = new Map(
  Object.entries({ ...vectorFunctions, onehot: { arity: 2 } }).map(
    ([operation, { arity = Number.NaN }]) => [operation, { operation, arity }] as const,
  ),
);

/** 1 where a place that is computed is this one, else 0. */
export function isPlace(place: Syntax, k: number): Syntax {
  return call("subtract", number(1), call("abs", call("sign", call("subtract", place, number(k)))));
}
