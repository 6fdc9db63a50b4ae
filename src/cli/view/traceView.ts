/** Shows a run of a model: values over time, outputs, gradients, stored values. */

import type { NestedNumbers } from "../../exercises/exercise.ts";
import type { StoredTrace } from "../../exercises/run.ts";
import type { ModelRun, Trace } from "../../exercises/trace.ts";
import type { Language } from "../../messages/message.ts";
import { type Column, heading, layoutTable, page, paragraph, rule } from "./blocks.ts";
import { paint, say, show, symbol, type TerminalStyle, textWidth } from "./style.ts";
import { displayWidth, indent } from "./text.ts";

export interface TraceViewOptions {
  readonly title?: string;
  /** Shows every step, however many. */
  readonly full?: boolean;
  /** Outputs whose stored values are left out because the exercise asks for them. */
  readonly asked?: readonly string[];
  /** Whether nobody is shown what is asked. */
  readonly isHidden?: boolean;
}

/** The run of a model as lines for a terminal, without a final line break. */
export function traceView(run: ModelRun, options: TraceViewOptions, style: TerminalStyle): string {
  const { title, full = false } = options;
  const { trace } = run;
  const section = (name: "outputs" | "gradients" | "stored", lines: readonly string[]) =>
    lines.length === 0 ? [] : [...heading(say(`terminal.trace-${name}`, style), style), ...indent(lines, 2)];
  const gradients = perDerivative(trace.gradients, style);
  return page([
    header(trace, title, style),
    bindings(run, style),
    forward(run, full, style),
    section("outputs", equations(Object.entries(trace.outputs), style)),
    section("gradients", equations(gradients, style)),
    section("stored", [...stored(trace, style), ...leftOut(options, style)]),
  ]);
}

function header(trace: Trace, title: string | undefined, style: TerminalStyle): string[] {
  const steps = say("terminal.trace-forward", style, { n: trace.steps, steps: trace.steps });
  const { case: name, seed } = trace;
  const drawn = seed === undefined ? "" : `, ${say("terminal.trace-seed", style, { seed })}`;
  const named = name === undefined ? drawn : `, ${say("terminal.trace-case", style, { name: show(name, style) })}`;
  const names = [trace.exercise, ...(title === undefined ? [] : [title])].map((text) => show(text, style));
  return [
    ...paragraph(paint(names.join("  "), "heading", style), style),
    ...paragraph(paint(steps + named, "muted", style), style),
  ];
}

/** Values of a sequence stand in the table; here they are listed only if the table lacks them. */
function bindings({ trace, sequences }: ModelRun, style: TerminalStyle): string[] {
  const inTable = new Set(sequences.map((sequence) => sequence.name));
  const parts = Object.entries(trace.bindings).flatMap(([name, value]) =>
    inTable.has(name) || typeof value === "string" ? [] : `${show(name, style)}\u00a0=\u00a0${bound(value, style)}`,
  );
  if (parts.length === 0) return [];
  return paragraph(`${paint(say("terminal.trace-values", style), "muted", style)} ${listed(parts, style)}`, style);
}

/** Where a comma is the decimal sign, it can't part numbers. */
function listed(parts: readonly string[], { language }: TerminalStyle): string {
  return parts.join(language === "de" ? "; " : ", ");
}

const longestList = 10;

function bound(value: number | NestedNumbers, style: TerminalStyle): string {
  if (typeof value === "number") return shortNumber(value, style.language);
  const numbers = value.slice(0, longestList).map((one) => bound(one, style));
  return `(${listed(value.length > longestList ? [...numbers, symbol("ellipsis", style)] : numbers, style)})`;
}

/** Runs of more steps are shown step by step only if asked to, as in JSON. */
const longestRun = 20;

