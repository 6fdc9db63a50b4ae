/**
 * What the comparison of formulas needs of a number system, and the system of doubles. Knows single operations, no
 * formulas; more exact systems are in bigArithmetic.ts.
 */

import { operationAt } from "../../engine/operations/table.ts";

/** Numbers with `bits` binary digits. Nothing here throws: what is undefined is NaN, what is too large is infinite. */
export interface Arithmetic<N> {
  readonly bits: number;
  /** The system in which error bounds and slopes are computed: a few digits are enough for them. */
  readonly rough: Arithmetic<N>;
  /** A double, exactly. */
  number(value: number): N;
  /** A literal as written, rounded to `bits`: `0.1`, `1e-17`, `pi`. */
  literal(text: string): N;
  /** An operation of the table by its code, with one or two arguments. */
  apply(code: number, args: readonly N[]): N;
  add(a: N, b: N): N;
  multiply(a: N, b: N): N;
  absolute(x: N): N;
  /** x·2^exponent. */
  scale(x: N, exponent: number): N;
  less(a: N, b: N): boolean;
  isNaN(x: N): boolean;
  isFinite(x: N): boolean;
  isZero(x: N): boolean;
  /** Whether `x` is so small that digits may have been lost to underflow. */
  isTiny(x: N): boolean;
  /** Whether `x` has so few digits that sums and products of two such numbers are exact. */
  isShort(x: N): boolean;
  isInteger(x: N): boolean;
  toNumber(x: N): number;
}

const tiniest = 2 ** -960;

export const doubles: Arithmetic<number> = {
  bits: 53,
  get rough() {
    return doubles;
  },
  number: (value) => value,
  literal: (text) => (text === "pi" ? Math.PI : text === "e" ? Math.E : Number(text)),
  apply(code, args) {
    return operationAt(code).value?.(args[0] as number, args[1] as number) ?? Number.NaN;
  },
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  absolute: Math.abs,
  scale: (x, exponent) => x * 2 ** exponent,
  less: (a, b) => a < b,
  isNaN: Number.isNaN,
  isFinite: Number.isFinite,
  isZero: (x) => x === 0,
  isTiny: (x) => x < tiniest && x > -tiniest,
  isShort: (x) => Number.isInteger(x * 2 ** 10) && Math.abs(x) < 2 ** 16,
  isInteger: Number.isInteger,
  toNumber: (x) => x,
};
