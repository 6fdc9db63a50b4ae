/** Shows a run of a model: values over time, outputs, gradients, stored values. */

import type { ModelRun, Sequence, StoredTrace, Trace } from "../../exercises/trace.ts";
import { type Cell, type Column, heading, layoutTable, page, paragraph, rule } from "./blocks.ts";
import { alignNumbers, shortNumber } from "./numbers.ts";
import { blank, indent, type Line, lineWidth, span } from "./span.ts";
import { say, show, symbol, type TerminalStyle, textWidth } from "./style.ts";

export interface TraceViewOptions {
  readonly title?: string;
  /** Shows every step and every stored name, however many. */
  readonly full?: boolean;
}

/** The run of a model as lines for a terminal, without a final line break. */
export function traceView(run: ModelRun, { title, full = false }: TraceViewOptions, style: TerminalStyle): string {
  const { trace } = run;
  const section = (name: "outputs" | "gradients" | "stored", lines: readonly Line[]) =>
    lines.length === 0 ? [] : [...heading(say(`terminal.trace-${name}`, style), style), ...indent(lines, 2)];
  const gradients = perDerivative(trace.gradients, style);
  const blocks = [
    header(trace, title, style),
    bindings(run, style),
    forward(run, full, style),
    section("outputs", equations(Object.entries(trace.outputs), style)),
    section("gradients", equations(gradients, style)),
    section("stored", stored(trace, full, style)),
  ];
  return page(blocks, style);
}

function header(trace: Trace, title: string | undefined, style: TerminalStyle): Line[] {
  const steps = say("terminal.trace-forward", style, { n: trace.steps, steps: trace.steps });
  const named =
    trace.case === undefined ? "" : `, ${say("terminal.trace-case", style, { name: show(trace.case, style) })}`;
  const names = [trace.exercise, ...(title === undefined ? [] : [title])].map((text) => show(text, style));
  return [
    ...paragraph([span(names.join("  "), "heading")], style),
    ...paragraph([span(steps + named, "muted")], style),
  ];
}

/** Values of a sequence stand in the table; here they are listed only if the table lacks them. */
function bindings({ trace, sequences }: ModelRun, style: TerminalStyle): Line[] {
  const inTable = new Set(sequences.map((sequence) => sequence.name));
  const parts = Object.entries(trace.bindings).flatMap(([name, value]) =>
    inTable.has(name) || typeof value === "string" ? [] : `${show(name, style)}\u00a0=\u00a0${bound(value, style)}`,
  );
  if (parts.length === 0) return [];
  return paragraph([span(`${say("terminal.trace-values", style)} `, "muted"), span(parts.join(", "))], style);
}

const longestList = 10;

function bound(value: number | readonly number[], style: TerminalStyle): string {
  if (typeof value === "number") return shortNumber(value);
  const numbers = value.slice(0, longestList).map(shortNumber);
  return `(${[...numbers, ...(value.length > longestList ? [symbol("ellipsis", style)] : [])].join(", ")})`;
}

/** Runs of more steps than this are shown by their beginning and end. */
const longestRun = 20;
const shownAtEachEnd = 5;

