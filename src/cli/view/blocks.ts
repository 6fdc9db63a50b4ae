/** Blocks of lines that several views have: tables that fit a width, and what to do next. */

import { blank, type Line, lineWidth, type Span, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";

export interface Column {
  readonly align?: "left" | "right";
  /** Columns of room before this column; default 2. */
  readonly gap?: number;
  /** Shrinks first where the table is too wide, but not below this (default 8); other columns only if that isn't enough. */
  readonly flexible?: number | true;
}

export interface Cell {
  readonly spans: readonly Span[];
  /** Indentation of the cell's further lines. */
  readonly hanging?: number;
}

/** The lines of each row. Rows may be shorter than the columns. */
export function layoutTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): Line[][] {
  const widths = fitWidths(columns, naturalWidths(columns, rows), width);
  return rows.map((row) => layoutRow(columns, widths, row));
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map((_, index) => Math.max(0, ...rows.map((row) => cellWidth(row[index]?.spans ?? []))));
}

/** The widest of the cell's lines. */
function cellWidth(spans: readonly Span[]): number {
  if (!spans.some(({ text }) => text.includes("\n"))) return lineWidth(spans);
  return Math.max(0, ...wrap(spans, Number.POSITIVE_INFINITY).map(lineWidth));
}

function gapBefore(columns: readonly Column[], index: number): number {
  return index === 0 ? 0 : (columns[index]?.gap ?? 2);
}

function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const gaps = columns.reduce((sum, _, index) => sum + gapBefore(columns, index), 0);
  const excess = () => gaps + widths.reduce((sum, one) => sum + one, 0) - width;
  const least = (index: number, column: Column): number => {
    if (column.flexible === undefined) return natural[index] ?? 0;
    return column.flexible === true ? 8 : column.flexible;
  };
  shrink(
    widths,
    columns.map((column, index) => least(index, column)),
    excess,
  );
  shrink(
    widths,
    columns.map(() => 3),
    excess,
  );
  return widths;
}

/** Takes columns one by one from the widest that may still give some. */
function shrink(widths: number[], least: readonly number[], excess: () => number): void {
  while (excess() > 0) {
    let widest = -1;
    widths.forEach((width, index) => {
      if (width > (least[index] ?? 0) && (widest < 0 || width > (widths[widest] ?? 0))) widest = index;
    });
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

function layoutRow(columns: readonly Column[], widths: readonly number[], row: readonly Cell[]): Line[] {
  const cells = columns.map((column, index) => {
    const cell = row[index] ?? { spans: [] };
    const width = widths[index] ?? 0;
    const lines = width === 0 ? [] : wrap(cell.spans, width, { hanging: cell.hanging ?? 0 });
    return lines.map((line) => align(line, width, column.align ?? "left"));
  });
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells.flatMap((lines, index) => [blank(gapBefore(columns, index)), ...(lines[at] ?? [blank(widths[index] ?? 0)])]),
  );
}

function align(line: Line, width: number, side: "left" | "right"): Line {
  const room = blank(width - lineWidth(line));
  return side === "left" ? [...line, room] : [room, ...line];
}

/** `→ advice`, and the commands below it, each on a line of its own. */
export function nextStep(advice: string, commands: readonly string[], style: TerminalStyle): Line[] {
  const mark = `${symbol("next", style)} `;
  const hanging = mark.length;
  return [
    ...wrap([span(mark, "command"), span(advice)], textWidth(style), { hanging }),
    ...commands.flatMap((command) =>
      wrap([span(" ".repeat(hanging + 2)), span(command, "command")], style.width, { hanging: hanging + 4 }),
    ),
  ];
}
