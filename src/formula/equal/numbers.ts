/** The number systems in which formulas are compared: doubles, then decimals with more and more digits. */

import { Decimal } from "decimal.js";
import { operationAt } from "../../engine/operations/table.ts";
import { doubles as plain } from "../../engine/rules.ts";

/** Nothing here throws: what is undefined is NaN, what is too large is infinite. */
export interface Arithmetic<N> {
  /** How many binary digits its numbers have. */
  readonly bits: number;
  /** The system in which error bounds and partial derivatives are computed: a few digits are enough for them. */
  readonly rough: Arithmetic<N>;
  /** A double, exactly. */
  number(value: number): N;
  /** A literal as written: `0.1`, `1e-17`, `pi`. */
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

/** A number system whose numbers are only handed back to it. */
export type AnyArithmetic = Arithmetic<unknown>;

const tiniest = 2 ** -960;

const doubles: Arithmetic<number> = {
  ...plain,
  bits: 53,
  get rough() {
    return doubles;
  },
  literal: (text) => (text === "pi" ? Math.PI : text === "e" ? Math.E : Number(text)),
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

/** Decimals are decimal.js, which is mathjs's BigNumber; all that the table has beyond it are a few formulas in its rows. */
function decimals(digits: number, rough?: Arithmetic<Decimal>): Arithmetic<Decimal> {
  const Digits = Decimal.clone({ precision: digits, minE: -1e9, maxE: 1e9 });
  const nan = new Digits(Number.NaN);
  const powers = new Map<number, Decimal>();
  const powerOfTwo = (exponent: number) => {
    const power = powers.get(exponent) ?? new Digits(2).pow(exponent);
    powers.set(exponent, power);
    return power;
  };
  const arithmetic: Arithmetic<Decimal> = {
    bits: Math.floor(digits * 3.32),
    get rough() {
      return rough ?? arithmetic;
    },
    number: (value) => new Digits(value),
    literal: (text) => (text === "pi" ? Digits.acos(-1) : text === "e" ? Digits.exp(1) : new Digits(text).plus(0)),
    apply(code, [a, b]) {
      try {
        return operationAt(code).precise?.(new Digits(a as Decimal), b === undefined ? nan : new Digits(b)) ?? nan;
      } catch {
        // It knows ln 10 and π to a thousand digits and throws where it takes more.
        return nan;
      }
    },
    add: (a, b) => new Digits(a).plus(b),
    multiply: (a, b) => new Digits(a).times(b),
    absolute: (x) => x.abs(),
    scale: (x, exponent) => powerOfTwo(exponent).times(x),
    less: (a, b) => a.lt(b),
    isNaN: (x) => x.isNaN(),
    isFinite: (x) => x.isFinite(),
    isZero: (x) => x.isZero(),
    isTiny: (x) => x.isZero(),
    isShort: (x) => x.isZero() || (x.isFinite() && Math.abs(x.e) < digits / 4 && x.precision() < digits / 2),
    isInteger: (x) => x.isInteger(),
    toNumber: (x) => x.toNumber(),
  };
  return arithmetic;
}

const rough = decimals(12);

/** Level 0: doubles. More than the last digits are never computed with. */
export const levels: readonly AnyArithmetic[] = [
  doubles,
  ...[40, 80, 160, 400].map((digits) => decimals(digits, rough)),
];

/** How long a function takes on each level, beside the first one in decimals (some 0.3 ms). */
export const costs: readonly number[] = [0, 1, 2, 5, 50];
