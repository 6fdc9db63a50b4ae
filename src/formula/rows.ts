/** Rows of operands and operators: where a product without a sign could be read otherwise; knows no text. */

import type { Span, Syntax } from "../engine/syntax.ts";
import { type Item, type Operator, readRow } from "./grammar.ts";

/** A product that is not written. */
export const times: Operator = { kind: "operator", text: "*", implicit: true };
/** A power that is written by raised digits. */
export const raise: Operator = { kind: "operator", text: "^", implicit: false };

export function isOperator(item: Item | undefined, text?: Operator["text"]): item is Operator {
  return item?.kind === "operator" && (text === undefined || item.text === text);
}

export interface Row {
  readonly syntax: Syntax;
  /** Where a product without a sign stands behind a division, if one does. */
  readonly ambiguous: Span | undefined;
}

/** The formula of a row. In the `other` reading, products without a sign behind a division are one divisor. */
export function combine(items: readonly Item[], other: boolean): Row {
  const row: Item[] = [];
  let ambiguous: Span | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    row.push(item);
    if (!isOperator(item, "/")) continue;
    const end = endOfProduct(items, i + 1);
    const divisor = items.slice(i + 1, end);
    if (!divisor.includes(times) || isNumericFraction(items, i)) continue;
    ambiguous ??= item.span;
    if (!other) continue;
    row.push(readRow(divisor));
    i = end - 1;
  }
  return { syntax: readRow(row), ambiguous };
}

/** The end of the factors from `start` on that are joined without a sign. */
function endOfProduct(items: readonly Item[], start: number): number {
  let at = start;
  while (at < items.length) {
    while (isOperator(items[at])) at++;
    at++;
    if (items[at] !== times && !isOperator(items[at], "^")) break;
  }
  return at;
}

/** `1/2 V`: a number over a number is a coefficient, so nobody reads 1/(2V). */
function isNumericFraction(items: readonly Item[], slash: number): boolean {
  const [before, above, below, after] = [-2, -1, 1, 2].map((offset) => items[slash + offset]);
  if (above?.kind !== "number" || below?.kind !== "number") return false;
  return after === times && (before === undefined || (isOperator(before) && before.text !== "^"));
}
