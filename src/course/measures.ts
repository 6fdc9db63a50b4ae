/** The formulas of item analysis on plain lists of numbers. All give null, not NaN. */

/** Null for an empty list, as the other figures are where there are too few values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Of values in ascending order. */
export function median(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Equal up to rounding: a sum of thirds may differ in its last bit, and a variance of 1e-33 is no variance. */
function isConstant(values: readonly number[]): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low <= 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
}

/** Mean of the product of the deviations (divided by n: every use is a ratio or corrects for it). */
function covariance(xs: readonly number[], ys: readonly number[]): number {
  if (isConstant(xs) || isConstant(ys)) return 0;
  const meanX = sum(xs) / xs.length;
  const meanY = sum(ys) / ys.length;
  let total = 0;
  for (const [index, x] of xs.entries()) total += (x - meanX) * ((ys[index] ?? 0) - meanY);
  return total / xs.length;
}

/** With n − 1; null for fewer than two values. */
export function sampleVariance(values: readonly number[]): number | null {
  const n = values.length;
  return n < 2 ? null : (covariance(values, values) * n) / (n - 1);
}

/** Correlation in percent; null where either list does not vary. */
export function discriminationIndex(points: readonly number[], rest: readonly number[]): number | null {
  const scale = Math.sqrt(covariance(points, points) * covariance(rest, rest));
  return scale === 0 ? null : (100 * covariance(points, rest)) / scale;
}
