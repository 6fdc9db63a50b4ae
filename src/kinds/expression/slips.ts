/** Where a wrong formula is wrong: the one sign, number, name or factor, or else the one summand, that is not as it should be. */

import { formulaFunction } from "../../engine/evaluate.ts";
import { splitName } from "../../engine/names.ts";
import { compare } from "../../formula/equal/compare.ts";
import { formulaOf, valueAt } from "../../formula/equal/formula.ts";
import type { Formula, Point } from "../../formula/equal/points.ts";
import type { Side } from "../../formula/parse.ts";
import type { Token } from "../../formula/token.ts";
import type { Message } from "../../messages/message.ts";
import { bracketings, inPlaceOf } from "./brackets.ts";
import { isNear } from "./derived.ts";
import { say } from "./messages.ts";
import { isAllowed } from "./reference.ts";
import { partsOf, type Wrong } from "./terms.ts";

/** Tokens of an answer that a slip sits in. */
export interface Slip {
  readonly tokens: readonly Token[];
  /** With one small change all is right; else nothing may be right in a summand. */
  readonly isSmall: boolean;
  /** What it is, if that is known. */
  readonly message?: Message;
}

/** Longer answers are not searched: each change is read and computed. */
const mostTokens = 100;
/** Names that are tried in place of another. */
const mostNames = 16;

/** What makes the formula right, or the smallest summand without which the rest is the sum of some of the right paths. */
export function findSlip(side: Side, wrong: Wrong): Slip | undefined {
  const { tokens } = side;
  const { reference, probes } = wrong;
  if (tokens.length > mostTokens || probes.length < 4) return undefined;
  const right = probes.map((point) => valueAt(reference.formula, point));
  const isAlike = (formula: Formula, values: readonly number[]) =>
    values.every((value, i) => isNear(valueAt(formula, probes[i] as Point), value, 1e-8));
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name) ?? (probes[0] as Point).double(name);
    numbers.set(name, known);
    return known;
  };
  /** The changed formula, if its value at the first point may be one of these: nearly none is, and most need no more. */
  const formulaNear = (changed: readonly Token[], ...values: readonly number[]) => {
    const syntax = side.read(changed);
    const rough = syntax === undefined ? Number.NaN : formulaFunction(syntax)(numberOf);
    if (Number.isFinite(rough) && !values.some((value) => isNear(rough, value, 1e-6))) return undefined;
    return syntax && formulaOf(syntax);
  };
  const isRight = (changed: readonly Token[]) => {
    const formula = formulaNear(changed, right[0] as number);
    if (formula === undefined || !isAlike(formula, right)) return false;
    return compare(reference.space, formula, reference.formula).verdict === "equal";
  };
  const replaced = (from: number, to: number, ...by: readonly Token[]) => [
    ...tokens.slice(0, from),
    ...by,
    ...tokens.slice(to),
  ];

  for (const { changed, ...read } of bracketings(tokens)) if (isRight(changed)) return { ...read, isSmall: true };
  const rounded = roundedFraction(tokens);
  const inFractions = () =>
    tokens.flatMap((token) => (fractionOf(token) ? inPlaceOf(token, "(", ...(fractionOf(token) ?? []), ")") : token));
  if (rounded && isRight(inFractions())) return { ...rounded, isSmall: false };
  const names = [...(reference.names ?? [])].filter((name) => isAllowed(reference.allow, name)).slice(0, mostNames);
  for (const [i, token] of tokens.entries()) {
    if (likely(token, names).some((text) => isRight(replaced(i, i + 1, { ...token, text }))))
      return { tokens: [token], isSmall: true };
    const [from, to] = tokens[i - 1]?.text === "*" ? [i - 1, i + 1] : [i, i + 2];
    const isFactor = token.kind === "name" && [from, to - 1].some((at) => tokens[at]?.text === "*");
    if (isFactor && isRight(replaced(from, to))) return { tokens: [token], isSmall: true };
  }
  const parts = partsOf(wrong);
  for (const [from, to] of summandsOf(tokens).sort((a, b) => a[1] - a[0] - (b[1] - b[0]))) {
    const first = tokens[from] as Token;
    const lacks = (name: string) => isRight(replaced(from, from, ...inPlaceOf(first, name, "*")));
    const rest = formulaNear(
      replaced(from, to, ...inPlaceOf(first, "0")),
      ...parts.map(({ sums }) => sums[0] as number),
    );
    if (rest && parts.some(({ sums }) => isAlike(rest, sums)))
      return { tokens: tokens.slice(from, to), isSmall: names.some(lacks) };
  }
  return undefined;
}

const opposites: Readonly<Record<string, string>> = { "+": "-", "-": "+", "*": "/", "/": "*" };

/** What may have been meant by a token. A whole term too many is no slip, nor is a rounded number. */
function likely({ kind, text }: Token, names: readonly string[]): readonly string[] {
  const { base, index } = splitName(text);
  const isAkin = (other: ReturnType<typeof splitName>) => base === other.base || index === other.index;
  if (kind === "operator") return [opposites[text] ?? []].flat();
  if (kind === "name") return names.filter((name) => name !== text && isAkin(splitName(name)));
  const isSmall = (kind === "digits" || kind === "raised") && /^\d\d?$/.test(text);
  return isSmall ? ["1", "2", "3"].filter((other) => other !== text) : [];
}

/** The simple fraction (`1`, `/`, `3`) that a number of at least three places is a rounding of. */
function fractionOf({ kind, text }: Token): readonly string[] | undefined {
  const places = kind === "digits" ? (/\.(\d+)$/.exec(text)?.[1]?.length ?? 0) : 0;
  for (let below = 3; places >= 3 && below < 100 && below ** 2 <= 10 ** places; below++) {
    const above = Math.round(Number(text) * below);
    const isClose = Math.abs(Number(text) - above / below) < 10 ** -places;
    // 0.125 is no rounding, though it is 3/24.
    const isExact = 1e12 % below === 0 || (places <= 12 && Number(text) === above / below);
    if (isClose && !isExact && above % below !== 0) return [String(above), "/", String(below)];
  }
  return undefined;
}

/** The first number that is a fraction rounded, and that it is one. */
export function roundedFraction(tokens: readonly Token[]): Required<Pick<Slip, "tokens" | "message">> | undefined {
  for (const token of tokens) {
    const fraction = fractionOf(token)?.join("");
    if (fraction !== undefined)
      return { tokens: [token], message: say("expression.rounded-fraction", { written: token.text, fraction }) };
  }
  return undefined;
}

/** The summands of all sums, in brackets too, as places of their first token and behind their last. */
function summandsOf(tokens: readonly Token[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  const open: number[][] = [[0]];
  for (let i = 0; i <= tokens.length; i++) {
    const { kind = "close", text = "" } = tokens[i] ?? {};
    const starts = open.at(-1) ?? [];
    const isSign = kind === "operator" && /[-+]/.test(text) && i > (starts.at(-1) ?? 0);
    if (kind === "open") open.push([i + 1]);
    else if (isSign || kind === "close") {
      found.push([starts.at(-1) ?? 0, i]);
      if (isSign) starts.push(i + 1);
      else open.pop();
    }
  }
  return found.filter(([from, to]) => from < to && to - from < tokens.length);
}
