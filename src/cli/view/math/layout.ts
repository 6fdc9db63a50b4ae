/** Sets a tree of mathematics in characters, on one line or stacked; knows no LaTeX source and no terminal width. */

import { type Box, beside, fence, grid, stacked, textBox } from "./box.ts";
import type { MathItem, MathList, MathNode } from "./parse.ts";
import { type MathSymbol, type SymbolClass, small } from "./symbols.ts";

export interface Setting {
  readonly unicode: boolean;
  /** Fractions and limits above each other, as in `$$…$$`. */
  readonly display: boolean;
  /** Without spaces, as in subscripts. */
  readonly compact?: boolean;
}

interface Piece {
  readonly box: Box;
  readonly class: SymbolClass;
  readonly spaced: boolean;
}

export function layout(items: MathList, setting: Setting): Box {
  const pieces = items.map((item, at) => piece(item, items[at + 1], setting)).filter(({ box }) => box.width > 0);
  const boxes: Box[] = [];
  let before: Piece | undefined;
  let joinsOperands = false;
  for (const next of pieces) {
    if (next.class === "space") {
      before = before === undefined ? undefined : { ...before, spaced: true };
      if (before !== undefined && setting.compact !== true) boxes.push(next.box);
      continue;
    }
    const alreadySpaced = before?.spaced === true;
    const isSign = next.class === "sign";
    const binary = isSign && before !== undefined && ends(before.class);
    if (
      setting.compact !== true &&
      before !== undefined &&
      !alreadySpaced &&
      space(before, next, binary, joinsOperands)
    ) {
      boxes.push(textBox(" "));
    }
    boxes.push(next.box);
    joinsOperands = binary;
    before = { ...next, spaced: false };
  }
  return beside(boxes);
}

/** The one-line text of a list. */
function line(items: MathList, setting: Setting): string {
  return (layout(items, { ...setting, display: false }).lines[0] ?? "").trim();
}

/** Whether something of this class can be an operator's left operand. */
function ends(kind: SymbolClass): boolean {
  return kind === "operand" || kind === "close" || kind === "bar";
}

function begins(kind: SymbolClass): boolean {
  return kind === "operand" || kind === "prefix" || kind === "open" || kind === "bar";
}

function space(before: Piece, next: Piece, binary: boolean, joinsOperands: boolean): boolean {
  if (bringsSpace(before.box, / $/) || bringsSpace(next.box, /^ /)) return false;
  if (before.class === "relation" || next.class === "relation") return true;
  if (binary) return true;
  if (before.class === "sign") return joinsOperands;
  if (before.class === "punctuation") return true;
  if (before.class === "prefix") return isWord(before.box);
  if (next.class === "big" || before.class === "big") return ends(before.class) || before.class === "big";
  if (next.class === "function") return ends(before.class) || before.class === "function";
  if (before.class === "function") return next.class === "operand" || next.class === "prefix";
  if (!ends(before.class) || !begins(next.class)) return false;
  return next.spaced || (next.class !== "open" && (isWord(before.box) || isWord(next.box)));
}

/** Text that brings its own space (`\text{ if }`); something tall has spaces only to centre it. */
function bringsSpace(box: Box, pattern: RegExp): boolean {
  return box.lines.length === 1 && pattern.test(baseLine(box));
}

/** Names of several letters would run into their neighbours. */
function isWord(box: Box): boolean {
  return /^\p{L}{2}/u.test(baseLine(box));
}

/** The line that stands level with the neighbours. */
function baseLine(box: Box): string {
  return box.lines[box.base] ?? "";
}

function piece(item: MathItem, following: MathItem | undefined, setting: Setting): Piece {
  const { node, spaced } = item;
  if (node.kind === "fraction" && !setting.display && multiplies(following)) {
    return { box: textBox(`(${fractionText(node, setting)})`), class: "operand", spaced };
  }
  return { box: nodeBox(node, setting), class: classOf(node), spaced };
}

