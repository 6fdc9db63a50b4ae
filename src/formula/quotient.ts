/** Takes fractions and differentials of a heading apart, in any spelling; knows no names. */

import { isClosed } from "./rightHandSide.ts";
import type { Token } from "./token.ts";

type Tokens = readonly Token[];

export interface Quotient {
  readonly above: Tokens;
  readonly below: Tokens;
  /** What stands behind it. */
  readonly rest: Tokens;
}

/** The two sides of a fraction in any spelling. */
export function quotientOf(written: Tokens): Quotient | undefined {
  const tokens = unwrapped(written);
  if (tokens[0]?.kind === "fraction") {
    const above = groupEnd(tokens, 1);
    const below = groupEnd(tokens, above);
    return { above: tokens.slice(1, above), below: tokens.slice(above, below), rest: tokens.slice(below) };
  }
  const slash = tokens.findIndex(
    ({ kind, text }, i) => (kind === "over" || text === "/") && isClosed(tokens.slice(0, i)),
  );
  if (slash < 0) return undefined;
  const above = tokens.slice(0, slash);
  if (tokens[slash]?.kind === "over") return { above, below: tokens.slice(slash + 1), rest: [] };
  let end = slash + 1;
  if (tokens[end]?.kind === "open") end = groupEnd(tokens, end);
  else {
    if (isSign(tokens[end])) end = powerEnd(tokens, end + 1);
    end = tokens[end]?.kind === "open" ? groupEnd(tokens, end) : end + 1;
    while (tokens[end]?.kind === "index") end++;
    if (tokens[end]?.text === "[") end = groupEnd(tokens, end);
    end = powerEnd(tokens, end);
  }
  return { above, below: tokens.slice(slash + 1, end), rest: tokens.slice(end) };
}

export interface Differential {
  readonly order: number;
  /** What stands behind the sign. */
  readonly of: Tokens;
}

/** `dz`, `∂z`, `δz`, `d^2 z`; of its brackets only those around all are seen. */
export function differential(written: Tokens): Differential | undefined {
  const tokens = unwrapped(written);
  const [sign] = tokens;
  if (!sign) return undefined;
  if (!isSign(sign)) {
    if (sign.kind !== "word" || !/^d[A-Za-z]/.test(sign.text)) return undefined;
    return { order: 1, of: [{ ...sign, text: sign.text.slice(1), start: sign.start + 1 }, ...tokens.slice(1)] };
  }
  const end = powerEnd(tokens, 1);
  const order = end === 1 ? 1 : exponent(tokens.slice(1, end));
  return { order, of: tokens.slice(end) };
}

export function isSign(token: Token | undefined): boolean {
  const { kind, text } = token ?? {};
  return kind === "partial" || (kind === "word" && text === "d") || (kind === "atom" && text === "delta");
}

/** Where a power by a number that begins at `at` ends; `at` if none does. */
function powerEnd(tokens: Tokens, at: number): number {
  if (tokens[at]?.kind === "raised") return at + 1;
  if (tokens[at]?.text !== "^") return at;
  if (tokens[at + 1]?.kind === "number") return at + 2;
  const end = groupEnd(tokens, at + 1);
  return end === at + 4 && tokens[at + 2]?.kind === "number" ? end : at;
}

export function withoutPower(written: Tokens): { readonly tokens: Tokens; readonly power: number } {
  for (const length of [4, 2, 1]) {
    const at = written.length - length;
    if (at < 1 || powerEnd(written, at) !== written.length) continue;
    return { tokens: written.slice(0, at), power: exponent(written.slice(at)) };
  }
  return { tokens: written, power: 1 };
}

/** The end of the group that opens at `at`; one further where none does. */
export function groupEnd(tokens: Tokens, at: number): number {
  if (tokens[at]?.kind !== "open") return Math.min(at + 1, tokens.length);
  let end = at + 1;
  while (end < tokens.length && !isClosed(tokens.slice(at, end))) end++;
  return end;
}

export function unwrapped(tokens: Tokens): Tokens {
  if (tokens.length < 3 || tokens[0]?.kind !== "open" || groupEnd(tokens, 0) !== tokens.length) return tokens;
  return unwrapped(tokens.slice(1, -1));
}

function exponent(tokens: Tokens): number {
  return Number(tokens.map(({ text }) => text.replace(/[^\d]/g, "")).join(""));
}
