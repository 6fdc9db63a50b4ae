/** Functions that doubles or decimals do not bring along: erf and Φ, and tanh with all digits. */

import type { Decimal } from "decimal.js";

/**
 * `row(x)` with so many digits more that nothing is lost where it is put together from several functions: `lost` says how
 * many a value far below 1 needs beside it. Where that would more than double the digits, the value is too small or too
 * large to be known (infinite): a single function could take seconds.
 */
export function guarded(x: Decimal, row: (x: Decimal) => Decimal, lost: (x: number) => number = () => 0): Decimal {
  if (!x.isFinite() || x.isZero()) return row(x);
  const own = x.constructor as typeof Decimal;
  const more = 2 * Math.abs(x.e) + Math.max(0, lost(x.toNumber()));
  if (more > own.precision) return new own(Number.POSITIVE_INFINITY);
  const precision = 16 * Math.ceil((own.precision + more + 10) / 16);
  const More = known.get(precision) ?? own.clone({ precision });
  known.set(precision, More);
  return new own(row(new More(x))).plus(0);
}

const known = new Map<number, typeof Decimal>();

/** cosh x. Decimals bring a series along that takes for ever where x is large. */
export function preciseCosh(x: Decimal): Decimal {
  return x.exp().plus(x.neg().exp()).div(2);
}

/** (1 − e^−2|x|)/(1 + e^−2|x|) with the sign of x. */
export function preciseTanh(x: Decimal): Decimal {
  const e = x.abs().times(-2).exp();
  return e
    .neg()
    .plus(1)
    .div(e.plus(1))
    .times(x.isNeg() ? -1 : 1);
}

/** erf(x) by its power series, 1 − erfc(x) where that would cancel. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (!(size < 2)) return size >= 2 ? Math.sign(x) * (1 - erfc(size)) : Number.NaN;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc(x) for x ≥ 2 by its continued fraction (Lentz from below: each level converges there). */
function erfc(x: number): number {
  if (x > 40) return 0;
  let tail = 0;
  for (let k = 80; k > 0; k--) tail = k / 2 / (x + tail);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
}

/** How probable it is that a standard normal variable is at most `x`. */
export function normal(x: number): number {
  const z = x / Math.SQRT2;
  return z < -2 ? erfc(-z) / 2 : (1 + erf(z)) / 2;
}

/** erf(x) with all digits: Σ (2x²)ⁿ x / (2n+1)!! · 2/√π · e^−x², all terms of one sign. */
export function preciseErf(x: Decimal): Decimal {
  const own = x.constructor as typeof Decimal;
  // No digits at hand tell it from ±1 any more.
  if (x.abs().gt(Math.sqrt(2.31 * own.precision) + 1)) return new own(x.isNeg() ? -1 : 1);
  const twoSquares = x.times(x).times(2);
  const least = new own(10).pow(-own.precision - 3);
  let term = x;
  let sum = x;
  for (let n = 1; term.abs().gt(sum.abs().times(least)); n++) {
    term = term.times(twoSquares).div(2 * n + 1);
    sum = sum.plus(term);
  }
  return sum.times(2).div(own.acos(-1).sqrt()).times(x.times(x).neg().exp());
}

/** Φ(x), to be computed with `lostByNormal` digits more. */
export function preciseNormal(x: Decimal): Decimal {
  return preciseErf(x.div(x.times(0).plus(2).sqrt()))
    .plus(1)
    .div(2);
}

/** How many digits 1 + erf cancels. */
export function lostByNormal(x: number): number {
  return x < 0 ? x ** 2 / 4 : 0;
}