/** Whether a fraction before this item needs parentheses to stay whole. */
function multiplies(item: MathItem | undefined): boolean {
  if (item === undefined) return false;
  const kind = classOf(item.node);
  return begins(kind) || kind === "function" || kind === "big";
}

function classOf(node: MathNode): SymbolClass {
  if (node.kind === "symbol") return node.symbol.class;
  if (node.kind !== "scripts" || node.base === undefined) return "operand";
  const base = classOf(node.base);
  // An operator with scripts (‖·‖², Σ with limits, →ᵈ) stays what it is.
  return base === "prefix" ? "operand" : base;
}

function nodeBox(node: MathNode, setting: Setting): Box {
  switch (node.kind) {
    case "symbol":
      return textBox(characters(node.symbol, setting));
    case "group":
      return layout(node.items, setting);
    case "fraction":
      return setting.display ? fractionBox(node, setting) : textBox(fractionText(node, setting));
    case "root":
      return textBox(rootText(node, setting));
    case "scripts":
      return scriptsBox(node, setting);
    case "accent":
      return textBox(accentText(node, setting));
    case "fenced": {
      const body = layout(node.body, setting);
      const { open, close } = node;
      return beside([
        fence(characters(open, setting), body, setting.unicode),
        body,
        fence(characters(close, setting), body, setting.unicode),
      ]);
    }
    case "rows":
      return setting.display ? rowsBox(node, setting) : textBox(rowsText(node, setting));
  }
}

function characters(symbol: MathSymbol, setting: Setting): string {
  return setting.unicode ? symbol.unicode : symbol.ascii;
}

type Node<Kind extends MathNode["kind"]> = Extract<MathNode, { readonly kind: Kind }>;

function fractionBox(node: Node<"fraction">, setting: Setting): Box {
  // A fraction within a fraction is set on one line: a tower is harder to read than a slash.
  const inner = { ...setting, display: false };
  const top = layout(node.top, inner);
  const bottom = layout(node.bottom, inner);
  const bar = textBox((setting.unicode ? "─" : "-").repeat(Math.max(top.width, bottom.width) + 2));
  return stacked([top, bar, bottom], top.lines.length);
}

function fractionText(node: Node<"fraction">, setting: Setting): string {
  const top = line(node.top, setting);
  const bottom = line(node.bottom, setting);
  return `${isSum(node.top, top) ? `(${top})` : top}/${isSingle(node.bottom, bottom) ? bottom : `(${bottom})`}`;
}

// `text` is what `items` look like on one line: set once and handed on, as setting it again at each level of nesting
// would take time exponential in the depth.

function isSum(items: MathList, text: string): boolean {
  if (isBracketed(text)) return false;
  return items.some(({ node }) => ["sign", "relation", "punctuation", "big"].includes(classOf(node)));
}

/** Whether a text can stand behind `/` or under a root as it is. */
function isSingle(items: MathList, text: string): boolean {
  const only = items[0]?.node;
  if (items.length === 1 && only?.kind === "group") return isSingle(only.items, text);
  if (isBracketed(text)) return true;
  if (items.some(({ node }) => node.kind === "fraction")) return false;
  const factors = items.filter(({ node }) => classOf(node) !== "prefix" && classOf(node) !== "space");
  return factors.length === 1 && factors.every(({ node }) => classOf(node) === "operand");
}

/** `(…)`, `‖…‖` and the like, all of it. */
function isBracketed(text: string): boolean {
  return /^\([^()]*\)$|^\[[^[\]]*\]$|^‖[^‖]*‖$|^\|[^|]+\|$|^\|\|[^|]+\|\|$/.test(text);
}

function rootText(node: Node<"root">, setting: Setting): string {
  const body = line(node.body, setting);
  const index = line(node.index, { ...setting, compact: true });
  if (!setting.unicode) return index === "" ? `sqrt(${body})` : `(${body})^(1/${index})`;
  const sign = `${small(index, "sup") ?? index}√`;
  return isSingle(node.body, body) ? sign + body : `${sign}(${body})`;
}

