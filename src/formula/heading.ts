/** What people write in front of a formula (`dz/dW =`, `z' =`, `y2 =`): which quantity or derivative it says follows. */

import { canonicalName, knownName } from "../engine/names.ts";
import type { Syntax } from "../engine/syntax.ts";
import { endOfDerivative, isGroup, isHeading } from "./derivative.ts";
import { call, number, product } from "./grammar.ts";
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

/** What reading a heading needs from the reading of formulas. */
export interface Context {
  /** Names of the model's quantities. */
  readonly names: ReadonlySet<string>;
  /** The formula that tokens are, if they are one; `loosely`: with any word as a name, and all factors of a divisor. */
  readonly formula: (tokens: Tokens, loosely?: boolean) => Syntax | undefined;
  /** Tokens as they stand in the text, safe to display. */
  readonly quote: (tokens: Tokens) => string;
}

type Found = Omit<Heading, "written" | "inside">;

/** The heading that `tokens` are; undefined for a label that says nothing about the model (`grad`, `f(x)`). */
export function readHeading(tokens: Tokens, context: Context): Heading | undefined {
  const found = readDerivative(tokens, context) ?? readQuantity(tokens, context);
  return found === "label" ? undefined : { ...(found ?? { order: 0 }), written: context.quote(tokens) };
}

/** The derivative that `tokens` are as a whole, if they are one. */
export function readWholeDerivative(tokens: Tokens, context: Context): Heading | undefined {
  const found = readDerivative(tokens, context);
  return found && { ...found, written: context.quote(tokens) };
}

/** What a side that computes with derivatives says: `of` and `wrt` are those of the first. */
export function derivativeInside(tokens: Tokens, context: Context): Heading {
  const ends = tokens.map((_, at) => endOfDerivative(tokens, at));
  const start = ends.findIndex((end) => end !== undefined);
  const first = start < 0 ? undefined : readDerivative(tokens.slice(start, ends[start]), context);
  const count = tokens.filter(({ kind }, at) => kind === "prime" || ends[at] !== undefined).length;
  const isSum = tokens.slice(1).some(({ kind, text }) => kind === "operator" && (text === "+" || text === "-"));
  return { ...first, order: 1, inside: isSum || count > 1 ? "among" : "alone", written: context.quote(tokens) };
}

/** `dz/dW`, `d²z/dW²`, `d/dW (y1*y2)`, `dz(W)/dW`: a quotient of two differentials. */
function readDerivative(tokens: Tokens, { names, formula }: Context): Found | undefined {
  if (!isHeading(isGroup(tokens) ? tokens.slice(1, -1) : tokens)) return undefined;
  const [quotient, ...behind] = partsOf(formula(tokens, true), "multiply");
  const [above, below] = partsOf(quotient, "divide").map((part) => differentialOf(part));
  if (!above || !below) return undefined;
  const { order } = above;
  const [base, power] = withoutPower(below.of[0]);
  const name = nameOf(base, names);
  const rest = [...below.of.slice(1), ...behind];
  if (name === undefined || power !== order) return undefined;
  if (above.of.length === 0 && rest.length === 0) return { wrt: name, order };
  if (above.of.length === 0) return { ...operandOf(rest, name, names), wrt: name, order };
  if (!isArgument(rest, name, names)) return undefined;
  const operand = operandOf(above.of, name, names);
  return operand && { ...operand, wrt: name, order };
}

/** `dz`, `∂z`, `d²z`, `d(y1*y2)`: how often and what is differentiated. */
function differentialOf(syntax: Syntax): { readonly order: number; readonly of: readonly Syntax[] } | undefined {
  const [first, ...of] = partsOf(syntax, "multiply");
  const [sign, order] = withoutPower(first);
  if (sign?.kind !== "name") return undefined;
  if (/^(?:d|∂|delta)$/.test(sign.name)) return { order, of };
  if (!/^d[A-Za-z]/.test(sign.name)) return undefined;
  const joined: Syntax = { kind: "name", name: sign.name.slice(1) };
  return { order: 1, of: [order === 1 ? joined : call("power", joined, number(order)), ...of] };
}

/** What is differentiated: a quantity, perhaps with what it depends on (`z(W)`), or a formula of known quantities. */
function operandOf(
  factors: readonly Syntax[],
  wrt: string,
  names: ReadonlySet<string>,
): Pick<Found, "of" | "formula"> | undefined {
  const whole = product(factors);
  const of = nameOf(whole, names) ?? (isArgument(factors.slice(1), wrt, names) ? nameOf(factors[0], names) : undefined);
  if (of !== undefined) return { of };
  return isKnown(whole, names) ? { formula: whole } : undefined;
}

/** Nothing, `(W)` or `(1)`: what a function depends on, or the number of an equation. */
function isArgument([first, ...others]: readonly Syntax[], wrt: string, names: ReadonlySet<string>): boolean {
  return others.length === 0 && (first === undefined || first.kind === "constant" || nameOf(first, names) === wrt);
}

function isKnown(syntax: Syntax, names: ReadonlySet<string>): boolean {
  if (syntax.kind === "call") return syntax.args.every((arg) => isKnown(arg, names));
  return syntax.kind === "constant" || names.has(syntax.name);
}

/** The arguments of an operation if `syntax` is one, else `syntax` alone. */
function partsOf(syntax: Syntax | undefined, operation: "multiply" | "divide"): readonly Syntax[] {
  if (!syntax) return [];
  return syntax.kind === "call" && syntax.operation === operation ? syntax.args : [syntax];
}

function withoutPower(syntax: Syntax | undefined): readonly [Syntax | undefined, number] {
  if (syntax?.kind !== "call" || syntax.operation !== "power") return [syntax, 1];
  const [base, exponent] = syntax.args;
  return exponent?.kind === "constant" ? [base, exponent.value] : [syntax, 1];
}

/** A quantity, perhaps with primes behind it; a label if it is none of the model. */
function readQuantity(tokens: Tokens, { names, formula }: Context): Found | undefined | "label" {
  const primes = tokens.filter(({ kind }) => kind === "prime").length;
  const first = primes > 0 ? tokens.findIndex(({ kind }) => kind === "prime") : tokens.length;
  const behind = tokens.slice(first + primes);
  if (behind.length > 0 && behind[0]?.text !== "(") return undefined;
  const of = nameOf(formula(tokens.slice(0, first), true), names);
  const isPlain = tokens.every(({ kind }) => !notInLabels.has(kind)) && tokens[0]?.kind !== "digits";
  if (of === undefined || !names.has(of))
    return isPlain && (primes === 1 || (primes === 0 && !formula(tokens))) ? "label" : undefined;
  const wrt = nameOf(formula(behind, true), names);
  return { of, order: primes, ...(wrt !== undefined && names.has(wrt) && { wrt }) };
}

const notInLabels: ReadonlySet<Token["kind"]> = new Set(["fraction", "over", "raised", "root", "operator"]);

/** The quantity that a name stands for (`h(1)` is h1), also in small letters for capitals; an unknown one as it is. */
function nameOf(syntax: Syntax | undefined, names: ReadonlySet<string>): string | undefined {
  const [word, index, ...others] = partsOf(syntax, "multiply");
  if (word?.kind !== "name" || word.index || others.length > 0 || (index && index.kind !== "constant"))
    return undefined;
  const name = index ? canonicalName(`${word.name}(${index.text})`) : word.name;
  if (name === undefined) return undefined;
  const similar = [...names].filter((known) => known.toLowerCase() === name.toLowerCase());
  return knownName(name, names) ?? (similar.length === 1 ? similar[0] : name);
}
