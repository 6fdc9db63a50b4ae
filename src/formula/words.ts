/** Decides what each word of a formula is: a quantity, several run together, a function or a constant; knows no grammar. */

import { canonicalName, indexedName, isGreek, knownName } from "../engine/names.ts";
import type { Traced } from "./characters.ts";
import { fontCommands } from "./latex.ts";
import { isFunction, isKnownName, type Piece, type Vocabulary } from "./piece.ts";
import { ReadingError } from "./readingError.ts";
import { type Indexed, indicesFirst, raisedIndex, withoutBraces } from "./scripts.ts";
import { readTimeIndex } from "./timeIndex.ts";
import type { Token } from "./token.ts";
import { isRefused, isSumSign } from "./unknown.ts";

/** The tokens with every word decided, together with its index. Throws a ReadingError for what no index can be. */
export function resolveWords(written: readonly Token[], traced: Traced, vocabulary: Vocabulary): Piece[] {
  const tokens = indicesFirst(written);
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    if (token.kind !== "word" && token.kind !== "atom") {
      pieces.push(token as Piece);
      i++;
      continue;
    }
    const below = readIndices(tokens, i, traced, vocabulary);
    let decided = decide(token, below, traced, vocabulary, tokens[below.next]);
    const above = raisedIndex(tokens, below, decided.at(-1)?.kind === "unknown", vocabulary);
    if (above) decided = decide(token, above, traced, vocabulary, tokens[above.next]);
    pieces.push(...decided);
    i = (above ?? below).next;
  }
  return withoutBraces(pieces);
}

/** The word at `i` joined with the lowered or bracketed indices behind it. */
function readIndices(tokens: readonly Token[], i: number, traced: Traced, vocabulary: Vocabulary): Indexed {
  const token = tokens[i] as Token;
  let name = token.text;
  let end = token.end;
  let next = i + 1;
  // `log_2` is not a quantity called log2.
  if (isFunction(name, vocabulary) && !isKnownName(name, vocabulary)) return { name, next, end };
  for (let below = tokens[next]; below?.kind === "index"; below = tokens[next]) {
    const content = plainIndex(below.text);
    const time = readTimeIndex(content);
    end = below.end;
    next++;
    if (time && time.step === 0 && time.last === 0) name = indexedName(name, time.offset);
    else if (time && (vocabulary.sequences || !/^[tT]$/.test(content))) return { name, time, next, end };
    else if (/^[A-Za-z]+\d*$/.test(content)) name += `_${content}`;
    else if (isSumSign(token.text, vocabulary)) throw new ReadingError("expression.sum", token.span);
    else throw new ReadingError("expression.bad-index", below.span, { name, index: content });
  }
  const bracket = readBracket(tokens, next, end, traced);
  if (!bracket) return { name, next, end };
  const { time } = bracket;
  if (time && time.step === 0 && time.last === 0) {
    return { name: indexedName(name, time.offset), next: bracket.next, end: bracket.end };
  }
  if (vocabulary.sequences) {
    if (time) return { name, time, next: bracket.next, end: bracket.end };
    const span = traced.spanOf(end, bracket.end);
    throw new ReadingError("expression.bad-index", span, { name, index: bracket.content });
  }
  // `V[1-h1^2]` groups a factor, `h[t-1]` is an index: unless the name stands for a quantity by itself.
  if (time && !vocabulary.names?.has(name)) return { name, time, next: bracket.next, end: bracket.end };
  return { name, next, end };
}

/** `[…]` right behind a name, up to the first closing bracket. */
function readBracket(tokens: readonly Token[], at: number, end: number, traced: Traced) {
  const open = tokens[at];
  if (open?.text !== "[" || open.start !== end) return undefined;
  for (let next = at + 1; next < tokens.length && next < at + 12; next++) {
    const token = tokens[next] as Token;
    if (token.text !== "]") continue;
    const content = traced.text.slice(open.end, token.start).trim();
    const time = readTimeIndex(content);
    return { content, next: next + 1, end: token.end, ...(time ? { time } : {}) };
  }
  return undefined;
}

const font = new RegExp(`\\\\(?:${fontCommands})\\s*\\{([^{}]*)\\}`, "g");

