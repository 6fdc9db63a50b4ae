/** Finds the option that an answer means, however it is put into words: `"the second one"`, `"(b)"`, `"nein"`. */

import { nearest } from "../../engine/names.ts";
import type { Message } from "../../messages/message.ts";
import { isList, type Json, shownValue } from "../judgement.ts";
import { say } from "./messages.ts";
import { type ChoiceOption, valuesOf, wordsFor } from "./options.ts";

/** General words, by the option that they mean where such an option exists. */
const vocabulary: ReadonlyMap<string, string> = new Map(
  Object.entries({
    true: "yes y yep yeah yup ja j jo jep wahr w richtig correct right stimmt zutreffend t 1",
    false: "no n nope nah nein nee nö falsch f incorrect wrong unzutreffend never nie 0",
    forward: "fwd forwards vorwärts vorwaerts hinweg hin",
    backward: "bwd backwards rückwärts rueckwaerts rückweg zurück zurueck backprop backpropagation",
    both: "beide beides beiden",
    neither: "none keine keiner keines weder",
    previous:
      "prior preceding earlier past last before vorherige vorherigen vorheriger vorige vorigen vorhergehende vergangene",
    next: "following subsequent later future after nächste nächsten nächster folgende folgenden zukünftige",
    1: "one first i eins erste erster ersten erstes",
    2: "two second ii zwei zweite zweiter zweiten zweites",
    3: "three third iii drei dritte dritter dritten drittes",
    4: "four fourth iv vier vierte vierter vierten viertes",
  }),
);

/** Words that may stand beside a choice without changing it. */
const fillers = new Set(
  (
    "the a an at of on in is it its i only just for depends time zeit zeitpunkt bei von hängt ab during pass passes phase step state value set parameter parameters params satz " +
    "parametersatz parameterset option choice case variant variante fall nr number answer antwort one better best " +
    "and und but sondern we should think definitely clearly propagation therefore needed values are choose wähle der die das den dem ein eine im es ist nur beim während durchlauf durchläufe durchläufen richtung richtungen direction directions schritt zustand wert besser am besten"
  ).split(" "),
);

/** A noun that only introduces the choice: `set one`, `parameter set 2`. */
const caption =
  /^(?:the )?(?:parameter |param )?(?:set|option|case|choice|number|(?:nr|no)(?= \d)|satz|parametersatz|fall) /;
/** A choice that an explanation follows; a plain "no" needs a sign behind it ("no doubt" is no no). */
const explainedLead =
  /^\s*([^,;:.!–—-]{1,20})(?:[,;:.!–—-]\s|\s(?:because|since|as|weil|da|denn)\s)|^\s*(?=yes|ja|nein)(\p{L}+)\s/iu;
/** What stands between choices. */
const separator = /[/|,;&\n]|(?<!\p{L})(?:or|oder|and|und|vs)(?!\p{L})/iu;

const longestText = 500;

/** Finds the one option that answers name, as text, or says why there is none. */
export function optionReader(all: readonly ChoiceOption[]): (answer: Json) => string | Message {
  const read = choiceReader(all);
  return (answer) => {
    const [chosen, ...others] = read(answer);
    if (chosen !== undefined && others.length === 0) return chosen;
    const params = { options: valuesOf(all), found: shownValue(answer) };
    if (others.length > 0) return say("choice.several", params);
    // Only single words are slips; short ones (`h1` for `1`) are close to everything.
    const slip = typeof answer === "string" && /^\p{L}{4,}$/u.test(answer.trim()) ? answer.trim().toLowerCase() : "";
    const close = slip && nearest(slip, params.options);
    return close ? say("choice.unknown-nearest", { ...params, nearest: close }) : say("choice.unknown", params);
  };
}

