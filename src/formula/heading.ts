/** What students write in front of a formula (`dz/dW =`, `z' =`, `y2 =`): which quantity or derivative it says follows. */

import { canonicalName, knownName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import { differential, groupEnd, isSign, type Quotient, quotientOf, unwrapped, withoutPower } from "./quotient.ts";
import { isClosed } from "./rightHandSide.ts";
import type { Token } from "./token.ts";

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

type Tokens = readonly Token[];

export interface HeadingReader {
  readonly names: ReadonlySet<string>;
  /** The formula that tokens are, if they are one. */
  readonly formula: (tokens: Tokens) => Syntax | undefined;
  readonly quote: (tokens: Tokens) => string;
}

const longestHeading = 60;
const fraction = /^\\frac\{(.*)\}\{(.*)\}(.*)$/;
const derivative = /^[d∂](?:\^\d+)?[^/^]*\/[d∂][^/]+?(?:\^\d+)?$/;

/** Whether these tokens say that a derivative follows. */
export function isHeading(tokens: Tokens): boolean {
  if (tokens.length === 0 || tokens.length > longestHeading) return false;
  const line = tokens.map(shown).join("");
  return derivative.test(line.replace(fraction, "$1/$2$3").replace(/[()[\]{}]/g, ""));
}

/** The heading that `tokens` are; undefined for a label that says nothing about the model (`grad`, `f(x)`). */
export function readHeading(tokens: Tokens, reader: HeadingReader): Heading | undefined {
  const written = reader.quote(tokens);
  const other = { order: 0, written };
  if (tokens.length > longestHeading) return other;
  const quotient = quotientOf(tokens);
  if (tokens[0]?.kind === "nabla" && !quotient) {
    const by = tokens[1]?.kind === "index" ? canonicalName(tokens[1].text) : undefined;
    const of = quantityOf(tokens.slice(tokens[1]?.kind === "index" ? 2 : 1), reader.names);
    if (of === undefined && by === undefined) return tokens.length > 2 ? other : undefined;
    return { ...(of !== undefined && { of }), ...(by !== undefined && { wrt: by }), order: 1, written };
  }
  const found = quotient ? readDerivative(quotient, reader) : readQuantity(tokens, reader);
  if (found === "label") return undefined;
  return found ? { ...found, written } : other;
}

/** The derivative that `tokens` are as a whole, if they are one. */
export function readWholeDerivative(tokens: Tokens, reader: HeadingReader): Heading | undefined {
  const quotient = tokens.length > longestHeading ? undefined : quotientOf(tokens);
  if (!quotient || !differential(quotient.above) || !differential(quotient.below)) return undefined;
  const isOperator = differential(quotient.above)?.of.length === 0;
  if (quotient.rest.length > 0 && !isOperator && !isArgument(quotient.rest)) return undefined;
  return readHeading(tokens, reader);
}

/** What a side that computes with derivatives says: `of` and `wrt` are those of the first. */
export function derivativeInside(
  tokens: Tokens,
  { of, wrt }: { readonly of?: unknown; readonly wrt?: unknown },
  { quote }: HeadingReader,
): Heading {
  const differentials = tokens.filter((token) => isSign(token) || /^d[A-Za-z]/.test(token.text)).length;
  const derivatives = Math.floor(differentials / 2) + tokens.filter(({ kind }) => kind === "prime").length;
  const isTerm = ({ kind, text }: Token, i: number) =>
    i > 0 && kind === "operator" && (text === "+" || text === "-") && isClosed(tokens.slice(0, i));
  return {
    ...(typeof of === "string" && { of }),
    ...(typeof wrt === "string" && { wrt }),
    ...{ order: 1, written: quote(tokens) },
    inside: derivatives > 1 || tokens.some(isTerm) ? "among" : "alone",
  };
}

type Found = Omit<Heading, "written" | "inside">;

function readDerivative({ above, below, rest }: Quotient, reader: HeadingReader): Found | undefined | "label" {
  const [over, under] = [differential(above), differential(below)];
  if (!over || !under) return undefined;
  const bare = withoutPower(under.of);
  const [plain, power] = [unwrapped(bare.tokens), bare.power];
  // `dz/dh(1)` is by h1, `dz/dW(1)` is the first equation.
  const index = rest.length > 0 ? nameOf([...plain, ...rest], reader.names) : undefined;
  const indexed = index !== undefined && reader.names.has(index);
  const wrt = indexed ? index : nameOf(plain, reader.names);
  if (wrt === undefined || power !== over.order) return undefined;
  const behind = indexed || (over.of.length > 0 && isArgument(rest)) ? [] : rest;
  if (over.of.length === 0 && behind.length === 0) return { wrt, order: over.order };
  if (over.of.length > 0 && behind.length > 0) return undefined;
  const operand = over.of.length > 0 ? over.of : behind;
  const of = quantityOf(operand, reader.names);
  if (of !== undefined) return { of, wrt, order: over.order };
  const formula = reader.formula(operand);
  return formula && { formula, wrt, order: over.order };
}

/** A quantity, perhaps with primes behind it; a label if it is none of the model. */
function readQuantity(tokens: Tokens, reader: HeadingReader): Found | undefined | "label" {
  const primes = tokens.filter(({ kind }) => kind === "prime").length;
  const first = tokens.findIndex(({ kind }) => kind === "prime");
  const behind = tokens.slice(first + primes);
  if (primes > 0 && behind.length > 0 && !isArgument(behind)) return undefined;
  const named = primes > 0 ? tokens.slice(0, first) : tokens;
  const of = quantityOf(named, reader.names);
  const known = of !== undefined && reader.names.has(of);
  if (primes > 0) {
    if (!known) return primes === 1 ? "label" : undefined;
    const by = nameOf(unwrapped(behind), reader.names);
    return { of, order: primes, ...(by !== undefined && reader.names.has(by) && { wrt: by }) };
  }
  if (known) return { of, order: 0 };
  const plain = tokens.every(({ kind, text }) => text !== "/" && text !== "^" && !notInLabels.has(kind));
  const formula = reader.formula(tokens);
  return plain && !formula && tokens[0]?.kind !== "number" ? "label" : undefined;
}

const notInLabels: ReadonlySet<Token["kind"]> = new Set(["fraction", "over", "raised", "root", "operator"]);

/** A name, perhaps applied to what it depends on: `z`, `(z)`, `z(W)`. */
function quantityOf(written: Tokens, names: ReadonlySet<string>): string | undefined {
  const tokens = unwrapped(written);
  const whole = nameOf(tokens, names);
  const open = tokens.findIndex(({ text }) => text === "(");
  if ((whole !== undefined && names.has(whole)) || open < 1 || !isArgument(tokens.slice(open))) return whole;
  return nameOf(tokens.slice(0, open), names);
}

/** `(W)`, `(W, U)`, `(1)`: what a function depends on, or the number of an equation. */
function isArgument(tokens: Tokens): boolean {
  const inside = ["word", "atom", "index", "number", "comma"];
  return (
    tokens.length > 2 &&
    tokens[0]?.text === "(" &&
    groupEnd(tokens, 0) === tokens.length &&
    tokens.slice(1, -1).every(({ kind }) => inside.includes(kind))
  );
}

/** The quantity that a name stands for, also in small letters for capitals; a name of nothing known as it is. */
function nameOf(tokens: Tokens, names: ReadonlySet<string>): string | undefined {
  const allowed = ["word", "atom", "index", "number", "open", "close"];
  const [first] = tokens;
  if ((first?.kind !== "word" && first?.kind !== "atom") || tokens.some(({ kind }) => !allowed.includes(kind)))
    return undefined;
  const name = canonicalName(lineOf(tokens).replace(/[()[\]{}]/g, ""));
  if (name === undefined) return undefined;
  const similar = [...names].filter((known) => known.toLowerCase() === name.toLowerCase());
  return knownName(name, names) ?? (similar.length === 1 ? similar[0] : name);
}

function lineOf(tokens: Tokens): string {
  return tokens.map(shown).join("");
}

function shown({ kind, text }: Token): string {
  switch (kind) {
    case "fraction":
      return "\\frac";
    case "over":
      return "/";
    case "partial":
      return "∂";
    case "raised":
      return `^${text}`;
    case "index":
      return `_${text.replace(/\\[A-Za-z]+|[\s{}]/g, "")}`;
    default:
      return kind === "atom" && text === "delta" ? "∂" : text;
  }
}
