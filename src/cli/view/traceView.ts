/** Shows a run of a model: values over time, outputs, gradients, stored values; knows numbers and names, no engine. */

import type { ModelRun, StoredTrace, Trace } from "../../exercises/trace.ts";
import { type Cell, type Column, layoutTable } from "./blocks.ts";
import { alignNumbers, shortNumber } from "./numbers.ts";
import { indent, type Line, render, type Span, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";
import { forwardLines } from "./traceTable.ts";
import { say, show } from "./words.ts";

export interface TraceViewOptions {
  readonly title?: string;
  /** Shows every step and every stored name, however many. */
  readonly full?: boolean;
}

/** The run of a model as lines for a terminal, without a final line break. */
export function traceView(run: ModelRun, { title, full = false }: TraceViewOptions, style: TerminalStyle): string {
  const { trace } = run;
  const blocks = [
    header(trace, title, style),
    bindings(run, style),
    forwardLines(run, full, style),
    saturationLegend(trace, style),
    section("terminal.trace-outputs", equations(Object.entries(trace.outputs), style), style),
    section("terminal.trace-gradients", gradients(trace, style), style),
    section("terminal.trace-stored", stored(trace, full, style), style),
  ].filter((block) => block.length > 0);
  return render(
    blocks.flatMap((block, at) => (at === 0 ? block : [[], ...block])),
    style,
  );
}

function header(trace: Trace, title: string | undefined, style: TerminalStyle): Line[] {
  const steps = say("terminal.trace-forward", style, { n: trace.steps, steps: trace.steps });
  const named =
    trace.case === undefined ? "" : `, ${say("terminal.trace-case", style, { name: show(trace.case, style) })}`;
  const heading = title === undefined ? [] : [span(`  ${show(title, style)}`, "heading")];
  return [
    ...wrap([span(show(trace.exercise, style), "heading"), ...heading], textWidth(style), { hanging: 2 }),
    ...wrap([span(steps + named, "muted")], textWidth(style), { hanging: 2 }),
  ];
}

/** Values of a sequence stand in the table; here they are listed only if the table lacks them. */
function bindings({ trace, sequences }: ModelRun, style: TerminalStyle): Line[] {
  const inTable = new Set(sequences.map((sequence) => sequence.name));
  const parts = Object.entries(trace.bindings)
    .flatMap(([name, value]) => (inTable.has(name) || typeof value === "string" ? [] : { name, value }))
    .map(({ name, value }) => `${show(name, style)}\u00a0=\u00a0${bound(value, style)}`);
  if (parts.length === 0) return [];
  return wrap([span(`${say("terminal.trace-values", style)} `, "muted"), span(parts.join(", "))], textWidth(style), {
    hanging: 2,
  });
}

const longestList = 10;

function bound(value: number | readonly number[], style: TerminalStyle): string {
  if (typeof value === "number") return shortNumber(value);
  const numbers = value.slice(0, longestList).map(shortNumber);
  return `(${[...numbers, ...(value.length > longestList ? [symbol("ellipsis", style)] : [])].join(", ")})`;
}

function saturationLegend({ saturated = [] }: Trace, style: TerminalStyle): Line[] {
  if (saturated.length === 0) return [];
  const mark = symbol("saturated", style);
  return wrap([span(`${mark} `, "warning"), span(say("terminal.trace-saturated", style))], textWidth(style), {
    hanging: mark.length + 1,
  });
}

type SectionTitle = "terminal.trace-outputs" | "terminal.trace-gradients" | "terminal.trace-stored";

function section(title: SectionTitle, lines: readonly Line[], style: TerminalStyle): Line[] {
  if (lines.length === 0) return [];
  return [...wrap([span(say(title, style), "heading")], textWidth(style)), ...indent(lines, 2)];
}

const equation: readonly Column[] = [{ flexible: 8 }, { gap: 1 }];

function gradients(trace: Trace, style: TerminalStyle): Line[] {
  const all = Object.entries(trace.gradients).flatMap(([output, byName]) =>
    Object.entries(byName).map(([name, value]) => [derivative(output, name, style), value] as const),
  );
  return equations(all, style);
}

function equations(entries: readonly (readonly [string, number | null])[], style: TerminalStyle): Line[] {
  const numbers = alignNumbers(entries.map(([, value]) => value ?? Number.NaN));
  const rows = entries.map(([name], at): Cell[] => [
    { spans: [span(show(name, style))] },
    { spans: [span("= ", "muted"), span(numbers[at] ?? "")] },
  ]);
  return layoutTable(equation, rows, style.width - 2).flat();
}

function derivative(output: string, name: string, style: TerminalStyle): string {
  const d = style.unicode ? "∂" : "d";
  return `${d}${output}/${d}${name}`;
}

const storedColumns: readonly Column[] = [{ flexible: 12 }, { align: "right" }, { flexible: 12 }];
/** Longer lists of names say no more than their beginning and end. */
const mostNames = 60;

function stored(trace: Trace, full: boolean, style: TerminalStyle): Line[] {
  const rows = Object.entries(trace.stored).flatMap(([output, byName]) =>
    Object.entries(byName).flatMap(([name, { plain, reuse }]): Cell[][] => [
      [{ spans: [span(show(derivative(output, name, style), style), "strong")] }],
      storedRow("plain", plain, full, style),
      storedRow("reuse", reuse, full, style),
    ]),
  );
  return layoutTable(storedColumns, rows, textWidth(style) - 2).flat();
}

function storedRow(kind: "plain" | "reuse", values: StoredTrace, full: boolean, style: TerminalStyle): Cell[] {
  return [
    { spans: [span("  "), span(say(`terminal.trace-${kind}`, style))], hanging: 4 },
    { spans: [span(String(values.count), "strong")] },
    { spans: names(values.names ?? [], full, style) },
  ];
}

function names(all: readonly string[], full: boolean, style: TerminalStyle): Span[] {
  const middle = symbol("ellipsis", style);
  const shown = full || all.length <= mostNames ? all : [...all.slice(0, 10), middle, ...all.slice(-10)];
  // A formula such as `y2 - x2` stays on one line.
  return [span(shown.map((name) => show(name, style).replaceAll(" ", "\u00a0")).join(", "), "code")];
}
