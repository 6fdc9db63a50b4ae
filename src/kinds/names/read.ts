/** Takes an answer apart into the words that stand for quantities, or for values that are formulas. */

import { canonicalName } from "../../engine/names.ts";
import { compare } from "../../formula/equal/compare.ts";
import { type Formula, formulaOf } from "../../formula/equal/formula.ts";
import { freeSpace } from "../../formula/equal/spaces.ts";
import { parse } from "../../formula/parse.ts";
import type { Message } from "../../messages/message.ts";
import { isList, type Json, shownValue } from "../judgement.ts";
import { splitWords } from "../words.ts";
import { say } from "./messages.ts";

export type NamesReading =
  /** The words as written; none for "none". `excludes`: "all but W", which a list of its words would misread. */
  | { readonly is: "words"; readonly words: readonly string[]; readonly excludes: boolean }
  | { readonly is: "missing" }
  | { readonly is: "unreadable"; readonly message: Message };

const longestText = 10_000;
const longestFormula = 500;
const mostWords = 1000;

const noneWords = new Set(["none", "nothing", "no", "keine", "keiner", "nichts", "∅", "-", "–", "—", "\\emptyset"]);
const exclusion = /(?:^|[\s,;(])(?:not|no|without|except|but|excluding|nicht|ohne|außer|ausser|kein|keine)(?=[\s,;)])/i;

/**
 * Reads a list of texts, or one text that lists names. `formulaName` gives the name of a value that is written as a
 * formula, for values that have no other name.
 */
export function readNames(value: Json, formulaName: (text: string) => string | undefined): NamesReading {
  const entries = isList(value) ? value : [value];
  const strange = entries.findIndex((entry) => typeof entry !== "string" || entry.length > longestText);
  const notList = { is: "unreadable", message: say("names.not-a-list", { found: shownValue(value) }) } as const;
  if (entries.length > mostWords || (strange >= 0 && !isList(value))) return notList;
  if (strange >= 0) {
    const params = { position: strange + 1, found: shownValue(entries[strange] ?? null) };
    return { is: "unreadable", message: say("names.not-text", params) };
  }
  const texts = entries as readonly string[];
  const words = texts.flatMap((text) => wordsOf(text, formulaName));
  if (words.length > mostWords) return notList;
  if (texts.length > 0 && texts.every((text) => text.trim() === "")) return { is: "missing" };
  if (words.length === 1 && noneWords.has(words[0]?.toLowerCase() ?? ""))
    return { is: "words", words: [], excludes: false };
  return { is: "words", words, excludes: texts.some((text) => exclusion.test(text)) };
}

/** Entries that are formulas as they are, all others in words. */
function wordsOf(text: string, formulaName: (text: string) => string | undefined): readonly string[] {
  const entries = text.split(/[,;\n]/).map((entry) => ({ entry, name: formulaName(entry) }));
  if (entries.every(({ name }) => name === undefined)) return splitWords(text);
  return entries.flatMap(({ entry, name }) => (name === undefined ? splitWords(entry) : [name]));
}

/** Which of `values` a text is a way to write; undefined for a name, for what is no formula, and for another one. */
export function formulaReader(values: readonly string[]): (text: string) => string | undefined {
  const space = freeSpace();
  const known = values.flatMap((value) => {
    const formula = formulaIn(value);
    return formula === undefined ? [] : [{ value, formula }];
  });
  return (text) => {
    if (known.length === 0 || text.length > longestFormula || canonicalName(text) !== undefined) return undefined;
    const formula = formulaIn(text);
    return formula && known.find((other) => compare(space, formula, other.formula).verdict === "equal")?.value;
  };
}

function formulaIn(text: string): Formula | undefined {
  const parsed = parse(text);
  return parsed.ok ? formulaOf(parsed.syntax) : undefined;
}
