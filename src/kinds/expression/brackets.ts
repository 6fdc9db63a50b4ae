/** Tokens of an answer put in brackets: those that it is read with, and those that may have been meant. */

import type { Token, TokenKind } from "../../formula/token.ts";
import type { Message } from "../../messages/message.ts";
import { say } from "./messages.ts";

type Tokens = readonly Token[];

/** A part of an answer, how it is read, and the answer with the brackets that read it otherwise. */
export interface Bracketing {
  readonly tokens: Tokens;
  readonly message: Message;
  readonly changed: Tokens;
}

const operand = /^(?:digits|name|constant|close)$/;

/** `a/b*c` for a/(b*c), `tanh x*y` for tanh(x*y), `-h^2` for (-h)^2, `a^b^c` for (a^b)^c. */
export function* bracketings(tokens: Tokens): Generator<Bracketing> {
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at] as Token;
    const isBare = kind === "function" && tokens[at + 1]?.kind !== "open";
    const isSign = text === "-" && !operand.test(tokens[at - 1]?.kind ?? "");
    if (text === "/" || isBare) {
      const one = operandEnd(tokens, at + 1);
      const next = tokens[one]?.text === "*" ? one + 1 : one;
      const end = operandEnd(tokens, next);
      const from = isBare ? at : at - 1;
      if (from >= 0 && one > at + 1 && end > next)
        yield bracketing([isBare ? at + 1 : from, one], [at + 1, end], from, end);
    } else if (isSign || text === "^") {
      const start = tokens[at + 1]?.text === "-" ? at + 2 : at + 1;
      const [base, end, from] = [operandEnd(tokens, start, false), operandEnd(tokens, start), isSign ? at : at - 1];
      if (from >= 0 && base > start && end > base) yield bracketing([at + 1, end], [from, base], from, end);
    }
  }

  function bracketing(read: [number, number], meant: [number, number], from: number, end: number): Bracketing {
    const shown = ([a, b]: [number, number]) => written(inBrackets(tokens.slice(from, end), a - from, b - from));
    const changed = inBrackets(tokens, ...meant);
    const message = say("expression.read-as", { readAs: shown(read), meant: shown(meant) });
    return { tokens: tokens.slice(from, end), message, changed };
  }
}

/** `1/2w`, where a number over a number is a coefficient: nearly as many mean 1/(2w). */
export function coefficientOf(tokens: Tokens): Bracketing | undefined {
  const isGlued = ([above, , below, name]: Tokens) =>
    above?.kind === "digits" && below?.kind === "digits" && name?.kind === "name" && name.start === below.end;
  if (!tokens.some(({ text }, i) => text === "/" && tokens[i - 1]?.kind === "digits")) return undefined;
  return [...bracketings(tokens)].find(({ tokens: part }) => part[1]?.text === "/" && isGlued(part));
}

/** Behind the operand that begins at `at`: a number, a name, a bracket, a function with its argument, and their powers. */
function operandEnd(tokens: Tokens, at: number, withPowers = true): number {
  const { kind = "close", text = "" } = tokens[at] ?? {};
  if (!/^(?:digits|name|constant|open|function)$/.test(kind)) return at;
  let end = at + 1;
  for (let depth = text !== "" && kind === "open" ? 1 : 0; depth > 0 && end < tokens.length; end++)
    depth += tokens[end]?.kind === "open" ? 1 : tokens[end]?.kind === "close" ? -1 : 0;
  if (kind === "function") end = operandEnd(tokens, end);
  if (!withPowers) return end;
  if (tokens[end]?.kind === "raised") return end + 1;
  return tokens[end]?.text === "^" ? operandEnd(tokens, end + 1) : end;
}

const kinds: Readonly<Record<string, TokenKind>> = { "(": "open", ")": "close", "/": "operator", "*": "operator" };

/** Further tokens at the place of one. */
export function inPlaceOf({ start, end }: Token, ...texts: readonly string[]): Token[] {
  return texts.map((text) => ({ kind: kinds[text] ?? (/^\d/.test(text) ? "digits" : "name"), text, start, end }));
}

function inBrackets(tokens: Tokens, from: number, to: number): Tokens {
  const [open, close] = inPlaceOf(tokens[from] as Token, "(", ")") as [Token, Token];
  return [...tokens.slice(0, from), open, ...tokens.slice(from, to), close, ...tokens.slice(to)];
}

function written(tokens: Tokens): string {
  return tokens
    .map(({ kind, text }, i) => {
      const isProduct = operand.test(tokens[i - 1]?.kind ?? "") && /^(?:name|open|function|constant)$/.test(kind);
      return (isProduct ? "*" : "") + (kind === "raised" ? `^${text}` : text);
    })
    .join("");
}
