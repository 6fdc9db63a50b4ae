/** Reads an answer as one row of tokens, in which the few formulas that answers in words contain are single ones. */

import { contrasts, functionWords, scopeEnds } from "./language.ts";
import { scan, sentenceGap, type Token } from "./scanner.ts";

/** One piece of an answer: a field, or one entry of a list. */
export interface Segment {
  readonly field: string;
  readonly text: string;
}

/** An answer as patterns see it. */
export interface TokenRow {
  readonly tokens: readonly Token[];
  /** By token: the segment it belongs to. */
  readonly segmentOf: readonly Segment[];
  /** By token: its coordinate; sentences are `sentenceGap` apart. */
  readonly at: readonly number[];
  /** By token: how many places that end a negation's reach stand before or at it. */
  readonly stops: readonly number[];
  /** By token: which sentence it stands in; a contrast (`but`) begins one. */
  readonly sentences: readonly number[];
  /** By token: its segment claims nothing, as it ends with a question or is a list of keywords. */
  readonly claimless: readonly boolean[];
}

/**
 * The segments of one answer, each a text of its own.
 * @param statements whether statements are asked for; a name and an entry of a list may be a row of nouns
 */
export function tokenRow(segments: readonly Segment[], statements: boolean): TokenRow {
  const tokens: Token[] = [];
  const segmentOf: Segment[] = [];
  for (const segment of segments) {
    for (const [i, token] of tokenize(segment.text).entries()) {
      tokens.push(i === 0 ? { ...token, pad: sentenceGap, breaks: true } : token);
      segmentOf.push(segment);
    }
  }
  const { at, stops } = distances(tokens);
  const sentences = at.map((place) => Math.floor(place / sentenceGap));
  const tokensOf = (one: Segment) => tokens.filter((_, i) => segmentOf[i] === one);
  const keywords = new Set(segments.filter((one) => statements && areKeywords(tokensOf(one), one)));
  const claimless = segmentOf.map((segment) => keywords.has(segment) || isQuestion.test(segment.text));
  return { tokens, segmentOf, at, stops, sentences, claimless };
}

const isQuestion = /\?["”“)\s]*$/;

/** `threshold scale direction kept` and `norm, threshold, direction, nu` name things and say nothing of them. */
function areKeywords(tokens: readonly Token[], { text }: Segment): boolean {
  const commas = text.match(/[,;]/g)?.length ?? 0;
  const isRow = commas === 0 ? tokens.length >= 4 : commas >= 3;
  return isRow && tokens.every((token) => /^[\p{L}\d]/u.test(token.text) && !functionWords.has(token.text));
}

function distances(tokens: readonly Token[]): { at: number[]; stops: number[] } {
  const at: number[] = [];
  const stops: number[] = [];
  let place = 0;
  let stop = 0;
  for (const token of tokens) {
    const contrast = contrasts.has(token.text);
    const pad = token.pad + (contrast ? sentenceGap : 0);
    // Each sentence starts at a multiple of the gap, so that a coordinate tells its sentence.
    place = pad >= sentenceGap ? (Math.floor(place / sentenceGap) + 1) * sentenceGap : place + 1 + pad;
    if (contrast || token.breaks || scopeEnds.has(token.text)) stop++;
    at.push(place);
    stops.push(stop);
  }
  return { at, stops };
}

/** More tokens than these between two bars are prose, not a norm. */
const normLength = { "||": 8, "|": 4 } as const;

/**
 * Words and signs of `source`; `||g||`, `|g|`, `norm(g)` and `g.norm()` become the token `norm` (squared: `normsquared`);
 * a bracket around a single token vanishes.
 */
export function tokenize(source: string): readonly Token[] {
  return collapseBrackets(collapseBars(scan(source)));
}

function collapseBars(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const end = token.text === "||" || token.text === "|" ? closingBar(tokens, at, token.text) : -1;
    if (end < 0) result.push(token);
    else at = pushNorm(result, token, tokens, end);
  }
  return result;
}

function closingBar(tokens: readonly Token[], open: number, bar: "||" | "|"): number {
  const limit = Math.min(tokens.length, open + 2 + normLength[bar]);
  for (let at = open + 2; at < limit; at++) if (tokens[at]?.text === bar) return at;
  return -1;
}

/** Writes the norm that ends with token `last`; returns the index of the last token used (an index 2, a square). */
function pushNorm(result: Token[], first: Token, tokens: readonly Token[], last: number): number {
  let end = last;
  const next = tokens[end + 1];
  // The subscript of ||g||_2 stands one character after the bars.
  if (next?.text === "2" && next.pad === 0 && next.start - (tokens[end]?.end ?? 0) <= 2) end++;
  const power = tokens[end + 1]?.text;
  const squared = power === "^2" || (power === "^" && tokens[end + 2]?.text === "2");
  if (squared) end += power === "^2" ? 1 : 2;
  result.push({ ...first, text: squared ? "normsquared" : "norm", end: tokens[end]?.end ?? first.end });
  return end;
}

function collapseBrackets(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.text === "(") open.push(result.length);
    const start = token.text === ")" ? open.pop() : undefined;
    if (start === undefined) {
      result.push(token);
      continue;
    }
    const before = result[start - 1];
    const inside = result.length - start - 1;
    const bracket = result[start] as Token;
    if (before?.text === "norm" && inside <= 12 && bracket.start - before.end <= 1) {
      result.length = start - 1;
      at = pushNorm(result, before, tokens, at);
    } else if (inside === 1) {
      const only = result[start + 1] as Token;
      result.length = start;
      result.push({ ...only, pad: bracket.pad, breaks: bracket.breaks });
    } else result.push(token);
  }
  return result;
}
