/** Says what a character is that belongs in no formula. */

import { functionWords } from "../engine/operations/table.ts";
import { unreadable } from "./errors.ts";
import type { Token } from "./token.ts";

const inequality = /[<>≤≥≠≈∼≃≅]|!=|==/y;
const indexBrace = /_\s*\{/y;
/** Shorter runs of letters may be symbols. */
const shortestWord = 3;

/** Refuses what stands at `at`, where nothing of a formula begins; `before` is the token before it. */
export function refuseCharacter(
  text: string,
  at: number,
  before: Token | undefined,
  isName: (word: string) => boolean,
): never {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const here = { start: at, end: at + character.length };
  inequality.lastIndex = at;
  const found = inequality.exec(text)?.[0];
  if (found !== undefined) throw unreadable("expression.comparison", { start: at, end: at + found.length });
  if (character === "∞") throw unreadable("expression.not-finite", here);
  if (character === "∑" || character === "∏") throw unreadable("expression.sum", here);
  if (character === ".") refuseDot(text, at, before, isName);
  if (/["?;:!%#@]/.test(character)) throw unreadable("expression.not-mathematics", here);
  indexBrace.lastIndex = at;
  const open = at + (indexBrace.exec(text)?.[0].length ?? 0);
  const rest = text.slice(at);
  if (open > at && rest.split("{").length > rest.split("}").length)
    throw unreadable("expression.unclosed", { start: open - 1, end: open }, { bracket: "{", closing: "}" });
  refuseLetters(text, at);
  throw unreadable("expression.unexpected-character", here, { character: visible(character) });
}

/** Dots that leave something out, the end of an abbreviation (`bzw. `), or a stray dot. */
function refuseDot(text: string, at: number, before: Token | undefined, isName: (word: string) => boolean): never {
  if (text.startsWith("...", at)) throw unreadable("expression.ellipsis", { start: at, end: at + 3 });
  const isWord = before?.kind === "word" && before.end === at && /^[A-Za-z]{2,}$/.test(before.text);
  const isKnown = isWord && (isName(before.text) || functionWords.includes(before.text));
  if (isWord && !isKnown && /\s/.test(text.charAt(at + 1)))
    throw unreadable("expression.prose", { start: before.start, end: at + 1 });
  throw unreadable("expression.dot", { start: at, end: at + 1 });
}

/** A word with letters that no formula has (`weiß`). */
function refuseLetters(text: string, at: number): void {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const behind = /^\p{L}*/u.exec(text.slice(at, at + 40))?.[0] ?? "";
  const found = before + behind;
  if (behind === "" || found.length < shortestWord) return;
  throw unreadable("expression.prose", { start: at - before.length, end: at + behind.length });
}

/** A character as it can be shown: one that cannot be seen by itself, by its code. */
function visible(character: string): string {
  if (!/[\p{C}\p{Z}\p{M}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
