/** The table of a forward pass: a row a time step, a column a quantity; knows widths and marks, no model. */

import { indexedName } from "../../engine/names.ts";
import type { ModelRun, Sequence } from "../../exercises/trace.ts";
import { alignNumbers } from "./numbers.ts";
import { type Line, lineWidth, type Span, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";
import { displayWidth } from "./width.ts";
import { say, show } from "./words.ts";

/** Runs of more steps than this are shown by their beginning and end. */
const longestRun = 20;
const shownAtEachEnd = 5;

interface ValueColumn {
  readonly head: string;
  readonly cells: readonly (readonly Span[])[];
  readonly width: number;
}

/** Every step if `full`, however many. */
export function forwardLines({ trace, sequences }: ModelRun, full: boolean, style: TerminalStyle): Line[] {
  const times = [...new Set(sequences.flatMap((sequence) => [...sequence.values.keys()]))].sort((a, b) => a - b);
  if (times.length === 0) return [];
  const elide = !full && times.length > longestRun;
  const shown = elide ? [...times.slice(0, shownAtEachEnd), ...times.slice(-shownAtEachEnd)] : times;
  const gapAfter = elide ? shownAtEachEnd : shown.length;
  const saturated = new Set(trace.saturated);
  const columns = sequences.map((sequence) => valueColumn(sequence, shown, saturated, style));
  const time = timeColumn(shown);
  const tables = blocks(time, columns, style.width).map((block) => tableLines(block, gapAfter, style));
  const left = times.length - shown.length;
  return [
    ...tables.flatMap((lines, at) => (at === 0 ? lines : [[], ...lines])),
    ...(left > 0
      ? wrap([span(say("terminal.trace-elided", style, { n: left, steps: left }), "muted")], textWidth(style))
      : []),
  ];
}

function timeColumn(times: readonly number[]): ValueColumn {
  const texts = times.map(String);
  const width = Math.max(1, ...texts.map((text) => text.length));
  return { head: "t", cells: texts.map((text) => [span(text.padStart(width), "muted")]), width };
}

function valueColumn(
  sequence: Sequence,
  times: readonly number[],
  saturated: ReadonlySet<string>,
  style: TerminalStyle,
): ValueColumn {
  const numbers = alignNumbers(times.map((time) => sequence.values.get(time)));
  const marked = times.map((time) => sequence.values.has(time) && saturated.has(indexedName(sequence.name, time)));
  const mark = symbol("saturated", style);
  const room = marked.includes(true) ? mark.length + 1 : 0;
  const cells = numbers.map((text, at) => {
    if (marked[at] === true) return [span(text, "warning"), span(` ${mark}`, "warning")];
    return [span(text + " ".repeat(room))];
  });
  const head = show(sequence.name, style);
  return { head, cells, width: Math.max(displayWidth(head), ...cells.map(lineWidth)) };
}

const gap = 3;

/** The columns in as many tables side by side as needed, each beginning with the time. */
function blocks(time: ValueColumn, columns: readonly ValueColumn[], width: number): ValueColumn[][] {
  const tables: ValueColumn[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const column of columns) {
    if (used + gap + column.width > width) {
      tables.push([time]);
      used = time.width;
    }
    tables.at(-1)?.push(column);
    used += gap + column.width;
  }
  return tables;
}

/** `gapAfter` rows stand above the mark for those left out. */
function tableLines(columns: readonly ValueColumn[], gapAfter: number, style: TerminalStyle): Line[] {
  const height = columns[0]?.cells.length ?? 0;
  const cellLine = (cell: (column: ValueColumn) => readonly Span[]): Line =>
    columns.flatMap((column, at) => {
      const spans = cell(column);
      return [span(" ".repeat((at === 0 ? 0 : gap) + column.width - lineWidth(spans))), ...spans];
    });
  const rows = Array.from({ length: height }, (_, row) => cellLine((column) => column.cells[row] ?? []));
  const total = columns.reduce((sum, column, at) => sum + column.width + (at === 0 ? 0 : gap), 0);
  return [
    cellLine((column) => [span(column.head, "heading")]),
    [span(symbol("rule", style).repeat(total), "muted")],
    ...rows.slice(0, gapAfter),
    ...(gapAfter < height ? [[span(symbol("ellipsis", style), "muted")]] : []),
    ...rows.slice(gapAfter),
  ];
}
