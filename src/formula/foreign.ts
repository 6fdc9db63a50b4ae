/** Says what a character is that belongs in no formula; knows no grammar and no words of a language. */

import type { Traced } from "./characters.ts";
import { commandMeaning } from "./latex.ts";
import { ReadingError } from "./readingError.ts";
import type { Token, TokenOptions } from "./token.ts";

const inequality = /[<>≤≥≠≈∼≃≅]|!=|==/y;
/** Shorter runs of letters may be symbols. */
const shortestWord = 3;

/** Throws the ReadingError for what stands at `at`, where nothing of a formula begins; `before` is the token before it. */
export function refuseCharacter(
  traced: Traced,
  at: number,
  before: Token | undefined,
  { isName }: TokenOptions,
): never {
  const { text } = traced;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const here = traced.spanOf(at, at + character.length);
  inequality.lastIndex = at;
  const compared = inequality.exec(text)?.[0];
  if (compared !== undefined) {
    throw new ReadingError("expression.comparison", traced.spanOf(at, at + compared.length), { found: compared });
  }
  if (character === "∞") throw new ReadingError("expression.not-finite", here);
  if (character === "∑" || character === "∏") throw new ReadingError("expression.sum", here);
  if (character === ".") refuseDot(traced, at, before, isName);
  if (/["?;:!%#@]/.test(character)) {
    throw new ReadingError("expression.not-mathematics", here, { found: character });
  }
  if (character === "_") refuseIndex(traced, at);
  refuseLetters(traced, at);
  throw new ReadingError("expression.unexpected-character", here, { character: visible(character) });
}

/** Dots that leave something out, the end of an abbreviation (`bzw. `), or a stray dot. */
function refuseDot(traced: Traced, at: number, before: Token | undefined, isName: TokenOptions["isName"]): never {
  if (traced.text.startsWith("...", at)) throw new ReadingError("expression.ellipsis", traced.spanOf(at, at + 3));
  const isWord = before?.kind === "word" && before.end === at && /^[A-Za-z]{2,}$/.test(before.text);
  const known = isWord && (isName(before.text) || commandMeaning(before.text)?.means === "function");
  if (isWord && !known && /\s/.test(traced.text.charAt(at + 1))) {
    throw new ReadingError("expression.prose", traced.spanOf(before.start, at + 1), { found: `${before.text}.` });
  }
  throw new ReadingError("expression.dot", traced.spanOf(at, at + 1));
}

/** An index whose brace is never closed. */
function refuseIndex(traced: Traced, at: number): void {
  const open = /^_\s*\{/.exec(traced.text.slice(at, at + 20))?.[0].length;
  if (open === undefined) return;
  let depth = 0;
  for (const character of traced.text.slice(at + open - 1)) {
    if (character === "{") depth++;
    if (character === "}") depth--;
    if (depth === 0) return;
  }
  const brace = traced.spanOf(at + open - 1, at + open);
  throw new ReadingError("expression.unclosed", brace, { bracket: "{", closing: "}" });
}

/** A word with letters that no formula has (`weiß`). */
function refuseLetters(traced: Traced, at: number): void {
  const before = /\p{L}*$/u.exec(traced.text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const behind = /^\p{L}*/u.exec(traced.text.slice(at, at + 40))?.[0] ?? "";
  const found = before + behind;
  if (behind === "" || found.length < shortestWord) return;
  const span = traced.spanOf(at - before.length, at + behind.length);
  throw new ReadingError("expression.prose", span, { found });
}

/** A character as it can be shown: one that cannot be seen by itself, by its code. */
function visible(character: string): string {
  if (!/[\p{C}\p{Z}\p{M}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
