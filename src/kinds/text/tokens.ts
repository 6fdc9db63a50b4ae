/** Reads prose, LaTeX and pseudo-code as one row of tokens with distances; knows characters and no meaning of words. */

import { foldCharacter, latexCommands, symbols } from "./characters.ts";
import { collapseFormulas } from "./formulas.ts";
import type { Token } from "./token.ts";

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

const abbreviations = new Set([
  "bzw",
  "ca",
  "resp",
  "approx",
  "vs",
  "evtl",
  "ggf",
  "bspw",
  "usw",
  "etc",
  "inkl",
  "max",
  "min",
]);

/** Abbreviations that a sentence can end with. */
const sentenceEnds = new Set(["approx", "etc", "usw"]);

/** The tokens of `source`, in time linear in its length. */
export function tokenize(source: string): readonly Token[] {
  return new Scanner(source).run();
}

class Scanner {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #pad = 0;
  #breaks = false;
  /** Braces of LaTeX groups still open: what is to be written where they close. */
  readonly #groups: ("plain" | "numerator" | "denominator")[] = [];
  #fraction: "none" | "numerator" | "denominator" = "none";

  constructor(source: string) {
    this.#source = source;
  }

  run(): readonly Token[] {
    while (this.#at < this.#source.length) this.#step();
    return collapseFormulas(this.#tokens);
  }

  #step(): void {
    const start = this.#at;
    const character = String.fromCodePoint(this.#source.codePointAt(start) ?? 0);
    if (foldCharacter(character).kind === "letter") this.#word(start);
    else if (character === "\\") this.#command(start);
    else if (character === "{" || character === "}") this.#brace(character, start);
    else this.#symbol(character, start);
  }

  #word(start: number): void {
    let text = "";
    while (this.#at < this.#source.length) {
      const character = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
      const folded = foldCharacter(character);
      const apostrophe = folded.kind === "apostrophe" && isLetterAt(this.#source, this.#at + 1);
      if (apostrophe && possessive.test(this.#source.slice(this.#at + 1, this.#at + 3))) {
        this.#push(text, start);
        this.#at += 2;
        return;
      }
      const decimal = /^\d+$/.test(text) && /[.,]/.test(character) && /\d/.test(this.#source[this.#at + 1] ?? "");
      if (folded.kind !== "letter" && !apostrophe && !decimal) break;
      if (folded.alone && text !== "") break;
      this.#at += character.length;
      text += decimal ? "." : folded.text;
      if (folded.alone) break;
    }
    if (text !== "") this.#push(text, start);
  }

  #command(start: number): void {
    const name = /^\\([A-Za-z]+|.)?/su.exec(this.#source.slice(start, start + 40))?.[1] ?? "";
    this.#at = start + 1 + name.length;
    if (name === "frac" || name === "dfrac" || name === "tfrac") {
      this.#fraction = "numerator";
      return;
    }
    if (name === "\\" || name === "newline") {
      this.#separate(commaGap, true);
      return;
    }
    const meaning = latexCommands.get(name) ?? (/^[A-Za-z]/.test(name) ? name.toLowerCase() : "");
    if (meaning !== "") this.#push(meaning, start);
  }

  #brace(character: "{" | "}", start: number): void {
    this.#at = start + 1;
    if (character === "{") {
      if (this.#fraction === "denominator") this.#push("/", start);
      this.#groups.push(this.#fraction === "none" ? "plain" : this.#fraction);
      if (this.#fraction !== "none") this.#push("(", start);
      this.#fraction = "none";
      return;
    }
    const group = this.#groups.pop();
    if (group === undefined || group === "plain") return;
    this.#push(")", start);
    if (group === "numerator") this.#fraction = "denominator";
  }

  #symbol(character: string, start: number): void {
    const pair = symbols.get(this.#source.slice(start, start + 2));
    this.#at = start + (pair === undefined ? character.length : 2);
    const pause = pair === undefined ? pauses.get(character) : undefined;
    const symbol = pair ?? symbols.get(character);
    if (character === "\n" && bullet.test(this.#source.slice(this.#at, this.#at + 8)))
      this.#separate(sentenceGap, true);
    else if (this.#isPrime(character, start)) this.#push("prime", start);
    else if (character === "," && this.#isEnumeration()) return;
    else if (pause !== undefined) this.#separate(pause, true);
    else if (pair === undefined && /[.!?…]/.test(character)) this.#stop(start);
    else if (pair === undefined && /[-–—]/.test(character)) this.#dash(character, start);
    else if (symbol !== undefined) this.#push(symbol, start);
  }

  /** The comma of `a, b, c` parts nothing. */
  #isEnumeration(): boolean {
    return this.#tokens.at(-1)?.text.length === 1 && lettersAhead.test(this.#source.slice(this.#at, this.#at + 4));
  }

  /** The sign of a derivative: `tanh'(τ)`, `f'(x)`, `tanh'`; not a quotation mark. */
  #isPrime(character: string, start: number): boolean {
    const last = this.#tokens.at(-1);
    if (!/['’´′]/.test(character) || last?.end !== start) return false;
    return last.text === "tanh" || this.#source[start + 1] === "(";
  }

  /** A full stop ends a sentence unless it belongs to `g.norm`, `z.B.` or `bzw.`. */
  #stop(start: number): void {
    const next = this.#source[start + 1] ?? " ";
    const last = this.#tokens.at(-1);
    const joined = last?.end === start;
    const abbreviated = joined && (abbreviations.has(last.text) || /^[a-z]$/.test(last.text));
    if (this.#source[start] === "." && abbreviated && next.trim() === "") {
      // A single letter may also end a sentence ("… by c. The …"), and what stands behind a word ("0 approx. Set 2 …").
      if (
        (last.text.length === 1 || sentenceEnds.has(last.text)) &&
        /^\s+[A-ZÄÖÜ]/.test(this.#source.slice(start + 1, start + 5))
      ) {
        this.#separate(sentenceGap, true);
      }
      return;
    }
    if (this.#source[start] === "." && isLetterAt(this.#source, start + 1) && !/[A-ZÄÖÜ]/.test(next)) return;
    this.#separate(sentenceGap, true);
  }

  #dash(character: string, start: number): void {
    const before = this.#source[start - 1] ?? " ";
    const after = this.#source[start + 1] ?? " ";
    // A hyphen joins words ("long-term", "set-1"); before a number that stands alone it is a sign.
    if (
      isLetterAt(this.#source, start + 1) &&
      !/\s/.test(before) &&
      (isLetterAt(this.#source, start - 1) || !/\d/.test(after))
    )
      return;
    if (/\d/.test(after) && character === "-") this.#push("-", start);
    else this.#separate(commaGap, true);
  }

  #separate(pad: number, breaks: boolean): void {
    this.#pad = Math.max(this.#pad, pad);
    this.#breaks ||= breaks;
  }

  #push(text: string, start: number): void {
    this.#tokens.push({ text, start, end: this.#at, pad: this.#pad, breaks: this.#breaks });
    this.#pad = 0;
    this.#breaks = false;
  }
}

function isLetterAt(source: string, index: number): boolean {
  const code = source.codePointAt(index);
  return code !== undefined && foldCharacter(String.fromCodePoint(code)).kind === "letter";
}
