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

const meantWords: ReadonlyMap<string, string> = new Map(
  Object.entries({ true: "true", false: "false", none: "null", null: "null", nil: "null", undefined: "null" }),
);

/** Why the text at `offset` is not what `expected` says; `open` is the innermost bracket that is still open. */
export function explainProblem(
  text: string,
  offset: number,
  expected: Expectation,
  open: OpenBracket | undefined,
): JsonProblem {
  const rest = text.slice(offset, offset + 200);
  const lastAt = text.slice(0, offset).trimEnd().length - 1;
  const openLine = open === undefined ? 0 : placeAt(text, open.offset).line;
  const trouble = { offset, expected, open, openLine, rest, last: text[lastAt] ?? "", lastAt };
  const found = aroundSigns(trouble) ?? atLiteral(trouble);
  return found instanceof JsonProblem ? found : new JsonProblem(found, offset);
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

/** What is wrong with quotes, brackets, commas and colons: about the place where reading stopped, or with one of its own. */
function aroundSigns(trouble: Trouble): JsonProblem | Message | undefined {
  const { rest, expected, open, openLine, last, lastAt } = trouble;
  const found = rest.slice(0, 1);
  if (rest === "") {
    if (open === undefined || expected === "value" || expected === "colon") return say("submission.json-ended");
    return say("submission.json-not-closed", { open: open.bracket, bracket: open.closing, openLine });
  }
  if (/^['`]/.test(rest)) return say("submission.json-single-quotes", { found });
  if (/^[“”„‟«»‘’‚]/.test(rest)) return say("submission.json-typographic-quotes", { found });
  if (/^(?:\/\/|\/\*|#|<!--)/.test(rest)) return say("submission.json-comment");
  if (open === undefined && expected === "value")
    return say("submission.json-no-object", { found: quoted(rest.slice(0, 20)) });
  const isBracket = /^[}\]]/.test(rest);
  if (last === "," && (expected === "key" || expected === "value")) {
    if (isBracket) return new JsonProblem(say("submission.json-trailing-comma", { bracket: found }), lastAt);
    if (expected === "key" && /^\d/.test(rest)) return new JsonProblem(say("submission.json-decimal-comma"), lastAt);
  }
  if (expected === "end") {
    if (isBracket) return say("submission.json-extra-bracket", { found });
    return found === ","
      ? say("submission.json-extra-comma")
      : say("submission.json-more-after-end", { found: quoted(rest) });
  }
  if (last === ":" && (isBracket || found === ",")) return say("submission.json-no-value");
  if (expected === "colon") return say("submission.json-no-colon");
  if (isBracket && open) return say("submission.json-wrong-bracket", { found, bracket: open.closing, openLine });
  if (expected === "comma") return missingComma(trouble);
  return found === "," ? say("submission.json-extra-comma") : undefined;
}

function missingComma({ rest, offset, last, lastAt }: Trouble): JsonProblem | Message {
  const goesOn = lastAt === offset - 1;
  // `"a "quoted" word"`: a string has just ended and its text goes on at once.
  if (goesOn && last === '"' && /^[\p{L}\p{N}]/u.test(rest)) return say("submission.json-quote-inside");
  if (goesOn && /[\d)]/.test(last) && /^[*/^+\-(%]/.test(rest)) return say("submission.json-bare-formula");
  return new JsonProblem(say("submission.json-no-comma"), lastAt + 1);
}

/** What is wrong with a number or a word that stands without quotes. */
function atLiteral({ rest, expected }: Trouble): Message {
  const literal = /^[-+]?(?:\.\d|\d)[\w.]*/.exec(rest)?.[0];
  if (literal !== undefined) {
    const isNumber = /^[-+]?[\d.]+(?:[eE][-+]?\d*)?$/.test(literal);
    return isNumber ? say("submission.json-number", { found: quoted(literal) }) : say("submission.json-bare-formula");
  }
  const word = /^[-+]?(?:\\?[\p{L}_$≈~=√∞][^\s,:{}[\]"]*)/u.exec(rest)?.[0];
  if (word === undefined) return say("submission.json-unexpected", { found: quoted(rest.slice(0, 12)) });
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
