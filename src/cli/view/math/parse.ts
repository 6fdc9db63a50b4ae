/** Reads LaTeX mathematics into a tree; knows no Unicode look and no layout. Never fails: what it can't read stays as text. */

import { blackboardLetter, characterSymbol, commandSymbol, type MathSymbol } from "./symbols.ts";

export type MathNode =
  | { readonly kind: "symbol"; readonly symbol: MathSymbol }
  | { readonly kind: "group"; readonly items: MathList }
  | { readonly kind: "fraction"; readonly top: MathList; readonly bottom: MathList }
  | { readonly kind: "root"; readonly body: MathList; readonly index: MathList }
  | { readonly kind: "scripts"; readonly base: MathNode | undefined; readonly sub?: MathList; readonly sup?: MathList }
  | { readonly kind: "accent"; readonly name: string; readonly body: MathList }
  | { readonly kind: "fenced"; readonly open: MathSymbol; readonly close: MathSymbol; readonly body: MathList }
  /** Rows of cells, as in `cases` and `aligned`. */
  | {
      readonly kind: "rows";
      readonly rows: readonly (readonly MathList[])[];
      readonly open: string;
      readonly close: string;
    };

/** An item, and whether white space stood before it in the source (authors set it where factors should stand apart). */
export interface MathItem {
  readonly node: MathNode;
  readonly spaced: boolean;
}
export type MathList = readonly MathItem[];

/** Deeper nesting than any formula has is shown as it is written, so that hostile input cannot exhaust the stack. */
const deepest = 40;

export function parseMath(source: string): MathList {
  const reader = new Reader(source);
  const rows = reader.rows(0, undefined);
  const only = rows[0];
  if (rows.length === 1 && only?.length === 1) return only[0] ?? [];
  return [{ node: { kind: "rows", rows, open: "", close: "" }, spaced: false }];
}

const fences: Readonly<Record<string, readonly [open: string, close: string]>> = {
  cases: ["{", ""],
  pmatrix: ["(", ")"],
  bmatrix: ["[", "]"],
  vmatrix: ["|", "|"],
};

const accents = new Set(["hat", "widehat", "bar", "overline", "tilde", "widetilde", "vec", "dot", "ddot"]);
/** Commands that only change the font or set something above or below: what they hold is shown. */
const transparent = new Set(
  "mathrm mathbf mathit mathsf mathcal mathscr mathfrak boldsymbol bm underbrace overbrace underline boxed ensuremath mathop".split(
    " ",
  ),
);
const texts = new Set(["text", "textrm", "textbf", "textit", "mbox", "operatorname", "mathtt", "texttt"]);
const ignored = new Set(
  "displaystyle textstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr nonumber notag ! middle".split(
    " ",
  ),
);

/** `undefined`: the end of the source. */
type Stop = "}" | "]" | "right" | "end" | undefined;

