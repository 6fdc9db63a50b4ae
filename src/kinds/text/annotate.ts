/** An answer in words as patterns see it: tokens, how far they stand apart, and the concepts found in them. */

import { safeText } from "../../messages/safeText.ts";
import type { Concepts, Span, Spans } from "./concepts.ts";
import { contrasts, degrees, lasting, scopeEnds } from "./language.ts";
import { sentenceGap, type Token } from "./scanner.ts";
import { tokenize } from "./tokens.ts";

/** One piece of an answer: a field, or one entry of a list. */
export interface Segment {
  readonly field: string;
  readonly text: string;
}

export interface Annotated {
  readonly tokens: readonly Token[];
  /** By token: the segment it belongs to. */
  readonly segmentOf: readonly Segment[];
  /** By token: its coordinate; sentences are `sentenceGap` apart. */
  readonly at: readonly number[];
  /** By token: how many places that end a negation's reach stand before or at it. */
  readonly stops: readonly number[];
  readonly spans: Spans;
}

/** Reads the segments of one answer, each a text of its own. */
export function annotate(concepts: Concepts, segments: readonly Segment[]): Annotated {
  const tokens: Token[] = [];
  const segmentOf: Segment[] = [];
  for (const segment of segments) {
    for (const [i, token] of tokenize(segment.text).entries()) {
      tokens.push(i === 0 ? { ...token, pad: sentenceGap, breaks: true } : token);
      segmentOf.push(segment);
    }
  }
  return { tokens, segmentOf, ...distances(tokens), spans: concepts.find(tokens) };
}

function distances(tokens: readonly Token[]): { at: number[]; stops: number[] } {
  const at: number[] = [];
  const stops: number[] = [];
  let place = 0;
  let stop = 0;
  for (const [index, token] of tokens.entries()) {
    const contrast = contrasts.has(token.text);
    const pad = token.pad + (contrast ? sentenceGap : 0);
    // Each sentence starts at a multiple of the gap, so that a coordinate tells its sentence.
    place = pad >= sentenceGap ? (Math.floor(place / sentenceGap) + 1) * sentenceGap : place + 1 + pad;
    if (contrast || token.breaks || (scopeEnds.has(token.text) && !isDegree(tokens, index))) stop++;
    at.push(place);
    stops.push(stop);
  }
  return { at, stops };
}

/** `so long` and `as long`, but not the `as long as` that means `while`. */
function isDegree(tokens: readonly Token[], index: number): boolean {
  const [before, word, next, afterwards] = [-1, 0, 1, 2].map((step) => tokens[index + step]?.text ?? "");
  if ((word !== "so" && word !== "as") || !degrees.has(next ?? "")) return false;
  const conjunction = word === "as" && next === "long" && afterwards === "as";
  return !conjunction || lasting.has(before ?? "");
}

const longestQuote = 160;
const mostQuotes = 3;

/** The student's own words in these spans, each once, those inside a longer quote left out. */
export function quote(text: Annotated, spans: readonly Span[]): readonly string[] {
  const kept = spans.filter(
    (span, i) =>
      !spans.some((other, j) => {
        if (i === j || other.start > span.start || span.end > other.end) return false;
        return other.end - other.start > span.end - span.start || j < i;
      }),
  );
  const ordered = kept.sort((a, b) => a.start - b.start).slice(0, mostQuotes);
  return [...new Set(ordered.map((span) => wordsOf(text, span)))];
}

function wordsOf({ tokens, segmentOf }: Annotated, { start, end }: Span): string {
  const written = segmentOf[start]?.text.slice(tokens[start]?.start, tokens[end - 1]?.end) ?? "";
  return safeText(written.replace(/\s+/g, " "), longestQuote);
}
