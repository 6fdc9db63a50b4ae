/** Judges a choice among given options, however it is put into words; knows no exercise file. */

import { nearest } from "../../engine/names.ts";
import { isList, shownValue } from "../jsonValue.ts";
import type { Answer, Feedback, Json, Judgement } from "../judgement.ts";

export interface ChoiceOption {
  readonly value: string | number | boolean;
  /** Other words for it, in any language and case. */
  readonly synonyms?: readonly string[];
}

export interface ChoiceReference {
  /** The values that are right, as text. */
  readonly correct: readonly string[];
}

/** What an answer says: the option's value as text, several of them, or nothing that can be read. */
type ChoiceReading = { readonly is: "one"; readonly value: string } | { readonly is: "several" | "unknown" };

/** General words, by the option that they mean where such an option exists. */
const vocabulary: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    true: "yes y ja j wahr w richtig correct right stimmt zutreffend t 1",
    false: "no n nein falsch f incorrect wrong unzutreffend 0",
    forward: "forwards vorwärts vorwaerts hinweg hin",
    backward: "backwards rückwärts rueckwaerts rückweg zurück zurueck backprop backpropagation",
    both: "beide beides beiden",
    neither: "none keine keiner keines weder",
    previous:
      "prior preceding earlier past last before vorherige vorherigen vorheriger vorige vorigen vorhergehende vergangene",
    next: "following subsequent later future after nächste nächsten nächster folgende folgenden zukünftige",
    1: "one first i eins erste erster ersten erstes",
    2: "two second ii zwei zweite zweiter zweiten zweites",
    3: "three third iii drei dritte dritter dritten drittes",
    4: "four fourth iv vier vierte vierter vierten viertes",
  }).map(([value, words]) => [value, words.split(" ")]),
);

/** Words that may stand beside a choice without changing it. Negations are none of them. */
const fillers = new Set(
  (
    "the a an at of on in is it its i only just for depends time zeit zeitpunkt bei von hängt ab during pass passes phase step state value set parameter parameters params satz " +
    "parametersatz parameterset option choice case variant variante fall nr number answer antwort one better best " +
    "and und choose wähle der die das den dem ein eine im es ist nur beim während durchlauf durchläufe durchläufen richtung richtungen direction directions schritt zustand wert besser am besten"
  ).split(" "),
);

/** A noun that only introduces the choice: `set one`, `parameter set 2`. */
const caption = /^(?:the )?(?:parameter |param )?(?:set|option|case|choice|number|nr|no|satz|parametersatz|fall) /;
/** A yes or no that an explanation follows; a plain "no" needs a sign behind it ("no doubt" is no no). */
const explainedLead = /^\s*([^,;:.!–—-]{1,20})[,;:.!–—-](.*)$|^\s*(?=yes|ja|nein)(\p{L}+)\s(.*)$/isu;

const longestText = 500;

/** A judge of answers to one question worth `points`. */
export function bindChoice(
  reference: ChoiceReference,
  options: readonly ChoiceOption[],
  points: number,
): (answer: Answer) => Judgement {
  const reader = new ChoiceReader(options);
  const correct = new Set(reference.correct);
  const shownOptions = options.map(({ value }) => String(value));
  const solution: Feedback = { code: "choice.solution", params: { options: [...reference.correct] }, level: "full" };
  return ({ value }) => {
    if (value === null || (typeof value === "string" && value.trim() === "")) return verdict("missing", 0, []);
    const reading = reader.read(value);
    if (reading.is === "one") {
      return correct.has(reading.value)
        ? verdict("correct", points, [])
        : verdict("incorrect", 0, [{ code: "choice.wrong" }, solution]);
    }
    const params = { options: shownOptions, found: shownValue(value) };
    if (reading.is === "several") return verdict("invalid", 0, [{ code: "choice.several", params }]);
    // Only single words are slips; short ones (`h1` for `1`) are close to everything.
    const slip = typeof value === "string" && /^\p{L}{4,}$/u.test(value.trim()) ? value.trim().toLowerCase() : "";
    const close = slip === "" ? undefined : nearest(slip, shownOptions);
    return verdict("invalid", 0, [
      close === undefined
        ? { code: "choice.unknown", params }
        : { code: "choice.unknown-nearest", params: { ...params, nearest: close } },
    ]);
  };
}

function verdict(is: Judgement["verdict"], points: number, feedback: readonly Feedback[]): Judgement {
  return { verdict: is, points, reviewPoints: 0, feedback };
}

/** Finds the option that a JSON value means. */
class ChoiceReader {
  private readonly values: ReadonlySet<string>;
  /** Word or phrase (folded) → option; undefined where two options share it. */
  private readonly meanings = new Map<string, string | undefined>();