/** A row a time step, a column a quantity; every step if `full`, however many. */
function forward({ sequences }: ModelRun, full: boolean, style: TerminalStyle): Line[] {
  const times = [...new Set(sequences.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b);
  if (times.length === 0) return [];
  const isWhole = full || times.length <= longestRun;
  const shown = isWhole ? times : [...times.slice(0, shownAtEachEnd), ...times.slice(-shownAtEachEnd)];
  const time = aligned(
    "t",
    shown.map((one) => [span(String(one), "muted")]),
  );
  const columns = sequences.map((sequence) => valueColumn(sequence, shown, style));
  const tables = sideBySide(time, columns, style.width).map((table) => {
    const [head = [], ...rows] = time.map((_, row) => table.flatMap((column) => column[row] ?? []));
    const gap = isWhole ? [] : [[span(symbol("ellipsis", style), "muted")]];
    const lines = [...rows.slice(0, shownAtEachEnd), ...gap, ...rows.slice(shownAtEachEnd)];
    return [head, rule([head, ...rows], style), ...lines];
  });
  const left = times.length - shown.length;
  const elided = say("terminal.trace-elided", style, { n: left, steps: left });
  return [
    ...tables.flatMap((lines, at) => (at === 0 ? lines : [[], ...lines])),
    ...(left > 0 ? paragraph([span(elided, "muted")], style) : []),
  ];
}

/** A head and cells, all of one width and aligned at the right. */
type ValueColumn = readonly Line[];

function aligned(head: string, cells: readonly Line[]): ValueColumn {
  const column = [[span(head, "heading")], ...cells];
  const width = Math.max(...column.map(lineWidth));
  return column.map((cell) => [blank(width - lineWidth(cell)), ...cell]);
}

function valueColumn({ name, values }: Sequence, times: readonly number[], style: TerminalStyle): ValueColumn {
  const numbers = alignNumbers(times.map((time) => values.get(time)));
  return aligned(
    show(name, style),
    numbers.map((text) => [span(text)]),
  );
}

const gap = 3;

/** The columns in as many tables as needed, each beginning with the time. */
function sideBySide(time: ValueColumn, columns: readonly ValueColumn[], width: number): ValueColumn[][] {
  const widthOf = (column: ValueColumn) => lineWidth(column[0] ?? []);
  const tables: ValueColumn[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const column of columns) {
    if (used + gap + widthOf(column) > width) {
      tables.push([time]);
      used = widthOf(time);
    }
    tables.at(-1)?.push(column.map((cell) => [blank(gap), ...cell]));
    used += gap + widthOf(column);
  }
  return tables;
}

/** `∂z/∂W` with what is said of it, for all outputs and names. */
function perDerivative<T>(byOutput: Readonly<Record<string, Readonly<Record<string, T>>>>, style: TerminalStyle) {
  const d = style.unicode ? "∂" : "d";
  return Object.entries(byOutput).flatMap(([output, byName]) =>
    Object.entries(byName).map(([name, value]) => [`${d}${output}/${d}${name}`, value] as const),
  );
}

const equation: readonly Column[] = [{ flexible: 8 }, { gap: 1 }];

function equations(entries: readonly (readonly [string, number | null])[], style: TerminalStyle): Line[] {
  const numbers = alignNumbers(entries.map(([, value]) => value ?? Number.NaN));
  const rows = entries.map(([name], at): Cell[] => [
    { spans: [span(show(name, style))] },
    { spans: [span("= ", "muted"), span(numbers[at] ?? "")] },
  ]);
  return layoutTable(equation, rows, style.width - 2).flat();
}

const storedColumns: readonly Column[] = [{ flexible: 12 }, { align: "right" }, { flexible: 12 }];
/** Longer lists of names say no more than their beginning and end. */
const mostNames = 60;

function stored(trace: Trace, full: boolean, style: TerminalStyle): Line[] {
  const row = (kind: "plain" | "reuse", { count, names = [] }: StoredTrace): Cell[] => {
    const middle = symbol("ellipsis", style);
    const shown = full || names.length <= mostNames ? names : [...names.slice(0, 10), middle, ...names.slice(-10)];
    // A formula such as `y2 - x2` stays on one line.
    const text = shown.map((name) => show(name, style).replaceAll(" ", "\u00a0")).join(", ");
    return [
      { spans: [span("  "), span(say(`terminal.trace-${kind}`, style))], hanging: 4 },
      { spans: [span(String(count), "strong")] },
      { spans: [span(text, "code")] },
    ];
  };
  const rows = perDerivative(trace.stored, style).flatMap(([name, { plain, reuse }]) => [
    [{ spans: [span(show(name, style), "strong")] }],
    row("plain", plain),
    row("reuse", reuse),
  ]);
  return layoutTable(storedColumns, rows, textWidth(style) - 2).flat();
}
