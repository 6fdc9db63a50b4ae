/** The order in which people expect names: `ex2` before `ex10`; knows only strings, and no locale, so it is the same everywhere. */

const runs = /\d+|\D+/g;

/** Compares digits by value and everything else by code unit; 0 only for equal strings. */
export function byNaturalOrder(a: string, b: string): number {
  const left = a.match(runs) ?? [];
  const right = b.match(runs) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareRuns(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length || compare(a, b);
}

function compareRuns(a: string, b: string): number {
  if (!startsWithDigit(a) || !startsWithDigit(b)) return compare(a, b);
  // Without leading zeros a longer number is a greater one, however long it is.
  const x = a.replace(/^0+/, "");
  const y = b.replace(/^0+/, "");
  return x.length - y.length || compare(x, y);
}

function startsWithDigit(run: string): boolean {
  return run >= "0" && run < ":";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