/** An index without typesetting and without brackets around it (`h_{(1)}`). */
function plainIndex(text: string): string {
  const bare = text.replace(font, "$1").replace(/\s|[{}]/g, "");
  const plain = bare.replace(/^\((.*)\)$/, "$1");
  return canonicalName(plain) ?? plain;
}

function decide(
  token: Token,
  { name, time, end }: Indexed,
  traced: Traced,
  vocabulary: Vocabulary,
  following: Token | undefined,
): Piece[] {
  const piece = (kind: Piece["kind"], text: string, from = token.start, to = end): Piece => ({
    kind,
    text,
    start: from,
    end: to,
    span: traced.spanOf(from, to),
    ...(time && to === end ? { index: time } : {}),
    ...(token.begins && from === token.start && { begins: token.begins }),
    ...(token.upright && { upright: token.upright }),
  });
  const { names } = vocabulary;
  if (time && !vocabulary.sequences) return [piece("unknown", name)];
  if (isKnownName(name, vocabulary)) return [piece("name", name)];
  if (isFunction(name, vocabulary)) return [piece("function", name)];
  if (name === "sigma" && (names || isOperand(following))) return [piece("function", "sigmoid")];
  if (name === "e" || name === "pi") return [piece("constant", name)];
  const canonical = canonicalName(name) ?? name;
  if (!names) return [piece(isRefused(canonical) && !isGreek(canonical) ? "unknown" : "name", canonical)];
  if (isKnownName(canonical, vocabulary)) return [piece("name", canonical)];
  const power = following?.kind === "raised" || following?.text === "^";
  const ways = token.kind === "word" ? splitRun(name, vocabulary, power) : [];
  const [only, other] = ways;
  if (only && other) {
    const readings = ways.map((way) => way.join("*"));
    throw new ReadingError("expression.ambiguous-name", traced.spanOf(token.start, end), { name, readings });
  }
  if (!only) {
    const similar = knownName(canonical, names);
    if (similar !== undefined) return [piece("name", similar)];
    const small = name.toLowerCase();
    // `Tanh(x)`, `TANH^2(x)`: a program that corrects spelling, or a habit.
    if (small.length > 2 && isFunction(small, vocabulary) && (power || following?.kind === "open"))
      return [piece("function", small)];
    return [piece("unknown", canonical)];
  }
  let from = token.start;
  return only.map((text, i) => {
    const to = i === only.length - 1 ? end : from + text.length;
    const part = piece(isKnownName(text, vocabulary) ? "name" : partKind(text), text, from, to);
    from = to;
    return part;
  });
}

/** Whether a function may be applied to what begins here. */
function isOperand(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === "word" || token.kind === "atom" || token.kind === "number" || token.kind === "open")
  );
}

function partKind(text: string): "constant" | "function" {
  return text === "pi" || text === "e" ? "constant" : "function";
}

const longestRun = 200;

/** The ways to read a run of letters as known names and functions (`y2Vh0`): none, the only one, or the first two. */
function splitRun(run: string, vocabulary: Vocabulary, power: boolean): string[][] {
  if (run.length > longestRun) return [];
  const rest: string[][][] = [];
  rest[run.length] = [[]];
  for (let at = run.length - 1; at >= 0; at--) {
    const ways: string[][] = [];
    for (const part of partsAt(run, at, vocabulary, power)) {
      for (const way of rest[at + part.length] ?? []) if (ways.length < 2) ways.push([part, ...way]);
    }
    rest[at] = ways;
  }
  return rest[0] ?? [];
}

/** The names that begin at `at`; where a function's name begins, shorter names do not count. */
function partsAt(run: string, at: number, vocabulary: Vocabulary, power: boolean): string[] {
  const parts: string[] = [];
  for (let end = run.length; end > at; end--) {
    const part = run.slice(at, end);
    if (isKnownName(part, vocabulary) || part === "pi") parts.push(part);
    // In `tanh2(x)` a power was lost: it is neither tanh nor tan, so nothing of it may be read.
    else if (part.length > 2 && isFunction(part, vocabulary))
      return /\d/.test(run.charAt(end)) ? parts : [...parts, part];
    else if (part === "e" && power && end === run.length) parts.push(part);
  }
  return parts;
}
