/** Functions that doubles do not bring along: erf and Φ. */

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
