/** The order in which people expect names, `ex2` before `ex10`, the same in every locale. */

/** Compares digits by value and everything else by code unit; 0 only for equal strings. */
export function byNaturalOrder(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (!isDigit(a, i) || !isDigit(b, j)) {
      const order = a.charCodeAt(i++) - b.charCodeAt(j++);
      if (order !== 0) return order;
      continue;
    }
    [i, j] = [withoutZeros(a, i), withoutZeros(b, j)];
    let first = 0;
    for (; isDigit(a, i) && isDigit(b, j); i++, j++) first ||= a.charCodeAt(i) - b.charCodeAt(j);
    // Without leading zeros a longer number is a greater one, however long it is.
    const order = Number(isDigit(a, i)) - Number(isDigit(b, j)) || first;
    if (order !== 0) return order;
  }
  // One is the other's beginning, or they differ in leading zeros only.
  return a.length - i - (b.length - j) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The index of the first digit that is no leading zero, or of the end of the digits. */
function withoutZeros(text: string, start: number): number {
  let index = start;
  while (text[index] === "0") index++;
  return index;
}

/** False behind the end. */
function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}
