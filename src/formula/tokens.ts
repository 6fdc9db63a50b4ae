/** The words, numbers and signs of a formula in plain notation (see notation.ts). */

import { greekLetters } from "../engine/names.ts";
import type { Span } from "../engine/syntax.ts";
import { isHeading } from "./derivative.ts";
import { unreadable } from "./errors.ts";
import { lift, lower, loweredRun, parting, raisedRun, upright, wideSpace } from "./notation.ts";
import { refuseCharacter } from "./refusals.ts";
import type { Token, TokenKind } from "./token.ts";

const blank = /[\s~&$`\ue001\ue002]+/y;
const number = /(?:\d+(?:(?:\.|,|\{,\})\d+|\.)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const brokenNumber = /[.,]\d|\.(?![*/^])/y;
const word = /[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*/y;
const greek = /[\u0370-\u03ff](\d*)/y;
const index =
  /_\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\d+|[A-Za-z]+\d*|[\u0370-\u03ff]|\ue000[A-Za-z]+\ue000)|\(([^()]*)\))/y;
const operator = /\*\*|\.[*/^]|[-+*/^]/y;
const uprightWord = /\ue000([A-Za-z]+)\ue000/y;
const command = /\\([A-Za-z]+)/y;
/** Where Python and JavaScript keep their functions: `np.tanh`, `Math.exp`, `torch.nn.functional.relu`. */
const library = /(?:(?:np|numpy|jnp|math|Math|cmath|torch|nn|functional|tf|scipy|special|sympy)\.)+(?=[A-Za-z])/y;
const ending = /[.,;][\s$~]*$/y;
/** What says no more than `=` between a derivative and a formula. */
const loosely = /==|≈/y;
const shortArgument = /\s*([A-Za-z\d])/y;

/** LaTeX that has a grammar of its own. */
const structures: ReadonlyMap<string, TokenKind> = new Map(
  Object.entries({ frac: "fraction", sqrt: "root", over: "over", underbrace: "annotated" } as const),
);

const kinds = { open: "([{", close: ")]}", bar: "|", comma: ",", prime: "'", equals: "=", partial: "∂∇" };
const punctuation: ReadonlyMap<string, TokenKind> = new Map(
  Object.entries(kinds).flatMap(([kind, signs]) => [...signs].map((sign) => [sign, kind as TokenKind] as const)),
);

/**
 * The tokens of a formula; throws a ReadingError at the first thing that belongs in no formula. `isName` says whether a
 * word is a name that may be used.
 */
export function tokenize(text: string, isName: (word: string) => boolean): Token[] {
  return new Tokenizer(text, isName).all();
}

class Tokenizer {
  private readonly text: string;
  private readonly isName: (word: string) => boolean;
  private readonly tokens: Token[] = [];
  private begins: Token["begins"];
  private at = 0;

  constructor(text: string, isName: (word: string) => boolean) {
    this.text = text;
    this.isName = isName;
  }

  all(): Token[] {
    while (this.at < this.text.length) {
      const before = this.at;
      const read = this.skip(ending) || this.space() || this.quantity() || this.sign() || this.structure();
      if (!read) refuseCharacter(this.text, this.at);
      if (this.at === before) throw new Error("The token reader stands still.");
    }
    return this.tokens;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  private skip(pattern: RegExp): boolean {
    const found = this.match(pattern);
    if (found) this.at += found[0].length;
    return found !== null;
  }

  /** Goes past what separates, and notes whether something new begins there. */
  private space(): boolean {
    const separator = this.match(blank)?.[0];
    if (separator === undefined) return false;
    this.at += separator.length;
    if (separator.includes(parting.conclusion)) this.begins = "conclusion";
    else if (separator.includes(parting.word)) this.begins = "word";
    else if (separator.includes("&")) this.begins = "column";
    else if (/[\n\r\u2028\u2029]/.test(separator)) this.begins ??= "line";
    else if (separator.includes(wideSpace)) this.begins ??= "wide";
    return true;
  }

  private push(kind: TokenKind, text: string, length: number, more: Partial<Token> | false = false): true {
    const start = this.at;
    const end = start + length;
    this.tokens.push({
      ...{ kind, text, start, end },
      ...(this.begins && { begins: this.begins }),
      ...more,
    });
    this.begins = undefined;
    this.at = end;
    return true;
  }

  private here(length: number): Span {
    return { start: this.at, end: this.at + length };
  }

  private quantity(): boolean {
    if (this.number() || this.library()) return true;
    const found = this.match(word);
    if (found) return this.push("word", found[0], found[0].length);
    const set = this.match(uprightWord);
    if (set) return this.push("word", set[1] ?? "", set[0].length, { upright: true });
    const letter = this.match(greek);
    const name = letter && greekLetters.get(letter[0].charAt(0));
    if (letter && name) return this.push("atom", name + letter[1], letter[0].length);
    const below = this.match(index);
    if (below)
      return this.push("index", (below[1] ?? below[2] ?? below[3] ?? "").replaceAll(upright, ""), below[0].length);
    const lowered = this.match(loweredRun);
    if (lowered) return this.push("index", lift(lowered[0]), lowered[0].length);
    const raised = this.match(raisedRun);
    if (raised) return this.push("raised", lower(raised[0]), raised[0].length);
    return false;
  }

  private number(): boolean {
    const [found = ""] = this.match(number) ?? [];
    if (found === "") return false;
    // `2e1` is twenty, except where a quantity is called e1.
    const [exponent = ""] = /[eE]\d{1,2}$/.exec(found) ?? [];
    const digits = this.isName(exponent) ? found.slice(0, -exponent.length) : found;
    this.push("digits", digits.replace(/\{,\}|,/, "."), digits.length);
    const rest = this.match(brokenNumber);
    const dots = digits.endsWith(".") ? 1 : 0;
    if (this.text.startsWith("...", this.at - dots))
      throw unreadable("expression.ellipsis", { start: this.at - dots, end: this.at - dots + 3 });
    if (rest) throw unreadable("expression.malformed-number", this.here(rest[0].length));
    return true;
  }

  /** The module before a function's name is no part of the formula. */
  private library(): boolean {
    const found = this.match(library);
    if (!found || this.isName(found[0].replace(/\..*/, ""))) return false;
    this.at += found[0].length;
    return true;
  }

  private sign(): boolean {
    const found = this.match(operator);
    if (found) {
      const text = found[0] === "**" ? "^" : found[0].slice(-1);
      return this.push("operator", text, found[0].length, found[0].startsWith(".") && { dotted: true });
    }
    const character = this.text.charAt(this.at);
    if (character === "√") return this.push("atom", "sqrt", 1);
    if (character === "∛") return this.push("atom", "cbrt", 1);
    const equal = this.match(loosely);
    if (equal && isHeading(this.tokens)) return this.push("equals", equal[0], equal[0].length);
    if (character === "=" && this.text.charAt(this.at + 1) === "=") return false;
    const kind = punctuation.get(character);
    if (kind) return this.push(kind, character, 1);
    return character === ":" && this.colon();
  }

  /** `:=`, the end of a heading (`dz/dW: …`), or a division (`x:y`); `x: y` is none of them. */
  private colon(): boolean {
    if (this.text.charAt(this.at + 1) === "=") return this.push("equals", ":=", 2);
    if (isHeading(this.tokens)) return this.push("equals", ":", 1);
    const [before, after] = [-1, 1].map((offset) => /\s/.test(this.text.charAt(this.at + offset)));
    return (before || !after) && this.push("operator", "/", 1);
  }

  private structure(): boolean {
    const [whole, name = ""] = this.match(command) ?? [];
    if (whole === undefined) return false;
    const kind = structures.get(name);
    if (!kind)
      throw unreadable(
        name === "begin" ? "expression.not-mathematics" : "expression.unknown-command",
        this.here(whole.length),
      );
    this.push(kind, name, whole.length);
    // `\frac12`: without braces each argument is one digit or letter.
    for (let missing = kind === "fraction" ? 2 : kind === "root" ? 1 : 0; missing > 0; missing--) {
      const found = this.match(shortArgument);
      if (!found) break;
      this.at += found[0].length - 1;
      this.push(/\d/.test(found[0]) ? "digits" : "word", found[0].trim(), 1);
    }
    return true;
  }
}
