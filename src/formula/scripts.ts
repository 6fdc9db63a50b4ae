/** Puts what stands above, below and in braces around a name where the reader expects it; knows no grammar. */

import { indexedName } from "../engine/names.ts";
import type { TimeIndex } from "../engine/syntax.ts";
import { isFunction, type Piece, type Vocabulary } from "./piece.ts";
import { readTimeIndex } from "./timeIndex.ts";
import type { Token } from "./token.ts";

/** A name with its indices, as far as it reaches. */
export interface Indexed {
  readonly name: string;
  readonly time?: TimeIndex;
  /** The first token behind the name and its indices. */
  readonly next: number;
  readonly end: number;
}

/** `h^2_1`, `h^{2}_1` and `h²₁` in the order `h_1^2`. */
export function indicesFirst(tokens: readonly Token[]): Token[] {
  const ordered = [...tokens];
  for (let i = 1; i < ordered.length; i++) {
    const named = ordered[i - 1]?.kind === "word" || ordered[i - 1]?.kind === "atom";
    const at = i + powerLength(ordered.slice(i, i + 4));
    const index = ordered[at];
    if (!named || at === i || index?.kind !== "index") continue;
    ordered.splice(at, 1);
    ordered.splice(i, 0, index);
  }
  return ordered;
}

/** What an empty group may follow without being its argument; a power and a fraction take it as theirs. */
const complete: ReadonlySet<Token["kind"] | undefined> = new Set([
  ...([undefined, "equals", "open", "comma", "word", "atom", "number", "index", "raised"] as const),
]);

/** `={}& V`, `{} + V`: empty braces beside a sign, or before everything, set the space there. */
export function withoutEmptyGroups(written: readonly Token[]): Token[] {
  const tokens = [...written];
  const plain: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, end, next] = tokens.slice(i, i + 3) as [Token, Token?, Token?];
    const before = plain.at(-1);
    const sign = before?.kind === "operator" && before.text !== "^";
    const free = sign || complete.has(before?.kind) || before?.text === ")" || before?.text === "]";
    const operator = next?.kind === "operator" && next.text !== "^";
    const beside = sign || operator || !before || before.kind === "equals" || next?.kind === "equals" || token.begins;
    if (token.text !== "{" || end?.text !== "}" || !free || !beside || !next) plain.push(token);
    else {
      if (token.begins && !next.begins) tokens[i + 2] = { ...next, begins: token.begins };
      i++;
    }
  }
  return plain;
}

/** How many of these tokens make a power by a number, from the first on. */
function powerLength([first, second, third, fourth]: readonly Token[]): number {
  if (first?.kind === "raised") return 1;
  if (first?.text !== "^") return 0;
  if (second?.kind === "number") return 2;
  return second?.text === "{" && third?.kind === "number" && fourth?.text === "}" ? 4 : 0;
}

/** More tokens than these stand in no index. */
const longestIndex = 12;

/**
 * A name with an index in brackets above it: `h^{(1)}`, `h^(1)`, `h^{(t-1)}`. A number there is a power (`V^{(2)}`) where
 * the name means something without it: only an `unknown` one has an index.
 */
export function raisedIndex(
  tokens: readonly Token[],
  { name, time: below, next }: Indexed,
  unknown: boolean,
  vocabulary: Vocabulary,
): Indexed | undefined {
  if (below || tokens[next]?.text !== "^" || isFunction(name, vocabulary)) return undefined;
  const braced = tokens[next + 1]?.text === "{";
  const open = next + (braced ? 2 : 1);
  if (tokens[open]?.text !== "(") return undefined;
  const inside = tokens.slice(open + 1, open + 1 + longestIndex);
  const length = inside.findIndex(({ text }) => text === ")");
  const time = readTimeIndex(
    inside
      .slice(0, Math.max(0, length))
      .map(({ text }) => text)
      .join(""),
  );
  const last = tokens[open + 1 + length + (braced ? 1 : 0)];
  if (!time || !last || (braced && last.text !== "}")) return undefined;
  const end = { next: tokens.indexOf(last) + 1, end: last.end };
  if (unknown && time.step === 0 && time.last === 0) return { name: indexedName(name, time.offset), ...end };
  const inTime = time.step !== 0 || time.last !== 0;
  return inTime && (unknown || (vocabulary.sequences && braced)) ? { name, time, ...end } : undefined;
}

/** `{\tanh}^2(x)`: braces around nothing but a function's name are typesetting. */
export function withoutBraces(pieces: readonly Piece[]): Piece[] {
  const plain: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const [piece, name, end, next] = pieces.slice(i, i + 4);
    const isName = piece?.text === "{" && name?.kind === "function" && end?.text === "}";
    const applied =
      next && next.text !== "{" && (next.kind !== "operator" || next.text === "^") && next.kind !== "close";
    const before = plain.at(-1);
    const isArgument =
      before?.text === "^" || ["fraction", "root", "annotated", "function"].includes(before?.kind ?? "");
    if (isName && applied && !isArgument) {
      plain.push(name);
      i += 2;
    } else plain.push(piece as Piece);
  }
  return plain;
}
