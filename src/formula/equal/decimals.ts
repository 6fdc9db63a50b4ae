/** Numbers with more digits than doubles: decimal.js, which is mathjs's BigNumber. */

import { Decimal } from "decimal.js";
import { operationAt } from "../../engine/operations/table.ts";
import type { Arithmetic } from "./arithmetic.ts";

const made = new Map<number, Arithmetic<Decimal>>();

/** Numbers with `digits` decimal digits. */
export function decimals(digits: number): Arithmetic<Decimal> {
  let arithmetic = made.get(digits);
  if (arithmetic === undefined) {
    arithmetic = make(digits);
    made.set(digits, arithmetic);
  }
  return arithmetic;
}

function make(digits: number): Arithmetic<Decimal> {
  const Digits = Decimal.clone({ precision: digits, minE: -1e9, maxE: 1e9 });
  const bits = Math.floor(digits * 3.32);
  const nan = new Digits(Number.NaN);
  return {
    bits,
    get rough() {
      return decimals(12);
    },
    number: (value) => new Digits(value),
    literal: (text) => (text === "pi" ? Digits.acos(-1) : text === "e" ? Digits.exp(1) : new Digits(text).plus(0)),
    apply(code, [a, b]) {
      try {
        return operationAt(code).precise?.(new Digits(a as Decimal), b === undefined ? nan : new Digits(b)) ?? nan;
      } catch {
        // decimal.js knows ln 10 and π to a thousand digits and throws where it takes more.
        return nan;
      }
    },
    add: (a, b) => new Digits(a).plus(b),
    multiply: (a, b) => new Digits(a).times(b),
    absolute: (x) => x.abs(),
    scale: (x, exponent) => new Digits(x).times(new Digits(2).pow(exponent)),
    less: (a, b) => a.lt(b),
    isNaN: (x) => x.isNaN(),
    isFinite: (x) => x.isFinite(),
    isZero: (x) => x.isZero(),
    isTiny: (x) => x.isZero(),
    isShort: (x) => x.isZero() || (x.isFinite() && x.precision() < digits / 2 && Math.abs(x.e) < digits / 4),
    isInteger: (x) => x.isInteger(),
    toNumber: (x) => x.toNumber(),
  };
}