/** Finds the options that answers name, as text: one, several, or none that is among them. */
function choiceReader(options: readonly ChoiceOption[]): (answer: Json) => readonly string[] {
  const values = new Set(valuesOf(options));
  const written = new Map(options.flatMap((one) => wordsFor(one).map((word) => [word, String(one.value)])));
  const meanings = meaningsOf(options);
  const mention = mentionOf([...meanings.keys()]);
  return read;

  function read(answer: Json): readonly string[] {
    if (isList(answer)) return answer.length === 1 ? read(answer[0] ?? null) : answer.map(String);
    if (typeof answer === "boolean" || typeof answer === "number") return exactly(fold(String(answer)));
    const own = typeof answer === "string" ? written.get(answer.trim()) : undefined;
    if (own !== undefined) return [own];
    if (typeof answer !== "string" || answer.length > longestText) return [];
    const whole = exactly(fold(answer));
    return whole.length === 1 ? whole : amongWords(answer);
  }

  function exactly(phrase: string): readonly string[] {
    const value = meanings.get(phrase) ?? meanings.get(phrase.replace(caption, ""));
    return value === undefined ? [] : [value];
  }

  /** The options among words that are otherwise without weight; behind one and its comma stands what explains it. */
  function amongWords(text: string): readonly string[] {
    const lead = explainedLead.exec(text);
    const leading = exactly(fold(lead?.[1] ?? lead?.[2] ?? ""));
    const found = new Set(leading);
    const denied = new Set<string>();
    let isStrange = false;
    for (const segment of text.split(separator).map(fold)) {
      const isMeant = exactly(segment).length > 0 || segment.replace(mention, "").trim() === "";
      const rest = segment.replace(mention, (all, negation: string | undefined, phrase: string) => {
        const value = meanings.get(phrase);
        // "a", "I" and "one" are choices only where nothing else is said; so are letters in an explanation.
        const isWeighty = (!fillers.has(phrase) || values.has(phrase)) && (leading.length === 0 || phrase.length > 1);
        if (value === undefined || !(isMeant || isWeighty)) return all;
        (negation === undefined ? found : denied).add(value);
        return "";
      });
      if (rest.split(" ").some((word) => word !== "" && !fillers.has(word))) isStrange = true;
    }
    if (found.size > 1) {
      const isAll = [...values].every((value) => value === "both" || found.has(value));
      return values.has("both") && isAll && !isStrange ? ["both"] : [...found];
    }
    const isContradicted = [...found].some((value) => denied.has(value));
    return (isStrange && leading.length === 0) || isContradicted ? [] : [...found];
  }
}

/** A known phrase, as a part of a compound too (`Vorwärtsdurchlauf`), and what denies it: `not set 1`. */
function mentionOf(phrases: readonly string[]): RegExp {
  const longestFirst = phrases
    .filter((phrase) => phrase !== "")
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(".", "\\.");
  const filler = [...fillers].join("|");
  const denial = `(not|rather than|instead of|nicht|kein|keine|statt|anstatt|anstelle von) (?:(?:${filler}) )*`;
  return new RegExp(`(?<![^ ])(?:${denial})?(${longestFirst})(?:(?<=\\p{L}{5})(?:${filler}))?(?![^ ])`, "gu");
}

/** Words and phrases (folded) by the option that they mean; undefined where two options share one. */
function meaningsOf(options: readonly ChoiceOption[]): ReadonlyMap<string, string | undefined> {
  const meanings = new Map<string, string | undefined>();
  for (const option of options)
    for (const phrase of wordsFor(option).map(fold)) {
      const value = String(option.value);
      const isShared = phrase === "" || (meanings.has(phrase) && meanings.get(phrase) !== value);
      meanings.set(phrase, isShared ? undefined : value);
    }
  const values = new Set(valuesOf(options));
  for (const value of values) {
    // "(b)" for the second of numbered options.
    const isNumbered = values.has("1") && /^([1-9]|1\d|2[0-6])$/.test(value);
    const general = vocabulary.get(value.toLowerCase())?.split(" ") ?? [];
    for (const phrase of isNumbered ? [...general, String.fromCharCode(96 + Number(value))] : general)
      if (!meanings.has(phrase)) meanings.set(phrase, value);
  }
  return meanings;
}

const wordOrNumber = /\p{L}+|(?<![\p{L}\d])[-−]?\d+(?:\.\d+)?|\d+/gu;

/** An index such as `t-1`: its sign is all that tells it from `t+1`. (`set-1` has a hyphen.) */
const shiftedIndex = /(?<!\p{L})(\p{L})\s*([-−–+])\s*(?=\d)/gu;

/** Words and numbers in small letters, separated by single blanks: `"Set (2)."` and `"set2"` → `set 2`. */
function fold(text: string): string {
  const signed = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(shiftedIndex, (_, letter: string, sign: string) => `${letter} ${sign === "+" ? "plus" : "minus"} `);
  const words = signed.match(wordOrNumber) ?? [];
  const plain = words.map((word) => (/\d/.test(word) ? String(Number(word.replace("−", "-"))) : word)).join(" ");
  // "The second one" is not the first.
  return plain.replace(/(?<=\b(?:first|second|third|fourth)) one\b/g, "");
}
