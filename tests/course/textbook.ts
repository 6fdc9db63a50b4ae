/** The same statistics by other routes: differences of pairs. Slow on purpose. */

type Marks = readonly (readonly number[])[];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const column = (rows: Marks, index: number) => rows.map((row) => row[index] ?? 0);
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** Σ over pairs (xᵢ − xⱼ)(yᵢ − yⱼ) / (n (n − 1)): the sample covariance without any mean. */
function covariance(xs: readonly number[], ys: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < xs.length; i++) {
    for (let j = 0; j < i; j++) total += ((xs[i] ?? 0) - (xs[j] ?? 0)) * ((ys[i] ?? 0) - (ys[j] ?? 0));
  }
  return total / (xs.length * (xs.length - 1));
}

export function testFigures(rows: Marks) {
  const totals = rows.map(sum);
  const n = totals.length;
  const items = rows[0]?.length ?? 0;
  const variance = covariance(totals, totals);
  const deviation = Math.sqrt(variance);
  const mean = sum(totals) / n;
  const itemVariance = sum(
    Array.from({ length: items }, (_, index) => covariance(column(rows, index), column(rows, index))),
  );
  const consistency = variance > 0 ? orNull(((100 * items) / (items - 1)) * (1 - itemVariance / variance)) : null;
  return {
    mean,
    median: middle(totals),
    standardDeviation: n < 2 ? null : deviation,
    internalConsistency: consistency,
  };
}

/** The value that has as many below as above, tried out. */
function middle(values: readonly number[]): number {
  const rest = [...values].sort((a, b) => a - b);
  while (rest.length > 2) {
    rest.shift();
    rest.pop();
  }
  return sum(rest) / rest.length;
}

export function itemFigures(rows: Marks, index: number) {
  const item = column(rows, index);
  const rest = rows.map((row) => sum(row) - (row[index] ?? 0));
  const scale = Math.sqrt(covariance(item, item) * covariance(rest, rest));
  return {
    mean: sum(item) / item.length,
    discriminationIndex: scale > 0 ? (100 * covariance(item, rest)) / scale : null,
  };
}
