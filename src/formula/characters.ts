/** Unicode brought down to the characters the token reader knows, each with its place in the original. */

import { greekLetters, subscripts } from "../engine/names.ts";
import type { Span } from "../engine/syntax.ts";

/** A text that was rewritten, and where its characters came from. */
export interface Traced {
  readonly text: string;
  readonly original: string;
  /** The original place of the characters `start` … `end` (exclusive) of `text`. */
  spanOf(start: number, end: number): Span;
}

/** Stands on both sides of a word that LaTeX sets upright, as it does functions. */
export const upright = "\ue000";

/** `traced` with other text in place of what `pattern` finds, unless `replace` gives undefined. */
export function rewritten(
  traced: Traced,
  pattern: RegExp,
  replace: (found: RegExpExecArray) => string | undefined,
): Traced {
  let text = "";
  let at = 0;
  const places: Span[] = [];
  const keep = (end: number) => {
    text += traced.text.slice(at, end);
    for (; at < end; at++) places.push({ start: at, end: at + 1 });
  };
  for (const found of traced.text.matchAll(pattern)) {
    const plain = replace(found);
    if (plain === undefined || plain === found[0]) continue;
    keep(found.index);
    at += found[0].length;
    text += plain;
    for (let i = 0; i < plain.length; i++) places.push({ start: found.index, end: at });
  }
  if (at === 0) return traced;
  const length = traced.text.length;
  keep(length);
  const spanOf = (start: number, end: number) => {
    const from = places[start]?.start ?? length;
    return traced.spanOf(from, Math.max(from, places[end - 1]?.end ?? length));
  };
  return { text, original: traced.original, spanOf };
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
    "\ufffd": upright,
  }).flatMap(([plain, characters]) => [...characters].map((character) => [character, plain] as const)),
);

/** Joiners, marks of direction, soft hyphens, invisible operators, and the grouping brackets of word processors. */
const invisible = /[\p{Cf}\p{Variation_Selector}〖〗]/u;
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const raisedMeaning = "0123456789+-";
const known = /^[\u0020-\u007e]*$/;

/** `original` without invisible characters, in ASCII, Greek and the few other signs that formulas use. */
export function traceCharacters(original: string): Traced {
  const traced: Traced = { text: original, original, spanOf: (start, end) => ({ start, end }) };
  return rewritten(traced, /[^ -~]/gu, ([character]) => plainCharacter(character));
}

function plainCharacter(character: string): string {
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
