/** Blocks of lines that several views have: paragraphs, tables that fit a width, what to do next. */

import { blank, type Line, lineWidth, render, type Span, span, withoutTrailingSpace, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";

/** Blocks below each other with an empty line between two of them, as text without a final line break. */
export function page(blocks: readonly (readonly Line[])[], style: TerminalStyle): string {
  const shown = blocks.filter((block) => block.length > 0);
  return render(
    shown.flatMap((block, at) => (at === 0 ? block : [[], ...block])),
    style,
  );
}

/** Running text. */
export function paragraph(spans: readonly Span[], style: TerminalStyle, hanging = 2): Line[] {
  return wrap(spans, textWidth(style), { hanging });
}

export function heading(text: string, style: TerminalStyle): Line[] {
  return paragraph([span(text, "heading")], style, 0);
}

/** A horizontal rule as wide as the lines. */
export function rule(lines: readonly Line[], style: TerminalStyle): Line {
  const width = Math.max(0, ...lines.map((line) => lineWidth(withoutTrailingSpace(line))));
  return [span(symbol("rule", style).repeat(width), "muted")];
}

/** `→ advice`, and the commands below it, each on a line of its own. */
export function nextStep(advice: string, commands: readonly string[], style: TerminalStyle): Line[] {
  const mark = `${symbol("next", style)} `;
  const hanging = mark.length;
  return [
    ...paragraph([span(mark, "command"), span(advice)], style, hanging),
    ...commands.flatMap((command) =>
      wrap([blank(hanging + 2), span(command, "command")], style.width, { hanging: hanging + 4 }),
    ),
  ];
}

export interface Column {
  readonly align?: "left" | "right";
  /** Columns of room before this column; default 2. */
  readonly gap?: number;
  /** Shrinks first where the table is too wide, but not below this; other columns only if that isn't enough. */
  readonly flexible?: number;
}

export interface Cell {
  readonly spans: readonly Span[];
  /** Indentation of the cell's further lines. */
  readonly hanging?: number;
}

/** The lines of each row. Rows may be shorter than the columns. */
export function layoutTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): Line[][] {
  const natural = columns.map((_, at) => Math.max(0, ...rows.map((row) => naturalWidth(row[at]))));
  const gaps = columns.map(({ gap = 2 }, at) => (at === 0 ? 0 : gap));
  const room = width - sum(gaps);
  const flexible = shrunk(natural, (at) => columns[at]?.flexible ?? Number.POSITIVE_INFINITY, room);
  const widths = shrunk(flexible, () => 3, room);
  return rows.map((row) => {
    const cells = columns.map(({ align }, at) => cellLines(row[at], widths[at] ?? 0, align));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells.flatMap((lines, at) => [blank(gaps[at] ?? 0), ...(lines[line] ?? [blank(widths[at] ?? 0)])]),
    );
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The widest of the cell's lines. */
function naturalWidth({ spans }: Cell = { spans: [] }): number {
  if (!spans.some(({ text }) => text.includes("\n"))) return lineWidth(spans);
  return Math.max(0, ...wrap(spans, Number.POSITIVE_INFINITY).map(lineWidth));
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

function cellLines({ spans, hanging = 0 }: Cell = { spans: [] }, width: number, align?: "left" | "right"): Line[] {
  if (width === 0) return [];
  return wrap(spans, width, { hanging }).map((line) => {
    const room = blank(width - lineWidth(line));
    return align === "right" ? [room, ...line] : [...line, room];
  });
}

/** A table below its headings and a rule. */
export function headedTable(
  columns: readonly Column[],
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  style: TerminalStyle,
  width: number,
): { readonly head: readonly Line[]; readonly body: Line[][] } {
  const top = headings.map((heading) => ({ spans: [span(heading, "heading")] }));
  const [head = [], ...body] = layoutTable(columns, [top, ...rows], width);
  return { head: [...head, rule([...head, ...body.flat()], style)], body };
}