  constructor(options: readonly ChoiceOption[]) {
    this.values = new Set(options.map(({ value }) => String(value)));
    for (const { value, synonyms } of options) {
      for (const phrase of [String(value), ...(synonyms ?? [])]) this.learn(fold(phrase), String(value));
    }
    for (const value of this.values) {
      for (const phrase of vocabulary.get(value.toLowerCase()) ?? []) {
        if (!this.meanings.has(phrase)) this.meanings.set(phrase, value);
      }
    }
    // "(b)" for the second of numbered options.
    for (let i = 1; this.values.has(String(i)) && i <= 26; i++) {
      const letter = String.fromCharCode(96 + i);
      if (!this.meanings.has(letter)) this.meanings.set(letter, String(i));
    }
  }

  read(value: Json): ChoiceReading {
    if (isList(value)) {
      const [only] = value;
      if (value.length === 1 && only !== undefined && !isList(only)) return this.read(only);
      return { is: value.length > 1 ? "several" : "unknown" };
    }
    if (typeof value === "boolean" || typeof value === "number") return this.exactly(fold(String(value)));
    return typeof value === "string" && value.length <= longestText ? this.readText(value) : { is: "unknown" };
  }

  private exactly(phrase: string): ChoiceReading {
    const value = this.meanings.get(phrase) ?? this.meanings.get(phrase.replace(caption, ""));
    return value === undefined ? { is: "unknown" } : { is: "one", value };
  }

  private readText(text: string): ChoiceReading {
    const whole = this.exactly(fold(text));
    if (whole.is === "one") return whole;
    return this.explained(text) ?? this.fromWords(fold(text).split(" "));
  }

  /** "No, they do not": what follows the comma explains and does not choose, unless it names another option. */
  private explained(text: string): ChoiceReading | undefined {
    const match = this.values.has("true") ? explainedLead.exec(text) : null;
    const lead = match?.[1] ?? match?.[3];
    const rest = match?.[2] ?? match?.[4];
    if (lead === undefined || rest === undefined) return undefined;
    const leading = this.exactly(fold(lead));
    if (leading.is !== "one") return undefined;
    const others = fold(rest)
      .split(" ")
      .filter((word) => word.length > 1 && this.meanings.has(word))
      .some((word) => this.meanings.get(word) !== leading.value);
    return others ? { is: "several" } : leading;
  }

  /** The one option among words that are otherwise without weight. */
  private fromWords(words: readonly string[]): ChoiceReading {
    const found = new Set<string>();
    let strange = false;
    for (let i = 0; i < words.length; i++) {
      const { length, value } = this.phraseAt(words, i);
      if (value !== undefined) found.add(value);
      else if (!fillers.has(words[i] ?? "")) strange = true;
      i += length - 1;
    }
    const [value] = found;
    if (found.size > 1)
      return this.values.has("both") && this.allBut(found, "both") && !strange
        ? { is: "one", value: "both" }
        : { is: "several" };
    return value === undefined || strange ? { is: "unknown" } : { is: "one", value };
  }

  /** The longest known phrase that begins at word `start`; a filler is no choice inside a longer text. */
  private phraseAt(words: readonly string[], start: number): { length: number; value: string | undefined } {
    for (let length = Math.min(6, words.length - start); length > 0; length--) {
      const phrase = words.slice(start, start + length).join(" ");
      const value = this.meanings.get(phrase);
      const isFiller = words.length > 1 && fillers.has(phrase) && !this.values.has(phrase);
      if (value !== undefined && !isFiller) return { length, value };
    }
    return { length: 1, value: this.compound(words[start] ?? "") };
  }

  /** The option in a compound such as `forwardpass`, `Vorwärtsdurchlauf`. */
  private compound(word: string): string | undefined {
    for (const [phrase, value] of this.meanings) {
      if (phrase.length >= 5 && word.startsWith(phrase) && fillers.has(word.slice(phrase.length))) return value;
    }
    return undefined;
  }

  private allBut(found: ReadonlySet<string>, except: string): boolean {
    return [...this.values].every((value) => value === except || found.has(value));
  }

  private learn(phrase: string, value: string): void {
    const isOthers = this.meanings.has(phrase) && this.meanings.get(phrase) !== value;
    this.meanings.set(phrase, isOthers ? undefined : value);
  }
}

const wordOrNumber = /\p{L}+|(?<![\p{L}\d])[-−]?\d+(?:\.\d+)?|\d+/gu;

/** An index such as `t-1`: its sign is all that tells it from `t+1`. (`set-1` has a hyphen.) */
const shiftedIndex = /(?<!\p{L})(\p{L})\s*([-−–+])\s*(?=\d)/gu;

/** Words and numbers in small letters, separated by single blanks: `"Set (2)."` and `"set2"` → `set 2`. */
function fold(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const signed = plain.replace(
    shiftedIndex,
    (_, letter: string, sign: string) => `${letter} ${sign === "+" ? "plus" : "minus"} `,
  );
  const words = signed.match(wordOrNumber) ?? [];
  return words.map((word) => (/\d/.test(word) ? String(Number(word.replace("−", "-"))) : word)).join(" ");
}
