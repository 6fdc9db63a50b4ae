/** Leaves of an equation its right-hand side: students write `dz/dW = …`; knows no grammar beyond that. */

import { ReadingError } from "./readingError.ts";
import type { Token } from "./tokens.ts";

const namesOnly: ReadonlySet<Token["kind"]> = new Set([
  ...(["word", "atom", "index", "prime", "partial", "fraction", "open", "close", "raised", "number"] as const),
  ...(["bar", "comma"] as const),
]);

/**
 * `tokens` without a left-hand side that only names something (`z' =`, `\frac{dz}{dW} =`, `f(x) =`).
 * Throws a ReadingError for a second `=` and for a left-hand side that computes.
 */
export function rightHandSide(tokens: readonly Token[]): readonly Token[] {
  const signs = tokens.filter(({ kind }) => kind === "equals");
  const [first, second] = signs;
  if (!first) return tokens;
  if (second) throw new ReadingError("expression.several-equals", second.span, { count: signs.length });
  const at = tokens.indexOf(first);
  let depth = 0;
  for (const token of tokens.slice(0, at)) {
    if (token.kind === "open") depth++;
    if (token.kind === "close") depth--;
    const names = namesOnly.has(token.kind) || token.text === "/" || token.text === "^";
    if (!names) throw new ReadingError("expression.equation", first.span);
  }
  if (depth !== 0) throw new ReadingError("expression.equation", first.span);
  return tokens.slice(at + 1);
}
