/**
 * What the tool says to people, in each language. A message carries its own words, so whoever writes a rule writes what
 * it says beside it:
 *
 * ```ts
 * const say = messages({ "number.digits": { en: "Give {n} {n|digit|digits}.", de: "Gib {n} {n|Stelle|Stellen} an." } });
 * say("number.digits", { n: 3 }).in("en"); // Give 3 digits.
 * ```
 *
 * The parameters are typed by the text: one that is missing, misspelt or absent from the other language is a type error.
 */

export type Language = "en" | "de";

/** The same text in each language. */
export type Text = Readonly<Record<Language, string>>;

/** A list is shown with commas between its entries, a text in the language of the message. */
export type Param = string | number | readonly string[] | Text;
export type Params = Readonly<Record<string, Param>>;

/** `{name}` stands for a parameter, `{n|value|values}` for the first form if n is 1, else the second. */
export interface Words {
  readonly en: string;
  readonly de: string;
  /** Gives the right answer away: shown at `--feedback full` only. */
  readonly solution?: true;
}

/** Braces around something else than a name are meant as they stand: `{ "key": … }`. */
type Placeholder<P extends string> = P extends `${infer Name}|${string}`
  ? Name
  : P extends `${string}${" " | "`" | '"'}${string}`
    ? never
    : P;
/** The names of the parameters that a text has. */
export type Placeholders<T extends string> = T extends `${string}{${infer Rest}`
  ? (Rest extends `${infer P}}${string}` ? Placeholder<P> : never) | Placeholders<Rest>
  : never;

/** The arguments behind a code: none, or the parameters that its text has. */
export type ParamsOf<W extends Words> = [Placeholders<W["en"]>] extends [never]
  ? []
  : [params: { readonly [Name in Placeholders<W["en"]>]: Param }];

/** Both languages have the same placeholders. */
export type SamePlaceholders<T extends Record<string, Words>> = {
  readonly [C in keyof T]: [Placeholders<T[C]["en"]>, Placeholders<T[C]["de"]>] extends [
    Placeholders<T[C]["de"]>,
    Placeholders<T[C]["en"]>,
  ]
    ? Words
    : { readonly de: `a text with the placeholders ${Placeholders<T[C]["en"]>}` };
};

/** The line of an answer that a message points at, and from where to where in it; safe to display. */
export interface Place {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/** Something to tell, under a code that stays the same for ever. Its words are no part of it as data. */
export class Message<Code extends string = string> {
  readonly code: Code;
  readonly params?: Params;
  readonly place?: Place;
  /** Whether it is one of those that the message before them announces. */
  readonly isPart?: true;
  readonly #words: Words;

  constructor(code: Code, words: Words, params?: Params, place?: Place, isPart?: true) {
    this.code = code;
    if (isPart) this.isPart = isPart;
    if (params !== undefined) this.params = params;
    if (place !== undefined) this.place = place;
    this.#words = words;
  }

  /** Whether it gives the right answer away. */
  get isSolution(): boolean {
    return this.#words.solution === true;
  }

  pointingAt(place: Place): Message<Code> {
    return new Message(this.code, this.#words, this.params, place, this.isPart);
  }

  asPart(): Message<Code> {
    return new Message(this.code, this.#words, this.params, this.place, true);
  }

  in(language: Language): string {
    return filled(this.#words[language], this.params ?? {}, language);
  }
}

/** Says the messages of one part of the program, by code; `words` holds them all. */
export interface Say<T extends Record<string, Words>> {
  <C extends keyof T & string>(code: C, ...params: ParamsOf<T[C]>): Message<C>;
  readonly words: T;
}

export function messages<const T extends Record<string, Words>>(words: T & SamePlaceholders<T>): Say<T> {
  const say = (code: string, params?: Params) => new Message(code, words[code] as Words, params);
  return Object.assign(say, { words }) as Say<T>;
}

const placeholder = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

function filled(template: string, params: Params, language: Language): string {
  return template.replace(placeholder, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && other !== undefined) return value === 1 ? one : other;
    if (typeof value !== "object") return String(value);
    return "en" in value ? value[language] : value.join(", ");
  });
}
