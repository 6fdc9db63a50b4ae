/** What stands before the result of a calculation: headings (`dz/dW =`, `z' =`, `y2 =`), and the steps that led to it. */

import { canonicalName, knownName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import { isGroup, isSign } from "./derivative.ts";
import { ReadingError, unreadable } from "./errors.ts";
import { isInLabel } from "./statements.ts";
import type { Token, TokenKind } from "./token.ts";

/**
 * A derivative of a quantity or of a formula, a quantity if `wrt` is absent, or if `of` is absent, too, anything else
 * that is not just a label. Names in canonical spelling.
 */
export interface Heading {
  readonly of?: string;
  /** What is differentiated, where it is no name: `d(y1*y2)/dW`. */
  readonly formula?: Syntax;
  readonly wrt?: string;
  /** How often it is differentiated. */
  readonly order: number;
  /** Whether it is only a part of what stands there (`-dz/dW = …`): the only derivative in a product, or one of several. */
  readonly inside?: "alone" | "among";
  /** As it stands in the text, safe to display. */
  readonly written: string;
}

/** What reading a calculation needs from the reading of formulas. */
export interface Context {
  /** Names of the model's quantities. */
  readonly names: ReadonlySet<string>;
  /** One side of an equation. */
  readonly read: (tokens: readonly Token[]) => { readonly syntax: Syntax; readonly ambiguous?: Syntax };
  /** The formula that a text is, if it is one. */
  readonly formula: (text: string) => Syntax | undefined;
  /** Tokens as they stand in the text, safe to display. */
  readonly quote: (tokens: readonly Token[]) => string;
}

/** What a text says that it computes. */
export interface Calculation {
  /** Derivatives and quantities by themselves, in front (`dz/dW = …`) and on the way. */
  readonly headings: readonly Heading[];
  /** The complete formulas before the last side of a worked answer; one that can be read in two ways is left out. */
  readonly steps: readonly Syntax[];
}

/** A longer calculation is no answer to one question; each side costs a comparison. */
const mostSides = 20;
const words: ReadonlySet<TokenKind> = new Set(["name", "unknown", "function", "constant", "partial"]);

/**
 * An equation at its equals signs. Refuses a `=` within brackets, and unless it is `worked` a second `=` and a left-hand
 * side that computes. What is no formula yet counts for nothing, but a single left-hand side must be on the way to one.
 */
export function calculationOf(
  tokens: readonly Token[],
  worked: boolean,
  context: Context,
): Calculation & { readonly result: readonly Token[] } {
  const signs: number[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "open") depth++;
    if (token.kind === "close") depth--;
    if (token.kind !== "equals") continue;
    const isOneTooMany = signs.length > 0 && (!worked || signs.length + 1 >= mostSides);
    if (depth !== 0 || isOneTooMany) throw unreadable("expression.equation", token);
    signs.push(at);
  }
  const sides = [-1, ...signs].map((cut, i) => tokens.slice(cut + 1, signs[i]));
  const result = sides.pop() ?? [];
  const [left = []] = sides;
  const sign = tokens[signs[0] ?? 0] as Token;
  const isLabel = left.every(isInLabel);
  const isNumber = left.length > 0 && !left.some(({ kind }) => words.has(kind));
  if (worked ? isNumber : !isLabel) throw unreadable("expression.equation", sign);
  const headings = [isLabel && left.length > 0 ? readHeading(left, context) : undefined];
  const steps: Syntax[] = [];
  for (const side of isLabel ? sides.slice(1) : sides) {
    try {
      const { syntax, ambiguous } = context.read(side);
      if (!ambiguous) steps.push(syntax);
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      const isUnfinished = error.code === "expression.unfinished-derivative";
      if (side === left && sides.length === 1 && !isUnfinished) throw unreadable("expression.equation", sign);
      headings.push(readStep(side, side === left && isUnfinished, context));
    }
  }
  return { headings: headings.filter((heading) => heading !== undefined), steps, result };
}

type Found = Omit<Heading, "written" | "inside">;

/** The heading that `tokens` are; undefined for a label that says nothing about the model (`grad`, `f(x)`). */
function readHeading(tokens: readonly Token[], context: Context): Heading | undefined {
  const text = plainText(tokens);
  const found = readDerivative(text, context) ?? readQuantity(text, context);
  return found === "label" ? undefined : { ...(found ?? { order: 0 }), written: context.quote(tokens) };
}

