/** Cuts an equation at its signs: students write `dz/dW = …` and whole calculations; knows no grammar beyond that. */

import { ReadingError } from "./readingError.ts";
import type { Token } from "./token.ts";

const namesOnly: ReadonlySet<Token["kind"]> = new Set([
  ...(["word", "atom", "index", "prime", "partial", "fraction", "over", "open", "close", "raised", "number"] as const),
  ...(["bar", "comma", "nabla"] as const),
]);
const wordKinds: ReadonlySet<Token["kind"]> = new Set(["word", "atom", "partial"]);

/** Whether these tokens can do no more than name something. */
export function isLabel(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind, text }) => namesOnly.has(kind) || text === "/" || text === "^");
}

/** A longer calculation is no answer to one question; each side costs a comparison. */
const mostSides = 20;

export interface Sides {
  /** What only names something (`z'`, `\frac{dz}{dW}`, `f(x)`); empty if nothing does. */
  readonly heading: readonly Token[];
  /** What was computed on the way to the result, from first to last. */
  readonly steps: readonly (readonly Token[])[];
  /** The first of the signs. */
  readonly sign?: Token;
  readonly result: readonly Token[];
}

/**
 * The sides of an equation. Throws a ReadingError for a `=` within brackets, and unless the answer is `worked` for a
 * second `=` and for a left-hand side that computes.
 */
export function sidesOf(tokens: readonly Token[], worked: boolean): Sides {
  const signs = tokens.filter(({ kind }) => kind === "equals");
  const [sign, second] = signs;
  if (!sign) return { heading: [], steps: [], result: tokens };
  if (second && (!worked || signs.length >= mostSides))
    throw new ReadingError("expression.several-equals", second.span, { count: signs.length });
  const cuts = [-1, ...signs.map((found) => tokens.indexOf(found)), tokens.length];
  const sides = cuts.slice(1).map((cut, i) => tokens.slice((cuts[i] as number) + 1, cut));
  for (const [i, side] of sides.slice(0, -1).entries())
    if (!isClosed(side)) throw new ReadingError("expression.equation", (signs[i] as Token).span);
  const [left = [], ...rest] = sides;
  const names = isLabel(left);
  const number = worked && left.length > 0 && !left.some(({ kind }) => wordKinds.has(kind));
  if ((!names && !worked) || number) throw new ReadingError("expression.equation", sign.span);
  const steps = names ? rest.slice(0, -1) : sides.slice(0, -1);
  return { heading: names ? left : [], steps, sign, result: rest.at(-1) ?? [] };
}

/** Whether every bracket within a side is closed there. */
export function isClosed(side: readonly Token[]): boolean {
  let depth = 0;
  for (const { kind } of side) {
    if (kind === "open") depth++;
    if (kind === "close") depth--;
  }
  return depth === 0;
}