class Reader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Rows divided by `\\`, cells divided by `&`, up to `stop`, which is read. */
  rows(depth: number, stop: Stop): MathList[][] {
    const rows: MathList[][] = [[]];
    for (;;) {
      const { items, ended } = this.list(depth, stop);
      rows.at(-1)?.push(items);
      if (ended === "row") rows.push([]);
      else if (ended !== "cell") break;
    }
    const last = rows.at(-1);
    if (rows.length > 1 && last?.length === 1 && last[0]?.length === 0) rows.pop();
    return rows;
  }

  /** Items up to `stop`, a cell's or a row's end, or the source's end. */
  private list(depth: number, stop: Stop): { readonly items: MathItem[]; readonly ended: "stop" | "cell" | "row" } {
    const items: MathItem[] = [];
    for (;;) {
      const spaced = this.skipSpace();
      if (this.at >= this.source.length) return { items, ended: "stop" };
      if (this.takeStop(stop)) return { items, ended: "stop" };
      if (this.take("\\\\")) {
        this.takeOptional();
        return { items, ended: "row" };
      }
      if (this.take("&")) return { items, ended: "cell" };
      const next = this.source[this.at];
      if (next === "_" || next === "^") this.script(items, next === "_" ? "sub" : "sup", this.scriptValue(depth));
      else if (next === "'") this.script(items, "sup", this.scriptValue(depth));
      else {
        const node = this.node(depth);
        if (node !== undefined) items.push({ node, spaced });
      }
    }
  }

  private takeStop(stop: Stop): boolean {
    if (stop === undefined) return false;
    if (stop === "right") return /^\\right(?![a-zA-Z])/.test(this.source.slice(this.at, this.at + 7)) && this.skip(6);
    if (stop === "end") return this.takeEnd();
    return this.take(stop);
  }

  private takeEnd(): boolean {
    if (!this.source.startsWith("\\end{", this.at)) return false;
    const close = this.source.indexOf("}", this.at);
    this.at = close < 0 ? this.source.length : close + 1;
    return true;
  }

  private node(depth: number): MathNode | undefined {
    if (depth > deepest) return this.rest();
    if (this.take("{")) return { kind: "group", items: this.inside(depth, "}") };
    if (this.take("}") || this.take("$")) return undefined;
    const number = /^\d+(?:\.\d+)?/.exec(this.source.slice(this.at, this.at + 40))?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return word(number);
    }
    if (this.take(":=")) return { kind: "symbol", symbol: { unicode: ":=", ascii: ":=", class: "relation" } };
    if (this.take("...")) return symbolNode("dots");
    if (this.source[this.at] === "\\") return this.command(depth);
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 32);
    this.at += character.length;
    if (character === "~") return symbolNode(" ");
    return { kind: "symbol", symbol: characterSymbol(character) };
  }

  private command(depth: number): MathNode | undefined {
    const name = /^\\([a-zA-Z]+\*?|.)?/su.exec(this.source.slice(this.at, this.at + 50))?.[1] ?? "";
    this.at += 1 + name.length;
    if (ignored.has(name)) return undefined;
    if (name === "frac" || name === "dfrac" || name === "tfrac") {
      return { kind: "fraction", top: this.argument(depth), bottom: this.argument(depth) };
    }
    if (name === "sqrt") return { kind: "root", index: this.optional(depth), body: this.argument(depth) };
    if (name === "left") return this.fenced(depth);
    if (name === "right") return this.delimiterNode();
    if (name === "begin") return this.environment(depth);
    if (name === "mathbb") return this.blackboard(depth);
    if (name === "stackrel" || name === "overset") {
      const sup = this.argument(depth);
      return { kind: "scripts", base: { kind: "group", items: this.argument(depth) }, sup };
    }
    if (texts.has(name)) return this.text(name);
    if (accents.has(name)) return { kind: "accent", name, body: this.argument(depth) };
    if (transparent.has(name)) return { kind: "group", items: this.argument(depth) };
    return symbolNode(name) ?? (name === "" ? undefined : word(name));
  }

  private inside(depth: number, stop: Stop): MathList {
    const rows = this.rows(depth + 1, stop);
    const only = rows[0];
    if (rows.length === 1 && only?.length === 1) return only[0] ?? [];
    return [{ node: { kind: "rows", rows, open: "", close: "" }, spaced: false }];
  }

  /** What a command applies to: a group, or the next symbol (of a number its first digit). */
  private argument(depth: number): MathList {
    this.skipSpace();
    if (this.take("{")) return this.inside(depth, "}");
    const character = this.source[this.at];
    if (character === undefined || character === "}" || character === "&") return [];
    if (/\d/.test(character)) {
      this.at += 1;
      return [{ node: word(character), spaced: false }];
    }
    const node = this.node(depth + 1);
    return node === undefined ? [] : [{ node, spaced: false }];
  }

  private optional(depth: number): MathList {
    this.skipSpace();
    return this.take("[") ? this.inside(depth, "]") : [];
  }

  /** The length after `\\`, as in `\\[2pt]`. */
  private takeOptional(): void {
    const length = /^\[[^\]]{0,20}\]/.exec(this.source.slice(this.at, this.at + 24))?.[0];
    this.at += length?.length ?? 0;
  }

  /** What follows `_` or `^`, or the prime that is a superscript itself. */
  private scriptValue(depth: number): MathList {
    if (this.take("'")) return [{ node: { kind: "symbol", symbol: characterSymbol("'") }, spaced: false }];
    this.at += 1;
    return this.argument(depth);
  }

  private script(items: MathItem[], key: "sub" | "sup", value: MathList): void {
    const last = items.pop();
    // A second subscript (an error in LaTeX) goes on with the first, so that a chain of them does not nest.
    const node: MathNode =
      last?.node.kind === "scripts"
        ? { ...last.node, [key]: [...(last.node[key] ?? []), ...value] }
        : { kind: "scripts", base: last?.node, [key]: value };
    items.push({ node, spaced: last?.spaced ?? false });
  }

  private fenced(depth: number): MathNode {
    const open = this.delimiter();
    const body = this.inside(depth, "right");
    return { kind: "fenced", open, body, close: this.delimiter() };
  }

  private delimiterNode(): MathNode {
    return { kind: "symbol", symbol: this.delimiter() };
  }

  /** A delimiter after `\left` or `\right`; `.` is an invisible one. */
  private delimiter(): MathSymbol {
    this.skipSpace();
    const name = /^(?:\\([a-zA-Z]+|.)|.)/su.exec(this.source.slice(this.at, this.at + 20));
    this.at += name?.[0].length ?? 0;
    if (name === null || name[0] === ".") return { unicode: "", ascii: "", class: "open" };
    return (name[1] === undefined ? undefined : commandSymbol(name[1])) ?? characterSymbol(name[1] ?? name[0]);
  }

  private environment(depth: number): MathNode {
    const name = this.rawGroup().replace("*", "");
    if (name === "array") this.rawGroup();
    const [open, close] = Object.hasOwn(fences, name) ? (fences[name] ?? ["", ""]) : ["", ""];
    return { kind: "rows", rows: this.rows(depth + 1, "end"), open, close };
  }

  private blackboard(depth: number): MathNode {
    const items = this.argument(depth);
    const only = items[0]?.node;
    if (items.length === 1 && only?.kind === "symbol")
      return { kind: "symbol", symbol: blackboardLetter(only.symbol.unicode) };
    return { kind: "group", items };
  }

  private text(name: string): MathNode {
    this.skipSpace();
    const text = this.rawGroup();
    const kind = name === "operatorname" ? "function" : "operand";
    return { kind: "symbol", symbol: { unicode: text, ascii: text, class: kind } };
  }

  /** The text between braces as it is, without inner mathematics. */
  private rawGroup(): string {
    this.skipSpace();
    if (!this.take("{")) return "";
    const start = this.at;
    let open = 1;
    while (this.at < this.source.length && open > 0) {
      const character = this.source[this.at];
      if (character === "{") open += 1;
      else if (character === "}") open -= 1;
      this.at += 1;
    }
    return this.source.slice(start, open === 0 ? this.at - 1 : this.at).replace(/[{}$]|\\(?=[ ,;{}%&_$#])/g, "");
  }

  private rest(): MathNode {
    const rest = this.source.slice(this.at);
    this.at = this.source.length;
    return word(rest);
  }

  private skipSpace(): boolean {
    const start = this.at;
    while (/\s/.test(this.source.charAt(this.at))) this.at += 1;
    return this.at > start;
  }

  private take(text: string): boolean {
    return this.source.startsWith(text, this.at) && this.skip(text.length);
  }

  private skip(count: number): true {
    this.at += count;
    return true;
  }
}

function word(text: string): MathNode {
  return { kind: "symbol", symbol: { unicode: text, ascii: text, class: "operand" } };
}

function symbolNode(name: string): MathNode | undefined {
  const symbol = commandSymbol(name);
  return symbol === undefined ? undefined : { kind: "symbol", symbol };
}
