/** Recognizes derivatives that are not worked out: `dh1/dW`, `\frac{\partial^2 z}{\partial W^2}`, `{dz \over dW}`, `d/dW`. */

import type { Token, TokenKind } from "./token.ts";

type Tokens = readonly Token[];

/** Where the derivative that begins at `at` ends, if one does. Whether its words are decided already does not matter. */
export function endOfDerivative(tokens: Tokens, at: number): number | undefined {
  if (tokens[at]?.kind === "fraction") {
    const below = groupEnd(tokens, at + 1);
    return isDifferential(tokens, at + 1) && isDifferential(tokens, below) ? groupEnd(tokens, below) : undefined;
  }
  if (!isSign(tokens[at]) && !isJoined(tokens[at])) return undefined;
  let slash = at;
  while (slash < tokens.length && isInNumerator(tokens[slash] as Token)) slash = groupEnd(tokens, slash);
  const isDivided = tokens[slash]?.text === "/" || tokens[slash]?.kind === "over";
  if (!isDivided || !isDifferential(tokens, slash + 1)) return undefined;
  const bare = isSign(tokens[slash + 1]) ? powerEnd(tokens, slash + 2) : slash + 1;
  let end = groupEnd(tokens, bare);
  while (tokens[end]?.kind === "index") end++;
  return Math.min(powerEnd(tokens, end), tokens.length);
}

/** Whether these tokens are a derivative, perhaps with what it is taken of or at: `d/dW (y1*y2)`, `dz/dW (1)`. */
export function isHeading(tokens: Tokens): boolean {
  let at = endOfDerivative(tokens, 0);
  if (at === undefined) return false;
  while (at < tokens.length && isInNumerator(tokens[at] as Token)) at = groupEnd(tokens, at);
  return at === tokens.length;
}

/** `d`, `∂`, `δ`: the sign of a differential. */
export function isSign(token: Token | undefined): boolean {
  const { kind = "end", text = "" } = token ?? {};
  return kind === "partial" || (["word", "atom", "unknown", "name"].includes(kind) && /^d(?:elta)?$/.test(text));
}

/** `dz`: the sign of a differential and what it is of in one word. */
export function isJoined(token: Token | undefined): boolean {
  return (token?.kind === "word" || token?.kind === "unknown") && /^d[A-Za-z]/.test(token.text) && !isSign(token);
}

/** Whether a differential begins at `at`, perhaps in brackets. */
function isDifferential(tokens: Tokens, at: number): boolean {
  let start = at;
  while (tokens[start]?.kind === "open") start++;
  return isSign(tokens[start]) || isJoined(tokens[start]);
}

function isInNumerator({ kind, text }: Token): boolean {
  return text === "^" || !["operator", "over", "equals", "comma", "close"].includes(kind);
}

/** Where a power by a number that begins at `at` ends; `at` if none does. */
function powerEnd(tokens: Tokens, at: number): number {
  if (tokens[at]?.kind === "raised") return at + 1;
  return tokens[at]?.text === "^" ? groupEnd(tokens, at + 1) : at;
}

/** The end of the group that opens at `at`; one further where none does. */
function groupEnd(tokens: Tokens, at: number): number {
  let depth = 0;
  for (let end = at; end < tokens.length; end++) {
    if (tokens[end]?.kind === "open") depth++;
    if (tokens[end]?.kind === "close") depth--;
    if (depth <= 0) return end + 1;
  }
  return tokens.length;
}

/** Whether brackets stand around all of them. */
export function isGroup(tokens: Tokens): boolean {
  return tokens[0]?.kind === "open" && groupEnd(tokens, 0) === tokens.length;
}

/** What the derivative that begins at `at` is called, if one does (`dh1/dW`, `h1'`, `tanh'`), and where it ends. */
export function keyAt(tokens: Tokens, at: number): { readonly key: string; readonly end: number } | undefined {
  const end = endOfDerivative(tokens, at);
  const { text = "" } = tokens[at] ?? {};
  if (end === undefined)
    return tokens[at + 1]?.kind === "prime"
      ? { key: `${text === "sigma" ? "sigmoid" : text}'`, end: at + 2 }
      : undefined;
  const parts = tokens.slice(at, end).filter(({ kind, text }) => !silent.has(kind) && text !== "/");
  return { key: parts.map((part) => (isSign(part) ? "d" : part.text)).join(""), end };
}

const silent: ReadonlySet<TokenKind> = new Set(["open", "close", "fraction", "over"]);
