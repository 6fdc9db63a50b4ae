/** Says in the terms of a beginner why text is not JSON at some place: `{"a":1,}` has a comma before the bracket. */

import type { Message } from "../../messages/message.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { say } from "../messages.ts";

/** What the grammar allows at a place; `end` is the end of the text. */
export type Expectation = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "comma" | "end";

export interface OpenBracket {
  readonly offset: number;
  readonly bracket: string;
  readonly closing: string;
}

/** Thrown where reading can't go on. */
export class JsonProblem {
  readonly message: Message;
  /** 0-based place in the text. */
  readonly offset: number;

  constructor(message: Message, offset: number) {
    this.message = message;
    this.offset = offset;
  }
}

/** Where something is in a text. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** The place of `offset` (0-based) in `text`. Lines end with LF, CRLF or CR. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  // A line break that the place stands inside of is not over yet.
  const lines = (text[offset] === "\n" ? before.replace(/\r$/, " ") : before).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

interface Trouble {
  readonly offset: number;
  readonly expected: Expectation;
  readonly open: OpenBracket | undefined;
  readonly openLine: number;
  /** The text from the place on, as much as messages need. */
  readonly rest: string;
  /** The last character before the place that is not blank, and where it stands. */
  readonly last: string;
  readonly lastAt: number;
}

/** A problem with a place of its own, or a message about the place where reading stopped. */
type Explanation = (trouble: Trouble) => JsonProblem | Message | undefined;

/** Tried in this order; the first that knows the mistake explains it. */
const explanations: readonly Explanation[] = [end, quotes, start, commas, brackets, separators, numbers, words];

/** Why the text at `offset` is not what `expected` says; `open` is the innermost bracket that is still open. */
export function explainProblem(
  text: string,
  offset: number,
  expected: Expectation,
  open: OpenBracket | undefined,
): JsonProblem {
  const lastAt = text.slice(0, offset).trimEnd().length - 1;
  const openLine = open === undefined ? 0 : placeAt(text, open.offset).line;
  const rest = text.slice(offset, offset + 200);
  const trouble = { offset, expected, open, openLine, rest, last: text[lastAt] ?? "", lastAt };
  for (const explain of explanations) {
    const found = explain(trouble);
    if (found !== undefined) return found instanceof JsonProblem ? found : new JsonProblem(found, offset);
  }
  return new JsonProblem(say("submission.json-unexpected", { found: quoted(rest.slice(0, 12)) }), offset);
}

function end({ rest, open, openLine, expected }: Trouble) {
  if (rest !== "") return undefined;
  if (open === undefined || expected === "value" || expected === "colon") return say("submission.json-ended");
  return say("submission.json-not-closed", { open: open.bracket, bracket: open.closing, openLine });
}

function quotes({ rest }: Trouble) {
  const found = rest.slice(0, 1);
  if (/^['`]/.test(rest)) return say("submission.json-single-quotes", { found });
  return /^[“”„‟«»‘’‚]/.test(rest) ? say("submission.json-typographic-quotes", { found }) : undefined;
}

function start({ rest, expected, open }: Trouble) {
  if (/^(?:\/\/|\/\*|#|<!--)/.test(rest)) return say("submission.json-comment");
  if (open !== undefined || expected !== "value") return undefined;
  return say("submission.json-no-object", { found: quoted(rest.slice(0, 20)) });
}

function commas({ rest, expected, last, lastAt }: Trouble) {
  const wantsMore = last === "," && (expected === "key" || expected === "value");
  if (wantsMore && /^[}\]]/.test(rest))
    return new JsonProblem(say("submission.json-trailing-comma", { bracket: rest.slice(0, 1) }), lastAt);
  if (wantsMore && expected === "key" && /^\d/.test(rest))
    return new JsonProblem(say("submission.json-decimal-comma"), lastAt);
  if (expected === "comma" || expected === "colon" || !rest.startsWith(",")) return undefined;
  return say(last === ":" ? "submission.json-no-value" : "submission.json-extra-comma");
}

function brackets({ rest, expected, open, openLine, last }: Trouble) {
  if (!/^[}\]]/.test(rest)) return undefined;
  const found = rest.slice(0, 1);
  if (expected === "end") return say("submission.json-extra-bracket", { found });
  if (last === ":") return say("submission.json-no-value");
  if (expected === "colon") return say("submission.json-no-colon");
  return open && say("submission.json-wrong-bracket", { found, bracket: open.closing, openLine });
}

function separators({ rest, expected, offset, last, lastAt }: Trouble) {
  if (expected === "end") return say("submission.json-more-after-end", { found: quoted(rest) });
  if (expected === "colon") return say("submission.json-no-colon");
  if (expected !== "comma") return undefined;
  const goesOn = lastAt === offset - 1;
  // `"a "quoted" word"`: a string has just ended and its text goes on at once.
  if (goesOn && last === '"' && /^[\p{L}\p{N}]/u.test(rest)) return say("submission.json-quote-inside");
  if (goesOn && /[\d)]/.test(last) && /^[*/^+\-(%]/.test(rest)) return say("submission.json-bare-formula");
  return new JsonProblem(say("submission.json-no-comma"), lastAt + 1);
}

function numbers({ rest }: Trouble) {
  const literal = /^[-+]?(?:\.\d|\d)[\w.]*/.exec(rest)?.[0];
  if (literal === undefined) return undefined;
  const isNumber = /^[-+]?[\d.]+(?:[eE][-+]?\d*)?$/.test(literal);
  return isNumber ? say("submission.json-number", { found: quoted(literal) }) : say("submission.json-bare-formula");
}

const meantWords = new Map(
  Object.entries({ true: "true", false: "false", none: "null", null: "null", nil: "null", undefined: "null" }),
);

function words({ rest, expected }: Trouble) {
  const word = /^[-+]?(?:\\?[\p{L}_$≈~=√∞][^\s,:{}[\]"]*)/u.exec(rest)?.[0];
  if (word === undefined) return undefined;
  const found = quoted(word);
  if (/^[-+]?(?:nan|inf|infinity|∞)$/i.test(word)) return say("submission.json-not-finite", { found });
  if (expected === "key" || expected === "keyOrEnd") return say("submission.json-bare-key", { found });
  const meant = meantWords.get(word.toLowerCase());
  return meant === undefined
    ? say("submission.json-bare-text", { found })
    : say("submission.json-word", { found, meant });
}

function quoted(text: string): string {
  return safeText(text, quotedLength);
}
