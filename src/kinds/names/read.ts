/** Takes an answer apart into the words that stand for quantities; knows no model. */

import { isList, shownValue } from "../jsonValue.ts";
import type { Feedback, Json } from "../judgement.ts";

export type NamesReading =
  | {
      readonly ok: true;
      /** The words as written, `..` for an ellipsis; empty for "none". */
      readonly words: readonly string[];
      /** The answer excludes something ("all but W"), so a list of its words would misread it. */
      readonly excludes: boolean;
    }
  | { readonly ok: false; readonly blank: boolean; readonly feedback: readonly Feedback[] };

export const ellipsis = "..";

const longestText = 10_000;
const mostWords = 1000;

const connectives = new Set(
  "and und & + sowie plus also auch the die der das value values wert werte both beide list liste".split(" "),
);
const noneWords = new Set(["none", "nothing", "no", "keine", "keiner", "nichts", "∅", "-", "–", "—", "\\emptyset"]);
const exclusion = /(?:^|[\s,;(])(?:not|no|without|except|but|excluding|nicht|ohne|außer|ausser|kein|keine)(?=[\s,;)])/i;

/**
 * Reads a list of texts, or one text that lists names. `formulaName` gives the name of a value that is written as a
 * formula, for values that have no other name.
 */
export function readNames(
  value: Json,
  formulaName: (text: string) => string | undefined = () => undefined,
): NamesReading {
  const texts = isList(value) ? value : [value];
  if (value === null || texts.length > mostWords) return unreadable(value);
  const words: string[] = [];
  let excludes = false;
  for (const [index, text] of texts.entries()) {
    if (typeof text !== "string" || text.length > longestText) {
      return isList(value) ? unreadableEntry(text, index + 1) : unreadable(value);
    }
    excludes ||= exclusion.test(text);
    words.push(...wordsOf(text, formulaName));
  }
  if (words.length > mostWords) return unreadable(value);
  if (words.length === 1 && noneWords.has(words[0]?.toLowerCase() ?? "")) {
    return { ok: true, words: [], excludes: false };
  }
  if (words.length === 0 && texts.length > 0 && texts.every((text) => String(text).trim() === "")) {
    return { ok: false, blank: true, feedback: [] };
  }
  return { ok: true, words, excludes };
}

/** Entries that are formulas as they are, all others in words. */
function wordsOf(text: string, formulaName: (text: string) => string | undefined): string[] {
  const entries = text.split(/[,;\n]/).map((entry) => ({ entry, name: formulaName(entry) }));
  if (entries.every(({ name }) => name === undefined)) return splitWords(text);
  return entries.flatMap(({ entry, name }) => (name === undefined ? splitWords(entry) : [name]));
}

function unreadable(value: Json): NamesReading {
  return { ok: false, blank: false, feedback: [{ code: "names.not-a-list", params: { found: shownValue(value) } }] };
}

function unreadableEntry(entry: Json, position: number): NamesReading {
  const params = { position, found: shownValue(entry) };
  return { ok: false, blank: false, feedback: [{ code: "names.not-text", params }] };
}

/** The words of a text, split at commas, blanks and connectives, but not inside an index (`h[1]`, `y_{1, 2}`). */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const word of splitOutsideIndices(untypeset(text))) {
    if (connectives.has(word.toLowerCase())) continue;
    const last = words.at(-1);
    // `tau 1`: a number alone is no name, so it belongs to the letters before it.
    if (/^\d{1,9}$/.test(word) && last !== undefined && /^\\?\p{L}+_?$/u.test(last))
      words[words.length - 1] = last + word;
    else words.push(...expandIndices(word));
  }
  return words;
}

const typesetting: readonly (readonly [RegExp, string])[] = [
  [/\\(?:ldots|dots|cdots|dotsc)(?![a-zA-Z])|[…⋯]|\.{2,}/g, ` ${ellipsis} `],
  [/\\(?:left|right|quad|qquad)(?![a-zA-Z])|\\[,;:! ()]|\$/g, " "],
  [/\\(?:text|mathrm)\s*\{([^{}]*)\}/g, "$1"],
  [/\\[{}]/g, " "],
];

function untypeset(text: string): string {
  return typesetting.reduce((plain, [pattern, replacement]) => plain.replace(pattern, replacement), text);
}

const closers: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
]);

/** Brackets right after a letter or `_` hold an index; all others only group, as in `{y1, y2}`, and separate. */
function splitOutsideIndices(text: string): string[] {
  const words: string[] = [];
  let word = "";
  let open = "";
  for (const c of text) {
    const opener = closers.get(c);
    if (open !== "") {
      if (c.trim() !== "") word += c;
      if (c === open) open = "";
    } else if (opener !== undefined && /[\p{L}_]$/u.test(word)) {
      word += c;
      open = opener;
    } else if (opener !== undefined || /[\s,;|})\]"'`]/.test(c)) {
      if (word !== "") words.push(word);
      word = "";
    } else word += c;
  }
  if (word !== "") words.push(word);
  // A sentence's full stop, a bullet's dash, a label's colon.
  return words.map((raw) => (raw === ellipsis ? raw : raw.replace(/[.:]$/, ""))).filter((raw) => raw !== "");
}

const manyIndices = /^(\\?\p{L}+)_?[{[(]([\d,.]+)[)\]}]$/u;

/** `y_{1,2}` → `y1`, `y2`; `h[0..2]` → `h0`, `..`, `h2`. */
function expandIndices(word: string): string[] {
  const match = manyIndices.exec(word);
  const [, base = "", indices = ""] = match ?? [];
  if (!/[,.]/.test(indices)) return [word];
  return indices.split(/(\.{2,})|,/).flatMap((part) => {
    if (part === undefined || part === "") return [];
    return [part.startsWith(".") ? ellipsis : `${base}${part}`];
  });
}