/** A row a time step, a column a quantity. */
function forward({ sequences }: ModelRun, full: boolean, style: TerminalStyle): string[] {
  if (sequences.length === 0) return [];
  const first = Math.min(...sequences.map(({ from }) => from));
  const count = Math.max(...sequences.map(({ to }) => to)) - first + 1;
  if (!full && count > longestRun) {
    const told = say("terminal.trace-elided", style, { steps: count });
    return paragraph(paint(told, "muted", style), style);
  }
  const shown = Array.from({ length: count }, (_, i) => first + i).filter((t) =>
    sequences.some((sequence) => sequence.at(t) !== undefined),
  );
  const time = [paint("t", "heading", style), ...shown.map((one) => paint(String(one), "muted", style))];
  const columns = sequences.map(({ name, at }) => {
    // Spaces around a number keep its decimal sign below the others'.
    const numbers = alignNumbers(shown.map(at), style.language).map((cell) => cell.replaceAll(" ", "\u00a0"));
    return [paint(show(name, style), "heading", style), ...numbers];
  });
  const tables = sideBySide(time, columns, style.width).map((table) => {
    const rows = time.map((_, row) => table.map((column) => column[row] ?? ""));
    const rightAligned = table.map(() => ({ align: "right", gap }) as const);
    const [head = "", ...body] = layoutTable(rightAligned, rows, Number.POSITIVE_INFINITY).flat();
    return [head, rule([head, ...body], style), ...body];
  });
  return tables.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

/** A head and cells. */
type ValueColumn = readonly string[];

const gap = 3;

/** The columns in as many tables as needed, each beginning with the time. */
function sideBySide(time: ValueColumn, columns: readonly ValueColumn[], width: number): ValueColumn[][] {
  const widthOf = (column: ValueColumn) => Math.max(...column.map(displayWidth));
  const tables: ValueColumn[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const column of columns) {
    if (used + gap + widthOf(column) > width) {
      tables.push([time]);
      used = widthOf(time);
    }
    tables.at(-1)?.push(column);
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

function equations(entries: readonly (readonly [string, number | null])[], style: TerminalStyle): string[] {
  const values = entries.map(([, value]) => value ?? Number.NaN);
  const numbers = alignNumbers(values, style.language);
  const rows = entries.map(([name], at) => [show(name, style), `${paint("=", "muted", style)} ${numbers[at]}`]);
  return layoutTable(equation, rows, style.width - 2).flat();
}

function leftOut({ asked = [], isHidden = false }: TraceViewOptions, style: TerminalStyle): string[] {
  if (asked.length === 0) return [];
  const names = asked.map((name) => show(name, style)).join(", ");
  const told = say("terminal.trace-asked", style, { names });
  const solution = isHidden ? "" : ` ${say("terminal.trace-solution", style)}`;
  return paragraph(paint(told + solution, "muted", style), style);
}

const storedColumns: readonly Column[] = [{ flexible: 12 }, { align: "right" }, { flexible: 12 }];

function stored(trace: Trace, style: TerminalStyle): string[] {
  const row = (kind: "plain" | "reuse", { count, names = [] }: StoredTrace): string[] => {
    // A formula such as `y2 - x2` stays on one line.
    const text = names.map((name) => show(name, style).replaceAll(" ", "\u00a0")).join(", ");
    const told = say(`terminal.trace-${kind}`, style);
    return [`  ${told}`, paint(String(count), "strong", style), paint(text, "code", style)];
  };
  const rows = perDerivative(trace.stored, style).flatMap(([name, { plain, reuse }]) => [
    [paint(show(name, style), "strong", style)],
    row("plain", plain),
    row("reuse", reuse),
  ]);
  return layoutTable(storedColumns, rows, textWidth(style) - 2).flat();
}

const significantDigits = 6;

/** Six significant digits without trailing zeros; an exponent for the tiny and the huge. */
export function shortNumber(value: number, language: Language = "en"): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e7) return String(value);
  const rounded = Number(value.toPrecision(significantDigits));
  const text = size < 1e-4 || size >= 1e7 ? rounded.toExponential().replace("+", "") : String(rounded);
  return language === "de" ? text.replace(".", ",") : text;
}

/** The numbers as texts of one width, their decimal points one below the other; `undefined` is left blank. */
export function alignNumbers(values: readonly (number | undefined)[], language: Language = "en"): string[] {
  const parts = values.map((value) => {
    const text = value === undefined ? "" : shortNumber(value, language);
    const whole = /^[^.,e]*/.exec(text)?.[0] ?? "";
    return { whole, rest: text.slice(whole.length) };
  });
  const before = Math.max(0, ...parts.map(({ whole }) => whole.length));
  const after = Math.max(0, ...parts.map(({ rest }) => rest.length));
  return parts.map(({ whole, rest }) => whole.padStart(before) + rest.padEnd(after));
}
