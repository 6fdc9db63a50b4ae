/** Blocks of lines that several views have: paragraphs, tables that fit a width, what to do next. */

import { sum } from "../../course/measures.ts";
import { paint, symbol, type TerminalStyle, textWidth } from "./style.ts";
import { displayWidth, indent, joinLines, wrap } from "./text.ts";

/** Blocks below each other with an empty line between two of them, as text without a final line break. */
export function page(blocks: readonly (readonly string[])[]): string {
  const shown = blocks.filter((block) => block.length > 0);
  return joinLines(shown.flatMap((block, at) => (at === 0 ? block : ["", ...block])));
}

/** Running text. */
export function paragraph(text: string, style: TerminalStyle, hanging = 2): string[] {
  return wrap(text, textWidth(style), hanging);
}

export function heading(text: string, style: TerminalStyle): string[] {
  return paragraph(paint(text, "heading", style), style, 0);
}

/** A horizontal rule as wide as the lines. */
export function rule(lines: readonly string[], style: TerminalStyle): string {
  const width = Math.max(0, ...lines.map((line) => displayWidth(joinLines([line]))));
  return paint(symbol("rule", style).repeat(width), "muted", style);
}

/** `→ advice`, and the commands below it, each on a line of its own. */
export function nextStep(advice: string, commands: readonly string[], style: TerminalStyle): string[] {
  const mark = `${symbol("next", style)} `;
  const shown = commands.flatMap((command) => wrap(paint(command, "command", style), style.width - mark.length - 2, 2));
  return [...paragraph(paint(mark, "command", style) + advice, style, mark.length), ...indent(shown, mark.length + 2)];
}

export interface Column {
  readonly align?: "left" | "right";
  /** Columns of room before this column; default 2. */
  readonly gap?: number;
  /** Shrinks first where the table is too wide, but not below this; other columns only if that isn't enough. */
  readonly flexible?: number;
}

type Cells = readonly string[];

/** The lines of each row. Rows may be shorter than the columns; further lines of an indented cell are indented more. */
export function layoutTable(columns: readonly Column[], rows: readonly Cells[], width: number): string[][] {
  const widest = (cell = "") => Math.max(...cell.split("\n").map(displayWidth));
  const natural = columns.map((_, at) => Math.max(0, ...rows.map((row) => widest(row[at]))));
  const gaps = columns.map(({ gap = 2 }, at) => (at === 0 ? 0 : gap));
  const room = width - sum(gaps);
  const flexible = shrunk(natural, (at) => columns[at]?.flexible ?? Number.POSITIVE_INFINITY, room);
  const widths = shrunk(flexible, () => 3, room);
  return rows.map((row) => {
    const cells = columns.map(({ align }, at) => cellLines(row[at], widths[at] ?? 0, align));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells.map((lines, at) => " ".repeat(gaps[at] ?? 0) + (lines[line] ?? " ".repeat(widths[at] ?? 0))).join(""),
    );
  });
}

/** Takes columns one by one from the widest that is wider than its least. */
function shrunk(natural: readonly number[], least: (at: number) => number, room: number): readonly number[] {
  const widths = [...natural];
  for (let excess = sum(widths) - room; excess > 0; excess--) {
    const widest = Math.max(...widths.filter((width, at) => width > least(at)));
    const at = widths.findIndex((width, at) => width === widest && width > least(at));
    if (at < 0) break;
    widths[at] = widest - 1;
  }
  return widths;
}

function cellLines(cell: string | undefined, width: number, align?: "left" | "right"): string[] {
  if (width === 0 || cell === undefined) return [];
  const indentation = cell.length - cell.trimStart().length;
  return wrap(cell, width, indentation > 0 && indentation + 2 < width ? indentation + 2 : 0).map((line) => {
    const room = " ".repeat(Math.max(0, width - displayWidth(line)));
    return align === "right" ? room + line : line + room;
  });
}

/** A table below its headings and a rule. */
export function headedTable(
  columns: readonly Column[],
  headings: readonly string[],
  rows: readonly Cells[],
  style: TerminalStyle,
  width: number,
): { readonly head: readonly string[]; readonly body: string[][] } {
  const top = headings.map((heading) => paint(heading, "heading", style));
  const [head = [], ...body] = layoutTable(columns, [top, ...rows], width);
  return { head: [...head, rule([...head, ...body.flat()], style)], body };
}
