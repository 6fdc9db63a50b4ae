/**
 * Sets the Markdown of statements: paragraphs, lists, tables, code, `$…$` and `$$…$$`. Whatever else there is stays as it
 * was written, which can be read too.
 */

import { type Cell, layoutTable, rule } from "./blocks.ts";
import { inlineMath, mathLines } from "./math.ts";
import { indent, type Line, type Span, span, wrap } from "./span.ts";
import { type Role, showSpaced, symbol, type TerminalStyle } from "./style.ts";

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
export function markdownLines(source: string, width: number, style: TerminalStyle): Line[] {
  return Array.from(source.trim().matchAll(block), ({ groups = {} }) => blockLines(groups, width, style)).flat();
}

function blockLines(groups: Partial<Record<string, string>>, width: number, style: TerminalStyle): Line[] {
  const { code, formula, table, mark = "", text, gap } = groups;
  if (gap !== undefined) return [[]];
  if (code !== undefined)
    return code
      .trimEnd()
      .split("\n")
      .flatMap((line) => wrap([span(`    ${showSpaced(line, style)}`, "code")], width, { hanging: 6 }));
  if (formula !== undefined)
    return mathLines(formula).flatMap((row) =>
      indent(wrap([span(showSpaced(row, style))], width - 4, { hanging: 4 }), 4),
    );
  if (table !== undefined) return tableLines(table.split("\n"), width, style);
  const shown = mark.replace(/[-*+](?=\s)/, symbol("bullet", style));
  return wrap([span(shown, "muted"), ...inline(text ?? "", style)], width, { hanging: shown.length });
}

function tableLines(lines: readonly string[], width: number, style: TerminalStyle): Line[] {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) => line.replace(/^\s*\||\|\s*$/g, "").split("|"))
    .map((cells): Cell[] => cells.map((cell) => ({ spans: inline(cell.trim(), style) })));
  const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, () => ({ flexible: 8 }));
  const [head = [], ...body] = layoutTable(columns, rows, width);
  return [...head, rule([...head, ...body.flat()], style), ...body.flat()];
}

/** Emphasis, code and formulas within running text. */
export function inline(source: string, style: TerminalStyle, role?: Role): Span[] {
  const parts = source.matchAll(/\*\*(.+?)\*\*|`([^`]+)`|\$\$?((?:\\.|[^\\$])+)\$\$?|((?:\\.|.)[^*`$\\]*)/gs);
  return Array.from(parts, ([, strong, code, formula, text = ""]) => {
    if (strong !== undefined) return inline(strong, style, "strong");
    if (code !== undefined) return [span(showSpaced(code, style), "code")];
    if (formula !== undefined) return [span(whole(showSpaced(inlineMath(formula), style)), role)];
    const plain = text.replace(/\\([\\`*_{}$[\]#+.!|<>~-])/g, "$1").replace(/\s*\n\s*/g, " ");
    return [span(showSpaced(plain, style), role)];
  }).flat();
}

/** Longer formulas may be broken at their operators, shorter ones stay whole. */
function whole(formula: string): string {
  return formula.length > 24 ? formula : formula.replaceAll(" ", "\u00a0");
}