/** What a side says that is no formula yet: the derivative that it is, or if it `counts`, those that it computes with. */
function readStep(tokens: readonly Token[], counts: boolean, context: Context): Heading | undefined {
  const text = plainText(tokens);
  const written = context.quote(tokens);
  const whole = readDerivative(text, context);
  if (whole || !counts) return whole && { ...whole, written };
  const [first, ...others] = text.match(/d (?:\w+ )?\/ d \w+|'/g) ?? [];
  const isAmong = others.length > 0 || /\S [-+] /.test(text);
  return { ...readDerivative(first ?? "", context), order: 1, inside: isAmong ? "among" : "alone", written };
}

/** Tokens with blanks between them and without braces: `d z / d W`, `d ^ 2 z / d W ^ 2`, `z ' ( W )`. */
function plainText(tokens: readonly Token[]): string {
  const inner = isGroup(tokens) ? tokens.slice(1, -1) : tokens;
  const texts = inner.map((token) => {
    if (token.kind === "fraction") return "";
    if (token.kind === "over") return "/";
    if (token.kind === "raised") return `^ ${token.text}`;
    return isSign(token) ? "d" : token.text.replace(/^d(?=[A-Za-z])/, token.kind === "unknown" ? "d " : "d");
  });
  return texts.join(" ").replace(/\} \{/g, "/").replace(/[{}]/g, "").replace(/\s+/g, " ").trim();
}

const derivative = /^d (?:\^ (\d) )?(.*?) ?\/ d (\w+)(?: \^ (\d))?(?: (.+))?$/;

function readDerivative(text: string, context: Context): Found | undefined {
  const [whole, power = "1", above = "", below = "", same = "1", rest = ""] = derivative.exec(text) ?? [];
  const wrt = nameOf(below, context);
  if (whole === undefined || wrt === undefined || power !== same) return undefined;
  const said = { wrt, order: Number(power) };
  if (above === "" && rest === "") return said;
  if (above !== "" && !isArgument(rest, wrt, context)) return undefined;
  const operand = above || rest;
  const [, name = "", argument = ""] = /^(\w+) (\( \w+ \))$/.exec(operand) ?? [];
  const of = nameOf(operand, context) ?? (isArgument(argument, wrt, context) ? nameOf(name, context) : undefined);
  if (of !== undefined) return { ...said, of };
  const formula = context.formula(operand);
  return formula && { ...said, formula };
}

/** Nothing, `( W )` or `( 1 )`: what a function depends on, or the number of an equation. */
function isArgument(text: string, wrt: string, context: Context): boolean {
  const [, inner = ""] = /^\( (\w+) \)$/.exec(text) ?? [];
  return text === "" || /^\d+$/.test(inner) || nameOf(inner, context) === wrt;
}

/** A quantity, perhaps with primes behind it; a label if it is none of the model. */
function readQuantity(text: string, context: Context): Found | undefined | "label" {
  const [, name = "", primes = "", argument = ""] = /^(.*?)((?: ')*)(?: \( (\w+) \))?$/.exec(text) ?? [];
  const known = [nameOf(text, context), nameOf(name, context)].find((one) => context.names.has(one ?? ""));
  const order = primes.length / 2;
  const isPlain = !/[-+*/^√|]|^\d|^sqrt/.test(text);
  if (known === undefined)
    return isPlain && (order === 1 || (order === 0 && !context.formula(text))) ? "label" : undefined;
  const wrt = nameOf(argument, context);
  return { of: known, order, ...(wrt !== undefined && context.names.has(wrt) && { wrt }) };
}

/** The quantity that a name stands for (`h ( 1 )` is h1), also in small letters for capitals; an unknown one as it is. */
function nameOf(text: string, { names }: Context): string | undefined {
  const [, word = ""] = /^\(? ?(\w+(?: \( \w+ \))?)(?: \))?$/.exec(text) ?? [];
  const name = canonicalName(word);
  if (name === undefined) return undefined;
  const similar = [...names].filter((known) => known.toLowerCase() === name.toLowerCase());
  return knownName(name, names) ?? (similar.length === 1 ? similar[0] : name);
}
