/** The order in which people expect names, `ex2` before `ex10`, the same in every locale. */

import { compareText } from "./order.ts";

/** Compares numbers by value and everything else by code unit; 0 only for equal strings. */
export function byNaturalOrder(a: string, b: string): number {
  const [parts, others] = [partsOf(a), partsOf(b)];
  for (const [index, part] of parts.entries()) {
    const other = others[index] ?? "";
    // Every second part is a number; without leading zeros the longer one is greater.
    const order = (index % 2 === 1 && part.length - other.length) || compareText(part, other);
    if (order !== 0) return order;
  }
  return parts.length - others.length || compareText(a, b);
}

/** `a02b` → `a0`, `2`, `b`: texts that a number follows end in 0, so that they come where digits do. */
function partsOf(text: string): string[] {
  const parts = text.split(/0*(\d+)/);
  return parts.map((part, index) => (index % 2 === 0 && index < parts.length - 1 ? `${part}0` : part));
}
