/** The formulas of item analysis on plain lists of numbers; those with one result give null, not NaN. */

/** Null for an empty list, as the other figures are where there are too few values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
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

const maxBins = 20;
const binWidths = [0.5, 1, 2, 5];

/**
 * Of points from 0 to `maxPoints`: bins of values with from ≤ value < to, and how many of them have passed. The last bin
 * holds the greatest possible value alone.
 */
export function histogram(values: readonly number[], passed: readonly boolean[], maxPoints: number) {
  const width = binWidth(maxPoints);
  const last = Math.floor(maxPoints / width + 1e-9);
  const bins = Array.from({ length: last + 1 }, (_, index) => ({ from: index * width, count: 0, passed: 0 }));
  for (const [row, value] of values.entries()) {
    const bin = bins[Math.min(last, Math.max(0, Math.floor(value / width + 1e-9)))];
    if (bin === undefined) continue;
    bin.count++;
    if (passed[row] === true) bin.passed++;
  }
  return bins.map((bin) => ({ ...bin, to: bin.from + width }));
}

/** The least of 0.5, 1, 2, 5, 10, 20, 50, … that makes at most 20 bins below full points. */
function binWidth(maxPoints: number): number {
  for (let scale = 1; Number.isFinite(scale); scale *= 10) {
    for (const width of binWidths) {
      if (maxPoints <= maxBins * width * scale) return width * scale;
    }
  }
  return 1;
}
