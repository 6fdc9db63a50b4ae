/** Takes an answer apart into the quantities that its words stand for, or the values that its formulas are. */

import type { Kind } from "../../engine/model.ts";
import { canonicalName } from "../../engine/names.ts";
import { compare } from "../../formula/equal/compare.ts";
import { formulaOf } from "../../formula/equal/formula.ts";
import type { Formula } from "../../formula/equal/points.ts";
import { freeSpace } from "../../formula/equal/spaces.ts";
import { parse } from "../../formula/parse.ts";
import { Message } from "../../messages/message.ts";
import { quotedLength, safeText } from "../../messages/safeText.ts";
import { isList, type Json, shownValue } from "../judgement.ts";
import { Quantities } from "../quantities.ts";
import { ellipsis, splitWords } from "../words.ts";
import { say } from "./messages.ts";

/** What an answer names. */
export interface Named {
  readonly names: Set<string>;
  /** Sequences without an index that cannot stand for all their members here. */
  readonly vague: Set<string>;
  /** With the quantity that each may have been meant to be. */
  readonly unknown: Map<string, string | undefined>;
  /** Nothing is written, not even "none". */
  readonly isUntouched: boolean;
  /** "All but W", which a list of its words would misread. */
  readonly excludes: boolean;
}

const longestText = 10_000;
const longestFormula = 500;
const mostWords = 1000;

const noneWords = /^(?:none|nothing|no|keine|keiner|nichts|∅|-|–|—|\\emptyset)$/i;
const exclusion = /(?:^|[\s,;(])(?:not|no|without|except|but|excluding|nicht|ohne|außer|ausser|kein|keine)(?=[\s,;)])/i;

/** Bullets; what a name is equal to; `y1 to y2`; `y1/y2`. */
const around: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:[-*•]|\d{1,2}[.):])[ \t]+/gm, ""],
  [/=[^,;\n]*/g, ""],
  [/(\\?\p{L}{1,20})(_?[{[(]?\d{1,9}[)\]}]?)\s*(?:[-–]|to|bis)\s*(?=\1_?[{[(]?\d)/gu, `$1$2 ${ellipsis} `],
  [/(?<=[\d)\]}])\s*\/\s*(?=\\?\p{L})/gu, ", "],
];

/** Where the names in a clause do not belong to the list: "V and W are parameters". */
const onlyCalled = /\s(?:is|are|ist|sind) (?:an? |eine? )?(?:parameters?|inputs?|Eingaben?)(?!\p{L})/iu;

/** Whether a value is a formula and has no name: `1 - g2`. */
export function isUnnamed(value: string): boolean {
  return canonicalName(value) === undefined;
}

/** Reads lists of texts, or texts that list names; of what is none of them it says what is wrong. */
export function namesReader(
  kinds: ReadonlyMap<string, Kind>,
  harmless: ReadonlySet<string>,
): (value: Json) => Named | Message {
  const unnamed = [...harmless].filter(isUnnamed);
  const quantities = new Quantities(kinds, harmless);
  const formulaIn = formulaReader(unnamed);

  return (value) => {
    const texts = textsOf(value);
    if (texts instanceof Message) return texts;
    const words = texts.map(bare).flatMap((text) => {
      const entries = text.split(/[,;\n]/).map((entry) => formulaIn(entry) ?? entry);
      return entries.some((entry) => unnamed.includes(entry))
        ? entries.flatMap((entry) => (unnamed.includes(entry) ? [entry] : splitWords(entry)))
        : splitWords(text);
    });
    if (words.length > mostWords) return say("names.not-a-list", { found: shownValue(value) });
    return resolved(words.length === 1 && noneWords.test(words[0] as string) ? [] : words, {
      isUntouched: words.every((word) => word === ellipsis),
      excludes: words.length > 1 && texts.some((text) => exclusion.test(text)),
    });
  };

  /** The names in a text, without what is written around them: `1. hidden states h0 and h1 = tanh(tau1)`. */
  function bare(text: string): string {
    const plain = around.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
    const entries = plain.split(/([,;\n]|\.\s)/).map((entry) => {
      if (onlyCalled.test(entry)) return "";
      const names = entry.split(/\s+/).filter((word) => !isProse(word));
      return names.join("") === "" ? entry : names.join(" ");
    });
    return entries.join("");
  }

  function isProse(word: string): boolean {
    const [, letters] = /^\(?(\p{L}{2,}(?:-\p{L}+)?)[).:]*$/u.exec(word) ?? [];
    const meant = letters === undefined ? undefined : quantities.resolve(letters);
    return meant?.is === "unknown" && (meant.nearest ?? "").length < 3 && !noneWords.test(word);
  }

  function resolved(words: readonly string[], about: Pick<Named, "isUntouched" | "excludes">): Named {
    const named: Named = { names: new Set(), vague: new Set(), unknown: new Map(), ...about };
    let previous: string | undefined;
    for (const [i, word] of words.entries()) {
      if (word === ellipsis) {
        const next = quantities.resolve(words[i + 1] ?? "");
        const between = previous !== undefined && next.is === "quantity" ? quantities.range(previous, next.name) : [];
        for (const name of between ?? []) named.names.add(name);
        continue;
      }
      const meant = unnamed.includes(word) ? { is: "quantity" as const, name: word } : quantities.resolve(word);
      previous = meant.is === "quantity" ? meant.name : undefined;
      if (meant.is === "quantity") named.names.add(meant.name);
      else if (meant.is === "unknown") named.unknown.set(safeText(word, quotedLength), meant.nearest);
      else if (meant.members.every((name) => harmless.has(name)))
        for (const name of meant.members) named.names.add(name);
      else named.vague.add(meant.base);
    }
    return named;
  }
}

function textsOf(value: Json): readonly string[] | Message {
  const entries = isList(value) ? value : [value];
  const strange = entries.findIndex((entry) => typeof entry !== "string" || entry.length > longestText);
  if (strange < 0 && entries.length <= mostWords) return entries as readonly string[];
  if (!isList(value) || strange < 0) return say("names.not-a-list", { found: shownValue(value) });
  return say("names.not-text", { position: strange + 1, found: shownValue(entries[strange] ?? null) });
}

/** Which of `values` a text is a way to write; undefined for a name, for what is no formula, and for another one. */
function formulaReader(values: readonly string[]): (text: string) => string | undefined {
  const space = freeSpace();
  const known = values.map((value) => ({ value, formula: formulaFrom(value) }));
  return (text) => {
    if (known.length === 0 || text.length > longestFormula || !isUnnamed(text)) return undefined;
    const written = formulaFrom(text);
    const isSame = (one?: Formula) => one && written && compare(space, written, one).verdict === "equal";
    return known.find(({ formula }) => isSame(formula))?.value;
  };
}

function formulaFrom(text: string): Formula | undefined {
  const parsed = parse(text);
  return parsed.ok ? formulaOf(parsed.syntax) : undefined;
}
