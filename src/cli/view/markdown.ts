/**
 * Sets the Markdown of statements: paragraphs, lists, tables, code, `$…$` and `$$…$$`. Whatever else there is stays as it
 * was written, which can be read too.
 */

import { layoutTable, rule } from "./blocks.ts";
import { inlineMath, mathLines } from "./math.ts";
import { paint, type Role, showSpaced, symbol, type TerminalStyle } from "./style.ts";
import { indent, wrap } from "./text.ts";

/** A block is code, a formula, a table, or lines of text with the mark of a list, a heading or a quote before them. */
const block = new RegExp(
  [
    /^```.*\n(?<code>[\s\S]*?)^```.*$/,
    /^[ \t]*\$\$(?<formula>[^$]+)\$\$[ \t]*$/,
    /^(?<table>[ \t]*\|.*(?:\n[ \t]*\|.*)*)/,
    /^(?<mark>[ \t]*(?:[-*+>]|#+|\d+[.)])[ \t]+)?(?<text>.*\S.*(?:\n(?![ \t]*(?:[-*+|>#]|\d+[.)]|```|\$\$)).*\S.*)*)/,
    /(?<gap>\n[ \t]*)+\n/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

/** The text as lines of at most `width` columns. */
export function markdownLines(source: string, width: number, style: TerminalStyle): string[] {
  return Array.from(source.trim().matchAll(block), ({ groups = {} }) => blockLines(groups, width, style)).flat();
}

function blockLines(groups: Partial<Record<string, string>>, width: number, style: TerminalStyle): string[] {
  const { code, formula, table, mark = "", text, gap } = groups;
  if (gap !== undefined) return [""];
  if (code !== undefined)
    return code
      .trimEnd()
      .split("\n")
      .flatMap((line) => wrap(`    ${paint(showSpaced(line, style), "code", style)}`, width, 6));
  if (formula !== undefined)
    return mathLines(formula).flatMap((row) => indent(wrap(showSpaced(row, style), width - 4, 4), 4));
  if (table !== undefined) return tableLines(table.split("\n"), width, style);
  if (mark.trim().startsWith("#")) return wrap(inline(text ?? "", style, "heading"), width, 2);
  const shown = mark.replace(/[-*+](?=\s)/, symbol("bullet", style));
  return wrap(paint(shown, "muted", style) + inline(text ?? "", style), width, shown.length);
}

function tableLines(lines: readonly string[], width: number, style: TerminalStyle): string[] {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) => line.replace(/^\s*\||\|\s*$/g, "").split("|"))
    .map((cells) => cells.map((cell) => inline(cell.trim(), style)));
  const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, () => ({ flexible: 8 }));
  const [head = [], ...body] = layoutTable(columns, rows, width);
  return [...head, rule([...head, ...body.flat()], style), ...body.flat()];
}

/** Emphasis, code and formulas within running text. */
export function inline(source: string, style: TerminalStyle, role?: Role): string {
  const parts = source.matchAll(/\*\*(.+?)\*\*|`([^`]+)`|\$\$?((?:\\.|[^\\$])+)\$\$?|((?:\\.|.)[^*`$\\]*)/gs);
  return Array.from(parts, ([, strong, code, formula, text = ""]) => {
    if (strong !== undefined) return inline(strong, style, "strong");
    if (code !== undefined) return paint(showSpaced(code, style), "code", style);
    if (formula !== undefined) return paint(whole(showSpaced(inlineMath(formula), style)), role, style);
    const plain = text.replace(/\\([\\`*_{}$[\]#+.!|<>~-])/g, "$1").replace(/\s*\n\s*/g, " ");
    return paint(showSpaced(plain, style), role, style);
  }).join("");
}

/** Longer formulas may be broken at their operators, shorter ones stay whole. */
function whole(formula: string): string {
  return formula.length > 24 ? formula : formula.replaceAll(" ", "\u00a0");
}
