/**
 * The numbers that formulas are evaluated in. Everything is computed twice, finely and coarsely: what both agree on is
 * known, so no error has to be followed through the operations. Coarse results are off by some noise: doubles in their
 * 38th binary digit, decimals in the last of about ten digits less.
 */

import { Decimal } from "decimal.js";
import { POWER } from "../../engine/graph.ts";
import { once } from "../../engine/memo.ts";
import { operationAt } from "../../engine/operations/table.ts";

/** Nothing here throws: NaN is undefined, an infinite number is too large or too small to be known. */
interface Numbers<N> {
  readonly digits: number;
  /** log10 of the smallest size at which no digits are lost to underflow. */
  readonly least: number;
  /** A double, exactly. */
  number(value: number): N;
  /** A literal as written: `0.1`, `1e-17`, `pi`. */
  literal(text: string): N;
  /** An operation of the table by its code, with one or two arguments. */
  apply(code: number, x: N, y: N): N;
  minus(x: N, y: N): N;
  /** log10 of its size, roughly: −∞ of zero. */
  magnitude(x: N): number;
  toNumber(x: N): number;
}

/** `isAbsorbed`: part of what it is computed from hardly changed it (x + 1e-17, tanh(40)), so it says little of a formula. */
export interface Value {
  readonly value: unknown;
  /** log10 of its size, NaN where it is not defined. */
  readonly size: number;
  readonly isAbsorbed: boolean;
}

/** Numbers that are only handed back to what made them. */
export type AnyNumbers = Numbers<unknown>;

export interface Level {
  readonly fine: AnyNumbers;
  readonly coarse: AnyNumbers;
  /** What evaluating one function twice costs, beside the first level in decimals (some 0.5 ms). */
  readonly cost: number;
}

const leastDouble = -290;

function doubles(digits: number, error: number): Numbers<number> {
  return {
    digits,
    least: leastDouble,
    number: (value) => value,
    literal(text) {
      const value = text === "pi" ? Math.PI : Number(text);
      if (isNonzero(text) && Math.abs(value) < 10 ** leastDouble) return Number.POSITIVE_INFINITY;
      return isShort(value) ? value : value * (1 + error * noise(value, 0));
    },
    apply(code, x, y) {
      const value = operationAt(code).value?.(x, y) ?? Number.NaN;
      const isExact = (code <= POWER || operationAt(code).hasBranches === true) && isShort(value);
      return isExact ? value : value * (1 + error * noise(x + 0.7 * y, code));
    },
    minus: (x, y) => x - y,
    magnitude: (x) => Math.log10(Math.abs(x)),
    toNumber: (x) => x,
  };
}

/** What arithmetic computes exactly, as 2 − 1 and 1/2. */
function isShort(value: number): boolean {
  return Number.isInteger(value * 1024) && Math.abs(value) < 65536;
}

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);

/** A number from −1 to 1, the same for the same operation on the same argument. */
function noise(argument: number, code: number): number {
  bits[0] = argument;
  const mixed = Math.imul((words[0] as number) ^ Math.imul((words[1] as number) + code, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) / 2 ** 31;
}

function decimals(digits: number, error: number): Numbers<Decimal> {
  const Digits = Decimal.clone({ precision: digits, minE: -1e9, maxE: 1e9 });
  const nan = new Digits(Number.NaN);
  const unit = new Digits(10).pow(-digits).times(error);
  return {
    digits: digits - Math.log10(error || 1),
    least: -9e8,
    number: (value) => new Digits(value),
    literal: (text) => (text === "pi" ? Digits.acos(-1) : new Digits(text).plus(0)),
    apply(code, x, y) {
      const { precise, hasBranches } = operationAt(code);
      try {
        const value = precise?.(x, y) ?? nan;
        return code <= POWER || hasBranches || error === 0
          ? value
          : value.times(unit.times(noise(leading(x) + x.e, code)).plus(1));
      } catch {
        // It knows ln 10 and π to a thousand digits and throws where it takes more.
        return nan;
      }
    },
    minus: (x, y) => x.minus(y),
    magnitude: (x) => (x.isFinite() && !x.isZero() ? x.e + Math.log10(leading(x)) : Math.log10(x.abs().toNumber())),
    toNumber: (x) => x.toNumber(),
  };
}

/** Its first digits as a number from 1 to 10. */
function leading(x: Decimal): number {
  const [first = 1, second = 0] = (x as unknown as { readonly d?: readonly number[] | null }).d ?? [];
  return (first + second / 1e7) / 10 ** (String(first).length - 1);
}

/** By the number of digits. */
const costs = { 40: 1, 80: 2, 160: 5, 400: 50 };

const levels: readonly (() => Level)[] = [
  once(() => ({ fine: doubles(15.5, 0), coarse: doubles(11, 2 ** -38), cost: 0 })),
  ...Object.entries(costs).map(([key, cost]) => {
    const digits = Number(key);
    return once(() => ({ fine: decimals(digits, 0), coarse: decimals(digits - 8, 1000), cost }));
  }),
];

/** Level 0 are doubles; with the last one no more digits are tried. */
export const lastLevel = levels.length - 1;

export function levelAt(level: number): Level {
  return (levels[level] as () => Level)();
}

/** A value as far as it is known: what is fine where both evaluations have a value. Sizes are log10. */
export interface Measure {
  readonly state: "known" | "unknown" | "undefined";
  /** Undefined: NaN. Of a level's fine numbers. */
  readonly value: unknown;
  readonly size: number;
  readonly error: number;
  readonly isAbsorbed: boolean;
}

export function measure({ fine, coarse }: Level, exact: Value, rough: Value): Measure {
  const [size, other] = [exact.size, rough.size];
  const rest = { ...exact, error: Number.POSITIVE_INFINITY };
  if (Number.isNaN(size) && Number.isNaN(other)) return { ...rest, state: "undefined" };
  if (!(size < Number.POSITIVE_INFINITY && other < Number.POSITIVE_INFINITY)) return { ...rest, state: "unknown" };
  const gap = fine.magnitude(fine.minus(exact.value, rough.value)) - (fine.digits - coarse.digits) / 2;
  return { ...rest, state: "known", error: Math.max(gap, size - fine.digits + 1) };
}

/** Relative differences below 10 to this are looked at with more digits before anything is said. */
const slight = -6;

/** Values that agree to so much of all digits are equal. */
const resolution = 0.6;

/** Two known values: sizes and errors are log10. */
export function compareMeasures(
  left: Measure,
  right: Measure,
  level: number,
): "agree" | "different" | "slightly" | "unclear" {
  const { fine } = levelAt(level);
  const difference = fine.magnitude(fine.minus(left.value, right.value));
  const [size, error] = [Math.max(left.size, right.size), Math.max(left.error, right.error)];
  if (difference > error + 1) return level > 0 || difference > size + slight ? "different" : "slightly";
  if (difference > error + 0.3) return "slightly";
  if (left.isAbsorbed || right.isAbsorbed) return "unclear";
  // Both are zero as far as can be seen: then the error must be small beside what they are made of.
  const isZero = error > size - resolution * fine.digits;
  return !isZero ||
    (difference === Number.NEGATIVE_INFINITY && size === difference) ||
    error < -resolution * fine.digits
    ? "agree"
    : "unclear";
}

/** Whether a literal has a digit other than 0 before its exponent. */
export function isNonzero(text: string): boolean {
  return /^[^eE]*[1-9]/.test(text);
}
