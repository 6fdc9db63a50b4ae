/** Unicode brought down to the characters the token reader knows, each with its place in the original. */

import { greekLetters, subscripts } from "../engine/names.ts";
import type { Span } from "../engine/syntax.ts";

/** A text with, for each of its characters, the place it came from. */
export interface Traced {
  readonly text: string;
  readonly original: string;
  /** The original place of the characters `start` … `end` (exclusive) of `text`. */
  spanOf(start: number, end: number): Span;
}

const replacements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "*": "·⋅∗×•∙⊙⊗⁎✕✖",
    "-": "−–—‐‑‒﹣",
    "/": "÷∕⁄",
    "|": "∣∥❘‖",
    "'": "′’‘´`ʹ",
    "(": "⟮❨",
    ")": "⟯❩",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "=": "≔≡",
  }).flatMap(([plain, characters]) => [...characters].map((character) => [character, plain] as const)),
);

/** Joiners, marks of direction, soft hyphens, invisible operators, and the grouping brackets of word processors. */
const invisible = /[\p{Cf}\p{Variation_Selector}〖〗]/u;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const raisedMeaning = "0123456789+-";
const known = /^[\u0020-\u007e]*$/;

/** `original` without invisible characters, in ASCII, Greek and the few other signs that formulas use. */
export function traceCharacters(original: string): Traced {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const plain = plainCharacter(character);
    text += plain;
    for (let i = 0; i < plain.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  const spanOf = (start: number, end: number): Span => {
    const from = starts[start] ?? original.length;
    return { start: from, end: Math.max(from, ends[end - 1] ?? original.length) };
  };
  return { text, original, spanOf };
}

function plainCharacter(character: string): string {
  if (character >= " " && character <= "~") return character;
  if (invisible.test(character)) return "";
  const replaced = replacements.get(character);
  if (replaced !== undefined) return replaced;
  if (raised.includes(character) || subscripts.has(character) || greekLetters.has(character)) return character;
  const composed = character.normalize("NFKC");
  const fraction = /^(\d+)⁄(\d+)$/.exec(composed);
  if (fraction) return `(${fraction[1]}/${fraction[2]})`;
  return known.test(composed) || greekLetters.has(composed) ? composed : (replacements.get(composed) ?? character);
}

/** What a run of raised characters says on the line (`⁻¹` is `-1`). */
export function lower(raisedText: string): string {
  return [...raisedText].map((character) => raisedMeaning[raised.indexOf(character)] ?? "").join("");
}

/** What a run of lowered characters says on the line (`ₜ₋₁` is `t-1`). */
export function lift(loweredText: string): string {
  return [...loweredText].map((character) => subscripts.get(character) ?? "").join("");
}

export const raisedRun: RegExp = new RegExp(`[${raised}]+`, "y");
export const loweredRun: RegExp = new RegExp(`[${[...subscripts.keys()].join("")}]+`, "y");
