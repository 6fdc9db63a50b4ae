/**
 * Elementary functions of floating-point numbers of any precision, in fixed point on BigInt. Knows numbers only: no
 * operations table, no error bounds. Results are right to within a few units of the last of the asked-for bits.
 */

import {
  add,
  type Big,
  big,
  compare,
  divide,
  fromNumber,
  hasValue,
  infinite,
  isUndefined,
  multiply,
  nan,
  negate,
  one,
  rounded,
  scale,
  shifted,
  subtract,
  toNumber,
  top,
  zero,
} from "./bigFloat.ts";

/** `x` as an integer multiple of 2^-places. */
function fixed(x: Big, places: number): bigint {
  return shifted(x.mantissa, x.exponent + places);
}

/** Computes a constant once for the most places asked for so far. */
function constant(compute: (places: number) => bigint): (places: number) => bigint {
  let known = 0n;
  let to = 0;
  return (places) => {
    if (places > to) {
      to = places + 64;
      known = compute(to);
    }
    return known >> BigInt(to - places);
  };
}

/** Σ ±1/((2k+1)·n^(2k+1)): atan(1/n), or atanh(1/n) with all terms positive. */
function arcSeries(n: bigint, places: number, alternating: boolean): bigint {
  let power = (1n << BigInt(places)) / n;
  let total = power;
  for (let k = 3n, odd = true; power !== 0n; k += 2n, odd = !odd) {
    power /= n * n;
    total += (alternating && odd ? -power : power) / k;
  }
  return total;
}

// Machin: π/4 = 4·atan(1/5) − atan(1/239); ln 2 = 18·atanh(1/26) − 2·atanh(1/4801) + 8·atanh(1/8749).
const fixedPi = constant((places) => {
  const p = places + 16;
  return (4n * (4n * arcSeries(5n, p, true) - arcSeries(239n, p, true))) >> 16n;
});
const fixedLn2 = constant((places) => {
  const p = places + 16;
  return (18n * arcSeries(26n, p, false) - 2n * arcSeries(4801n, p, false) + 8n * arcSeries(8749n, p, false)) >> 16n;
});

export function pi(bits: number): Big {
  return rounded(fixedPi(bits + 8), -(bits + 8), bits);
}

export function exp(x: Big, bits: number): Big {
  if (!hasValue(x)) return isUndefined(x) ? nan : x.mantissa > 0n ? infinite : zero;
  const size = top(x);
  if (size > 40) return x.mantissa > 0n ? infinite : zero;
  if (size < -bits - 2) return one;
  const halvings = 4 + Math.floor(Math.sqrt(bits) / 2);
  const places = bits + 24 + 2 * halvings + Math.max(0, size);
  const ln2 = fixedLn2(places);
  const value = fixed(x, places);
  const doublings = value / ln2;
  const reduced = (value - doublings * ln2) >> BigInt(halvings);
  // e^r − 1, so that squaring does not lose what the 1 would hide.
  let term = reduced;
  let sum = reduced;
  for (let k = 2n; term !== 0n && term !== -1n; k++) {
    term = ((term * reduced) >> BigInt(places)) / k;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = 2n * sum + ((sum * sum) >> BigInt(places));
  return rounded(sum + (1n << BigInt(places)), Number(doublings) - places, bits);
}

export function log(x: Big, bits: number): Big {
  if (isUndefined(x) || x.mantissa < 0n) return nan;
  if (x.mantissa === 0n) return negate(infinite);
  if (!hasValue(x)) return x;
  const difference = subtract(x, one, bits);
  if (difference.mantissa === 0n && compare(x, one) === 0) return zero;
  // The nearer to 1, the more places the small result needs.
  const places = bits + 16 + Math.max(0, -top(difference));
  let twos = top(x);
  let reduced: Big = { mantissa: x.mantissa, exponent: x.exponent - twos };
  if (toNumber(reduced) < Math.SQRT1_2) {
    twos--;
    reduced = { mantissa: reduced.mantissa, exponent: reduced.exponent + 1 };
  }
  let y = fromNumber(Math.log(toNumber(reduced)));
  // Halley: each step triples the number of right bits, of which a double has about 50.
  for (let right = 48; right < places; right *= 3) {
    const e = exp(y, places + 8);
    const step = divide(subtract(reduced, e, places + 8), add(reduced, e, places + 8), places + 8);
    y = add(y, scale(step, 1), places + 8);
  }
  const power = multiply(big(BigInt(twos)), { mantissa: fixedLn2(places + 48), exponent: -(places + 48) }, places + 48);
  return add(y, power, bits);
}

/** Sine and cosine; undefined beyond 2^120, where no formula means anything. */
export function sinCos(x: Big, bits: number): { readonly sin: Big; readonly cos: Big } {
  const size = top(x);
  if (!hasValue(x) || size > 120) return { sin: nan, cos: nan };
  if (x.mantissa === 0n || size < -bits - 2) return { sin: x, cos: one };
  const places = bits + 80 + Math.max(0, size) + Math.max(0, -size);
  const half = fixedPi(places) >> 1n;
  const value = fixed(x, places);
  let quarter = value / half;
  let reduced = value - quarter * half;
  // Into [−π/4, π/4].
  if (2n * reduced > half) {
    reduced -= half;
    quarter++;
  } else if (2n * reduced < -half) {
    reduced += half;
    quarter--;
  }
  const unit = 1n << BigInt(places);
  let [sine, cosine, term] = [0n, 0n, unit];
  for (let k = 0n; term !== 0n && term !== -1n; ) {
    cosine += k % 4n === 0n ? term : -term;
    term = ((term * reduced) >> BigInt(places)) / (k + 1n);
    sine += k % 4n === 0n ? term : -term;
    term = ((term * reduced) >> BigInt(places)) / (k + 2n);
    k += 2n;
  }
  const turns = Number(((quarter % 4n) + 4n) % 4n);
  const [s, c] = [
    [sine, cosine],
    [cosine, -sine],
    [-sine, -cosine],
    [-cosine, sine],
  ][turns] as [bigint, bigint];
  return { sin: rounded(s, -places, bits), cos: rounded(c, -places, bits) };
}

export function atan(x: Big, bits: number): Big {
  if (isUndefined(x) || x.mantissa === 0n) return x;
  const size = top(x);
  if (size > bits + 4) return x.mantissa > 0n ? scale(pi(bits), -1) : negate(scale(pi(bits), -1));
  if (2 * size < -bits - 2) return rounded(x.mantissa, x.exponent, bits);
  const working = bits + 16 + Math.max(0, -size);
  let y = size < -900 ? x : fromNumber(Math.atan(toNumber(x)));
  // tan(θ − y) = (x·cos y − sin y)/(cos y + x·sin y): each step has five times as many right bits.
  for (let right = 48; right < working; right *= 4) {
    const { sin, cos } = sinCos(y, working);
    const d = divide(
      subtract(multiply(x, cos, working), sin, working),
      add(cos, multiply(x, sin, working), working),
      working,
    );
    const cubed = divide(multiply(d, multiply(d, d, working), working), big(3n), working);
    y = add(y, subtract(d, cubed, working), working);
  }
  return rounded(y.mantissa, y.exponent, bits);
}
