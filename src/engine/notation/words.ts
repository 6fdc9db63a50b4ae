/** Decides what each word of a formula is: a quantity, several run together, a function or a constant; knows no grammar. */

import { functionAliases, logarithmBases, reciprocals, sequenceFunctions } from "../functions.ts";
import { canonicalName, indexedName, isGreek, knownName, splitName } from "../names.ts";
import type { TimeIndex } from "../syntax.ts";
import type { Traced } from "./characters.ts";
import type { Piece, Vocabulary } from "./piece.ts";
import { ReadingError } from "./readingError.ts";
import { readTimeIndex } from "./timeIndex.ts";
import type { Token } from "./tokens.ts";
import { isRefused } from "./unknown.ts";

/** Whether `word` is a name that may be used, as it stands. */
function isKnownName(word: string, { names, declared, sequences }: Vocabulary): boolean {
  const known = names ?? declared;
  return known.has(word) || (sequences && known.has(splitName(word).base));
}

/** Whether `word` can be called, be it under another spelling of an operation. */
function isFunction(word: string, { functions, sequences }: Vocabulary): boolean {
  const operation = functionAliases.get(word) ?? word;
  if (functions.has(operation) || logarithmBases.has(word) || reciprocals.has(word)) return true;
  return sequences && sequenceFunctions.has(operation);
}

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
    const indexed = readIndices(tokens, i, traced, vocabulary);
    pieces.push(...decide(token, indexed, traced, vocabulary, tokens[indexed.next]));
    i = indexed.next;
  }
  return pieces;
}

/** `h^2_1`, `h^{2}_1` and `h²₁` in the order `h_1^2`. */
function indicesFirst(tokens: readonly Token[]): Token[] {
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

/** How many of these tokens make a power by a number, from the first on. */
function powerLength([first, second, third, fourth]: readonly Token[]): number {
  if (first?.kind === "raised") return 1;
  if (first?.text !== "^") return 0;
  if (second?.kind === "number") return 2;
  return second?.text === "{" && third?.kind === "number" && fourth?.text === "}" ? 4 : 0;
}

interface Indexed {
  readonly name: string;
  readonly time?: TimeIndex;
  /** The first token behind the name and its indices. */
  readonly next: number;
  readonly end: number;
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

function plainIndex(text: string): string {
  const plain = text.replace(/\\(?:mathrm|text|mathit|operatorname)\s*\{([^{}]*)\}/g, "$1").replace(/\s|[{}]/g, "");
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
    return [similar === undefined ? piece("unknown", canonical) : piece("name", similar)];
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
