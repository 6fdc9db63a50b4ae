/**
 * LaTeX mathematics as a line of Unicode: `\tau_{t-1}` → `τₜ₋₁`, `\frac{a+b}{c}` → `(a + b)/c`. Whatever is written, some
 * text comes out: an unknown command keeps its name.
 */

import { isBracketed, joined, operand, type Part } from "./mathSpacing.ts";
import { blackboard, commandText, kindOf, small } from "./mathSymbols.ts";

/** Deeper nesting is shown as it was written: nobody reads it, and reading it recurses. */
const deepest = 60;

/** A formula on one line. */
export function inlineMath(source: string): string {
  return mathLines(source).join("; ");
}

/** A formula as its rows, which `\\` ends. */
export function mathLines(source: string): readonly string[] {
  const reader = new Reader(source);
  const rows: string[] = [];
  while (!reader.isAtEnd) rows.push(joined(reader.parts("")));
  return rows.map((row) => row.trim()).filter((row) => row !== "");
}

const accents: Readonly<Record<string, string>> = {
  ...{ hat: "\u0302", widehat: "\u0302", bar: "\u0304", overline: "\u0304", tilde: "\u0303", widetilde: "\u0303" },
  ...{ vec: "\u20d7", dot: "\u0307", ddot: "\u0308" },
};
const fractions = new Set(["frac", "dfrac", "tfrac"]);
const texts = new Set(["text", "textbf", "textit", "mathrm", "mathit", "mathtt", "operatorname"]);
const invisible = new Set([
  ...["displaystyle", "limits", "nolimits", "nonumber", "!", "left", "right", "big", "Big", "bigl", "bigr", "Bigl"],
  ...["Bigr", "mathbf", "boldsymbol", "bm", "mathcal", "mathsf", "underbrace", "hline"],
]);
const fences: Readonly<Record<string, readonly [string, string]>> = {
  ...{ cases: ["{ ", " }"], pmatrix: ["(", ")"], bmatrix: ["[", "]"], vmatrix: ["|", "|"] },
};

class Reader {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  /** The parts up to `stop` (`}`, `\end`), or up to the end of a row where `stop` is empty. */
  parts(stop: string): readonly Part[] {
    const parts: Part[] = [];
    while (!this.isAtEnd) {
      if (stop !== "" && this.#take(stop)) break;
      if (this.#take("\\\\")) {
        if (stop === "") break;
        parts.push({ text: ";", kind: "comma" });
      } else if (this.#take("&")) parts.push({ text: stop === "\\end" ? "  " : " ", kind: "space" });
      else if (/[_^']/.test(this.#source[this.#at] as string)) this.#script(parts);
      else parts.push(this.#part());
    }
    return parts;
  }

  #part(): Part {
    if (this.#depth > deepest) return this.#rest();
    const space = this.#match(/[\s~]+/y);
    if (space !== undefined) return { text: " ", kind: "space" };
    const plain = this.#match(/\d+(?:[.,]\d+)?|:=|\.\.\./y);
    if (plain !== undefined)
      return { text: plain === "..." ? "…" : plain, kind: plain === ":=" ? "relation" : "operand" };
    if (this.#take("{")) return { text: this.#inside("}"), kind: "operand" };
    if (this.#source[this.#at] === "\\") return this.#command();
    const character = String.fromCodePoint(this.#source.codePointAt(this.#at) as number);
    this.#at += character.length;
    if (character === "}" || character === "$") return { text: "", kind: "space" };
    return { text: character === "-" ? "−" : character, kind: kindOf(character) };
  }

  #command(): Part {
    const name = this.#match(/\\(?:[a-zA-Z]+\*?|[\s\S])/y)?.slice(1) ?? this.#rest().text;
    if (fractions.has(name))
      return { text: `${operand(this.#argument(), "top")}/${operand(this.#argument())}`, kind: "fraction" };
    if (name === "sqrt") {
      const index = this.#take("[") ? this.#inside("]") : "";
      return { text: `${small(index, "^") ?? index}√${operand(this.#argument())}`, kind: "operand" };
    }
    if (name === "mathbb") return { text: blackboard(this.#argument()), kind: "operand" };
    if (name === "begin") return this.#environment();
    if (texts.has(name)) return { text: this.#raw(), kind: name === "operatorname" ? "word" : "operand" };
    const accent = Object.hasOwn(accents, name) ? accents[name] : undefined;
    if (accent !== undefined) {
      const body = this.#argument();
      return { text: [...body].length === 1 ? (body + accent).normalize("NFC") : `${name}(${body})`, kind: "operand" };
    }
    if (invisible.has(name)) {
      // `\left.` is a delimiter that nobody sees.
      if (/^(?:left|right)$/.test(name)) this.#take(".");
      return { text: "", kind: "space" };
    }
    return commandText(name);
  }

  #environment(): Part {
    const name = this.#raw().replace("*", "");
    if (name === "array") this.#raw();
    const [open, close] = Object.hasOwn(fences, name) ? (fences[name] as readonly [string, string]) : ["", ""];
    const body = this.#inside("\\end");
    this.#raw();
    return { text: open + body + close, kind: "operand" };
  }

  #inside(stop: string, compact = false): string {
    this.#depth++;
    const text = joined(this.parts(stop), compact).trim();
    this.#depth--;
    return text;
  }

  /** What a command applies to: a group, or the next symbol (of a number its first digit). */
  #argument(compact = false): string {
    this.#match(/\s+/y);
    if (this.#depth > deepest) return this.#rest().text;
    if (this.#take("{")) return this.#inside("}", compact);
    const digit = this.#match(/\d/y);
    if (digit !== undefined || this.isAtEnd) return digit ?? "";
    this.#depth++;
    const { text } = this.#part();
    this.#depth--;
    return text;
  }

  /** Hangs a sub- or superscript on the part before it. */
  #script(parts: Part[]): void {
    const mark = this.#source[this.#at++];
    const last = parts.pop() ?? { text: "", kind: "operand" };
    const base = last.kind === "prefix" ? { ...last, kind: "operand" as const } : last;
    if (mark === "'") parts.push({ ...base, text: `${base.text}′` });
    else {
      const text = this.#argument(true);
      const range =
        base.kind === "big" && mark === "^" ? base.text.replace(/\]$/, `…${text}]`) : `${base.text}[${text}]`;
      parts.push({ ...base, text: base.kind === "big" ? range : base.text + script(text, mark as "_" | "^") });
    }
  }

  /** The text between braces as it is. */
  #raw(): string {
    const text = this.#match(/\s*\{(?:[^{}]|\{[^{}]*\})*\}?/y) ?? "";
    return text.trim().replace(/^\{|\}$|[${}]|\\(?=[ ,;%&_#])/g, "");
  }

  #rest(): Part {
    const text = this.#source.slice(this.#at);
    this.#at = this.#source.length;
    return { text, kind: "operand" };
  }

  #take(text: string): boolean {
    const isThere = this.#source.startsWith(text, this.#at);
    if (isThere) this.#at += text.length;
    return isThere;
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

function script(text: string, mark: "_" | "^"): string {
  const shown = mark === "^" && text === "*" ? text : small(text, mark);
  return shown ?? (/^[\p{L}\p{N}.′]+$/u.test(text) || isBracketed(text) ? mark + text : `${mark}(${text})`);
}
