/**
 * The numbers that formulas are evaluated in: doubles, twice. The coarse ones are off by some noise in their 38th binary
 * digit, and what both agree on is known, so no error has to be followed through the operations.
 */

import { POWER } from "../../engine/graph.ts";
import { operationAt } from "../../engine/operations/table.ts";

/** NaN is undefined, an infinite number is too large or too small to be known. */
export interface Numbers {
  readonly digits: number;
  /** A number that someone wrote. */
  literal(value: number): number;
  /** An operation of the table by its code, with one or two arguments. */
  apply(code: number, x: number, y: number): number;
}

/** log10 of the smallest size at which no digits are lost to underflow. */
export const leastSize = -290;

function numbers(digits: number, error: number): Numbers {
  return {
    digits,
    literal: (value) => (isShort(value) ? value : value * (1 + error * noise(value, 0))),
    apply(code, x, y) {
      const value = operationAt(code).value?.(x, y) ?? Number.NaN;
      const isExact = (code <= POWER || operationAt(code).hasBranches === true) && isShort(value);
      return isExact ? value : value * (1 + error * noise(x + 0.7 * y, code));
    },
  };
}

export const fine = numbers(15.5, 0);
export const coarse = numbers(11, 2 ** -38);

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

/** `isAbsorbed`: part of what it is computed from hardly changed it (x + 1e-17, tanh(40)), so it says little of a formula. */
export interface Value {
  readonly value: number;
  /** log10 of its size, NaN where it is not defined. */
  readonly size: number;
  readonly isAbsorbed: boolean;
}

/** A value as far as it is known: what is fine where both evaluations have a value. Sizes and errors are log10. */
export interface Measure extends Value {
  readonly state: "known" | "unknown" | "undefined";
  readonly error: number;
}

export function measure(exact: Value, rough: Value): Measure {
  const [size, other] = [exact.size, rough.size];
  const rest = { ...exact, error: Number.POSITIVE_INFINITY };
  if (Number.isNaN(size) && Number.isNaN(other)) return { ...rest, state: "undefined" };
  if (!(size < Number.POSITIVE_INFINITY && other < Number.POSITIVE_INFINITY)) return { ...rest, state: "unknown" };
  const gap = Math.log10(Math.abs(exact.value - rough.value)) - (fine.digits - coarse.digits) / 2;
  return { ...rest, state: "known", error: Math.max(gap, size - fine.digits + 1) };
}

/** Relative differences below 10 to this may be an error that two evaluations happen to share. */
const slight = -6;

/** Values that agree to so much of all digits are equal. */
const resolution = 0.6;

/** Two known values. */
export function compareMeasures(left: Measure, right: Measure): "agree" | "different" | "slightly" | "unclear" {
  const difference = Math.log10(Math.abs(left.value - right.value));
  const [size, error] = [Math.max(left.size, right.size), Math.max(left.error, right.error)];
  if (difference > error + 1) return difference > size + slight ? "different" : "slightly";
  if (difference > error + 0.3 || left.isAbsorbed || right.isAbsorbed) return "unclear";
  // Both are zero as far as can be seen: then the error must be small beside what they are made of.
  const isZero = error > size - resolution * fine.digits;
  return !isZero ||
    (difference === Number.NEGATIVE_INFINITY && size === difference) ||
    error < -resolution * fine.digits
    ? "agree"
    : "unclear";
}
