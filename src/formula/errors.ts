/** What the readers of a formula throw where it can't be read, and what parse() makes of it. */

import type { Span } from "../engine/syntax.ts";
import { Message, type Params, type Place } from "../messages/message.ts";
import { quotedLength, safeText } from "../messages/safeText.ts";
import { say } from "./messages.ts";
import type { Traced } from "./notation.ts";

type Code = keyof typeof say.words;

/** Thrown by whatever reads a part of a formula; nothing outside this folder sees it. */
export class ReadingError extends Error {
  readonly code: Code;
  /** In the characters of the traced text. */
  readonly place: Span;
  readonly details: Params;

  constructor(code: Code, place: Span, details: Params) {
    super(code);
    this.code = code;
    this.place = place;
    this.details = details;
  }
}

/** `throw unreadable("expression.arity", token, { expected, found })` */
export function unreadable(code: Code, place: Span, details: Params = {}): ReadingError {
  return new ReadingError(code, place, details);
}

/** What `read` gives, or undefined if it can't be read. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadingError) return undefined;
    throw error;
  }
}

/** Why a formula can't be read: a message with its place in the text as written. */
export class ParseError extends Message {
  declare readonly params: Params;
  readonly at: Span;

  constructor({ code, place, details }: ReadingError, traced: Traced) {
    const at = traced.spanOf(place.start, place.end);
    super(code, say.words[code], placed(traced.original, at, details), placeIn(traced.original, at));
    this.at = at;
  }
}

/** The parameters of a message about a place, safe to display. */
export function placed(text: string, at: Span, details: Params): Params {
  const safe = Object.entries(details).map(([key, value]) => [
    key,
    typeof value === "string" ? safeText(value, quotedLength) : value,
  ]);
  const here = safeText(text.slice(at.start, at.end), quotedLength);
  return { ...Object.fromEntries(safe), at: placeIn(text, at).start + 1, here, excerpt: excerptAt(text, at) };
}

/** The line of `text` that a place stands in, with a blank for whatever can't be shown, and the place in it. */
export function placeIn(text: string, { start, end }: Span): Place {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(first).replace(/\n.*/s, "");
  const shown = line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => " ".repeat(character.length));
  return { line: shown, start: start - first, end: Math.min(end - first, line.length) };
}

const excerptReach = 10;

/** The characters around a place, safe to display, cut ends marked. */
function excerptAt(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - excerptReach);
  const to = Math.min(text.length, Math.min(end, start + 2 * excerptReach) + excerptReach);
  return `${from > 0 ? "…" : ""}${safeText(text.slice(from, to))}${to < text.length ? "…" : ""}`;
}
