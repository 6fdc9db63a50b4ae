/**
 * Takes prose, LaTeX and pseudo-code apart into one row of words and signs. Punctuation is none of them but distance:
 * `Don't scale, if g ≤ ν.` is dont · scale · (2 words later) if · g · <= · nu.
 */

import { foldCharacter, latexWord, signAt } from "./characters.ts";

export interface Token {
  /** Lower case, without accents (ä = ae, ß = ss); Greek letters and LaTeX commands by name. */
  readonly text: string;
  /** Where it stands in the source: UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Extra distance to the token before (0, or what punctuation between them adds). */
  readonly pad: number;
  /** A comma, colon, line end or dash stands before it. */
  readonly breaks: boolean;
}

/** Farther than any pattern reaches: the end of a sentence. */
export const sentenceGap = 1000;
const commaGap = 2;

/** Signs that part what stands around them, by the distance they add. */
const pauses: ReadonlyMap<string, number> = new Map([
  [";", sentenceGap],
  ["\n", commaGap + 1],
  [",", commaGap],
  [":", commaGap],
  ["•", commaGap],
]);

/** What a line of a list begins with. */
const bullet = /^\s*(?:[-*–•]\s|\d[.)]\s)/u;
/** A name of one letter comes next. */
const lettersAhead = /^\s?\p{L}(?!\p{L})/u;
/** What follows an apostrophe that ends the word: `set 2's`. */
const possessive = /^s(?:[^\p{L}]|$)/u;
const sentenceStart = /^\s+[A-ZÄÖÜ]/;

const abbreviations = new Set("bzw ca resp approx vs evtl ggf bspw usw etc inkl max min".split(" "));
/** Those that a sentence can end with. */
const lastWords = new Set("approx etc usw".split(" "));

/** The tokens of `source`, each sign of a formula for itself, in time linear in its length. */
export function scan(source: string): readonly Token[] {
  return new Scanner(source).run();
}

class Scanner {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #pad = 0;
  #breaks = false;

  constructor(source: string) {
    this.#source = source;
  }

  run(): readonly Token[] {
    while (this.#at < this.#source.length) this.#step();
    return this.#tokens;
  }

  #step(): void {
    const start = this.#at;
    const character = this.#character(start);
    const isLetter = foldCharacter(character).kind === "letter";
    if (!isLetter) this.#at += character.length;
    if (isLetter) this.#word(start);
    else if (character === "\\") this.#command(start);
    else if (/[{}]/.test(character)) this.#brace(character, start);
    else this.#sign(character, start);
  }

  #word(start: number): void {
    let text = "";
    while (this.#at < this.#source.length) {
      const character = this.#character(this.#at);
      const folded = foldCharacter(character);
      const apostrophe = folded.kind === "apostrophe" && this.#isLetter(this.#at + 1);
      if (apostrophe && possessive.test(this.#ahead(this.#at + 1, 2))) {
        this.#push(text, start);
        this.#at += 2;
        return;
      }
      const decimal = /^\d+$/.test(text) && /[.,]/.test(character) && /\d/.test(this.#ahead(this.#at + 1, 1));
      if (folded.kind !== "letter" && !apostrophe && !decimal) break;
      if (folded.alone && text !== "") break;
      this.#at += character.length;
      text += decimal ? "." : folded.text;
      if (folded.alone) break;
    }
    if (text !== "") this.#push(text, start);
  }

  #command(start: number): void {
    const name = /^(?:[A-Za-z]+|.)?/su.exec(this.#ahead(this.#at, 40))?.[0] ?? "";
    this.#at += name.length;
    if (name === "\\" || name === "newline") this.#separate(commaGap);
    else if (latexWord(name) !== "") this.#push(latexWord(name), start);
  }

  /** LaTeX groups are brackets, and those of a fraction stand side by side: `\frac{a}{b}`. */
  #brace(character: string, start: number): void {
    this.#push(character === "{" ? "(" : ")", start);
    if (character === "}" && this.#source[this.#at] === "{") this.#push("/", start);
  }

  #sign(character: string, start: number): void {
    const found = signAt(this.#source, start);
    if (found?.length === 2) this.#at = start + 2;
    const last = this.#tokens.at(-1);
    if (found?.length === 2) this.#push(found.sign, start);
    else if (character === "\n" && bullet.test(this.#ahead(this.#at, 8))) this.#separate(sentenceGap);
    else if (this.#isPrime(character, start)) this.#push("prime", start);
    // The comma of `a, b, c` parts nothing.
    else if (character === "," && last?.text.length === 1 && lettersAhead.test(this.#ahead(this.#at, 3))) return;
    else if (pauses.has(character)) this.#separate(pauses.get(character) ?? 0);
    else if (/[.!?…]/.test(character)) this.#stop(start);
    else if (/[-–—]/.test(character)) this.#dash(character, start);
    else if (found !== undefined) this.#push(found.sign, start);
  }

  /** The sign of a derivative: `tanh'(τ)`, `f'(x)`, `tanh'`; not a quotation mark. */
  #isPrime(character: string, start: number): boolean {
    const last = this.#tokens.at(-1);
    if (!/['’´′]/.test(character) || last?.end !== start) return false;
    return last.text === "tanh" || this.#source[start + 1] === "(";
  }

  /** A full stop ends a sentence unless it belongs to `g.norm`, `z.B.` or `bzw.`. */
  #stop(start: number): void {
    const last = this.#tokens.at(-1);
    if (this.#source[start] === "." && last?.end === start) {
      const letter = /^[a-z]$/.test(last.text);
      const next = this.#source[start + 1] ?? " ";
      if (next.trim() === "" && (letter || abbreviations.has(last.text))) {
        // A single letter may also end a sentence ("… by c. The …"), and what stands behind a word ("0 approx. Set 2 …").
        const mayEnd = letter || lastWords.has(last.text);
        if (!mayEnd || !sentenceStart.test(this.#ahead(start + 1, 4))) return;
      }
    }
    const inside = this.#source[start] === "." && this.#isLetter(start + 1);
    if (!inside || /[A-ZÄÖÜ]/.test(this.#ahead(start + 1, 1))) this.#separate(sentenceGap);
  }

  /** A hyphen joins words ("long-term", "set-1"); before a number that stands alone it is a sign; else it is a dash. */
  #dash(character: string, start: number): void {
    const before = this.#source[start - 1] ?? " ";
    const number = /\d/.test(this.#ahead(start + 1, 1));
    const joins = this.#isLetter(start + 1) && !/\s/.test(before) && (this.#isLetter(start - 1) || !number);
    if (joins) return;
    if (number && character === "-") this.#push("-", start);
    else this.#separate(commaGap);
  }

  #separate(pad: number): void {
    this.#pad = Math.max(this.#pad, pad);
    this.#breaks = true;
  }

  #push(text: string, start: number): void {
    this.#tokens.push({ text, start, end: this.#at, pad: this.#pad, breaks: this.#breaks });
    this.#pad = 0;
    this.#breaks = false;
  }

  #character(at: number): string {
    return String.fromCodePoint(this.#source.codePointAt(at) ?? 0);
  }

  #ahead(at: number, length: number): string {
    return this.#source.slice(at, at + length);
  }

  #isLetter(at: number): boolean {
    return at >= 0 && at < this.#source.length && foldCharacter(this.#character(at)).kind === "letter";
  }
}
