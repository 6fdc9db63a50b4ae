/** Parts an equation at its equals signs: `dz/dW = …`, whole calculations. */

import type { Syntax } from "../engine/syntax.ts";
import { ReadingError, unreadable } from "./errors.ts";
import { type Context, type Heading, readHeading, readStep } from "./heading.ts";
import type { Token, TokenKind } from "./token.ts";

type Tokens = readonly Token[];

const computing: ReadonlySet<TokenKind> = new Set(["operator", "equals", "root", "annotated"]);
const words: ReadonlySet<TokenKind> = new Set(["name", "unknown", "function", "constant", "partial"]);

export function isEquals({ kind }: Token): boolean {
  return kind === "equals";
}

/** Whether a token can be part of what only names something. */
export function isInLabel({ kind, text }: Token): boolean {
  return !computing.has(kind) || text === "/" || text === "^";
}

/** A longer calculation is no answer to one question; each side costs a comparison. */
const mostSides = 20;

interface Sides {
  /** What only names something (`z'`, `\frac{dz}{dW}`, `f(x)`); empty if nothing does. */
  readonly label: Tokens;
  /** What was computed on the way to the result, from first to last. */
  readonly steps: readonly Tokens[];
  readonly result: Tokens;
  /** The first equals sign. */
  readonly sign?: Token;
}

/**
 * The sides of an equation. Refuses a `=` within brackets, and unless the answer is `worked` a second `=` and a left-hand
 * side that computes.
 */
export function sidesOf(tokens: Tokens, worked: boolean): Sides {
  const signs = tokens.flatMap(({ kind }, at) => (kind === "equals" ? [at] : []));
  const [sign, second] = signs.map((at) => tokens[at] as Token);
  if (!sign) return { label: [], steps: [], result: tokens };
  if (second && (!worked || signs.length >= mostSides)) throw unreadable("expression.equation", second);
  const sides = [-1, ...signs].map((cut, i) => tokens.slice(cut + 1, signs[i]));
  const open = sides.slice(0, -1).findIndex((side) => !isClosed(side));
  if (open >= 0) throw unreadable("expression.equation", tokens[signs[open] as number] as Token);
  const [left = [], ...rest] = sides;
  const isLabel = left.every(isInLabel);
  const isNumber = left.length > 0 && !left.some(({ kind }) => words.has(kind));
  if (worked ? isNumber : !isLabel) throw unreadable("expression.equation", sign);
  const result = rest.pop() ?? [];
  return { label: isLabel ? left : [], steps: isLabel ? rest : [left, ...rest], sign, result };
}

/** Whether every bracket is closed. */
function isClosed(tokens: Tokens): boolean {
  let depth = 0;
  for (const { kind } of tokens) {
    if (kind === "open") depth++;
    if (kind === "close") depth--;
  }
  return depth === 0;
}

/** What stands before the result of a calculation. */
interface Steps {
  /** Complete formulas; one that can be read in two ways is left out. */
  readonly formulas: readonly Syntax[];
  /** Derivatives by themselves, the heading first. */
  readonly headings: readonly Heading[];
}

/**
 * Reads the sides before the result; what is no formula yet counts for nothing. A single left-hand side that is neither
 * a formula nor on the way to one is refused.
 */
export function readSteps(
  { label, steps, sign }: Sides,
  read: (tokens: Tokens) => { readonly syntax: Syntax; readonly ambiguous?: Syntax },
  context: Context,
): Steps {
  const formulas: Syntax[] = [];
  const headings = [label.length > 0 ? readHeading(label, context) : undefined];
  for (const [i, tokens] of steps.entries()) {
    try {
      const { syntax, ambiguous } = read(tokens);
      if (!ambiguous) formulas.push(syntax);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      const isUnfinished = error.code === "expression.unfinished-derivative";
      if (sign && steps.length === 1 && label.length === 0 && !isUnfinished)
        throw unreadable("expression.equation", sign);
      headings.push(readStep(tokens, i === 0 && label.length === 0 && isUnfinished, context));
    }
  }
  return { formulas, headings: headings.filter((heading) => heading !== undefined) };
}