function scriptsBox(node: Node<"scripts">, setting: Setting): Box {
  const base = node.base === undefined ? textBox("") : nodeBox(node.base, setting);
  const sub = script(node.sub, setting);
  const sup = script(node.sup, setting);
  if (node.base !== undefined && takesLimits(node.base)) return limits(base, sub, sup, setting);
  const marks = scriptText(sub, "sub", setting) + scriptText(sup, "sup", setting);
  if (base.lines.length === 1) return textBox((base.lines[0] ?? "") + marks);
  // Beside something tall, a superscript stands at the top.
  return beside([base, { lines: [marks], base: sub === "" ? base.base : 0, width: textBox(marks).width }]);
}

function script(items: MathList | undefined, setting: Setting): string {
  return items === undefined ? "" : line(items, { ...setting, compact: true });
}

const withLimits = new Set(["max", "min", "sup", "inf", "lim", "argmax", "argmin"]);

function takesLimits(base: MathNode): boolean {
  return base.kind === "symbol" && (base.symbol.class === "big" || withLimits.has(base.symbol.ascii));
}

function limits(base: Box, sub: string, sup: string, setting: Setting): Box {
  if (setting.display) {
    const parts = [...(sup === "" ? [] : [textBox(sup)]), base, ...(sub === "" ? [] : [textBox(sub)])];
    return stacked(parts, sup === "" ? 0 : 1);
  }
  const range = sup === "" ? sub : `${sub}${setting.unicode ? "…" : ".."}${sup}`;
  return textBox(`${base.lines[0] ?? ""}[${range}]`);
}

function scriptText(text: string, place: "sub" | "sup", setting: Setting): string {
  if (text === "") return "";
  const images = setting.unicode ? small(text, place) : undefined;
  if (images !== undefined) return images;
  if (place === "sup" && /^(?:\*|'+)$/.test(text)) return text;
  const mark = place === "sub" ? "_" : "^";
  return /^[\p{L}\p{N}.]+$/u.test(text) || isBracketed(text) ? mark + text : `${mark}(${text})`;
}

const marks: Readonly<Record<string, string>> = {
  hat: "\u0302",
  bar: "\u0304",
  overline: "\u0304",
  tilde: "\u0303",
  vec: "\u20d7",
  dot: "\u0307",
  ddot: "\u0308",
};

function accentText(node: Node<"accent">, setting: Setting): string {
  const body = line(node.body, setting);
  const name = node.name.replace("wide", "");
  const mark = marks[name];
  if (setting.unicode && mark !== undefined && [...body].length === 1) return (body + mark).normalize("NFC");
  return `${name}(${body})`;
}

function rowsBox(node: Node<"rows">, setting: Setting): Box {
  const rows = node.rows.map((row) => row.map((cell) => cellBox(cell, setting)));
  const body = grid(rows, node.open === "" ? "aligned" : "left");
  return beside([
    fence(node.open, body, setting.unicode),
    ...(node.open === "" ? [] : [textBox(" ")]),
    body,
    fence(node.close, body, setting.unicode),
  ]);
}

/** A cell that begins with a relation keeps its distance from the cell before. */
function cellBox(cell: MathList, setting: Setting): Box {
  const first = cell[0];
  const box = layout(cell, setting);
  return first !== undefined && classOf(first.node) === "relation" ? beside([textBox(" "), box]) : box;
}

function rowsText(node: Node<"rows">, setting: Setting): string {
  const rows = node.rows.map((row) => row.map((cell) => line(cell, setting)).join(node.open === "" ? " " : "  "));
  const close = node.open !== "" && node.close === "" ? "}" : node.close;
  return `${node.open}${node.open === "" ? "" : " "}${rows.join("; ")}${node.open === "" ? "" : " "}${close}`.trim();
}
