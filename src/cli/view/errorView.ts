/** Shows one error: what is wrong, where, the line with a caret under the place, and what to do; knows no kind of error. */

import { nextStep } from "./blocks.ts";
import { type Line, render, span, wrap } from "./span.ts";
import { symbol, type TerminalStyle, textWidth } from "./style.ts";
import { displayWidth, graphemes } from "./width.ts";
import { say, show, showLines, showSpaced } from "./words.ts";

export interface ErrorDescription {
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units of `sourceLine`. */
  readonly column?: number;
  /** The line of the file, without its line break. */
  readonly sourceLine?: string;
  /** What to do, as a sentence. */
  readonly advice?: string;
  /** A command to copy, shown below the advice. */
  readonly command?: string;
}

/** The error as lines for a terminal, without a final line break. */
export function errorView(error: ErrorDescription, style: TerminalStyle): string {
  return render(errorLines(error, style), style);
}

export function errorLines(error: ErrorDescription, style: TerminalStyle): Line[] {
  const commands = error.command === undefined ? [] : [show(error.command, style)];
  return [
    ...wrap(
      [span(`${say("terminal.error", style)} `, "invalid"), span(showLines(error.message, style))],
      textWidth(style),
      { hanging: 2 },
    ),
    ...place(error, style),
    ...(error.advice === undefined ? [] : [[], ...nextStep(showLines(error.advice, style), commands, style)]),
  ];
}

function place(error: ErrorDescription, style: TerminalStyle): Line[] {
  const where = position(error, style);
  const excerpt =
    error.sourceLine === undefined || error.column === undefined
      ? []
      : [[], ...excerptLines(error.sourceLine, error.column, error.line, style)];
  return [...(where === "" ? [] : wrap([span("  "), span(where, "muted")], style.width, { hanging: 4 })), ...excerpt];
}

/** `answer.json:3:8`, as editors and terminals understand it; in words where there is no file. */
function position({ file, line, column }: ErrorDescription, style: TerminalStyle): string {
  const numbers = [line, column].filter((number) => number !== undefined);
  if (file !== undefined) return [show(file, style), ...numbers].join(":");
  return line === undefined || column === undefined ? "" : say("terminal.place", style, { line, column });
}

/** The source line, cut around the column where it is too long, and a caret under the column. */
function excerptLines(source: string, column: number, line: number | undefined, style: TerminalStyle): Line[] {
  const gutter = `  ${line ?? ""} ${symbol("gutter", style)} `;
  const room = Math.max(10, style.width - displayWidth(gutter) - 1);
  const { text, caret } = cutAround(source, column, room, style);
  const emptyGutter = `${" ".repeat(displayWidth(gutter) - 2)}${symbol("gutter", style)} `;
  return [
    [span(gutter, "muted"), span(text)],
    [span(emptyGutter, "muted"), span(`${" ".repeat(caret)}^`, "invalid")],
  ];
}

/** Code units beside the caret that are looked at: more than any terminal shows, few enough for a line of a megabyte. */
const reach = 2000;
const tabWidth = 4;

/** The part of the source around a column, at most `room` columns wide, and the columns before the caret in it. */
function cutAround(
  source: string,
  column: number,
  room: number,
  style: TerminalStyle,
): { readonly text: string; readonly caret: number } {
  const at = Math.max(0, Math.min(column - 1, source.length));
  const start = Math.max(0, at - reach);
  const before = showSpaced(expandTabs(source.slice(start, at)), style);
  const after = showSpaced(expandTabs(source.slice(at, at + reach)), style);
  const ellipsis = symbol("ellipsis", style);

  const whole = displayWidth(before) + displayWidth(after);
  const cutStart = start > 0;
  if (whole <= room && !cutStart && at + reach >= source.length) {
    return { text: before + after, caret: displayWidth(before) };
  }
  // Two thirds of the room show what led to the place, unless there is less after it.
  const ahead = Math.min(displayWidth(after), Math.max(Math.floor(room / 3), room - displayWidth(before)));
  const behind = room - ahead;
  const left =
    displayWidth(before) <= behind && !cutStart ? before : ellipsis + lastColumns(before, behind - ellipsis.length);
  const right =
    displayWidth(after) <= ahead ? after : firstColumns(after, Math.max(0, ahead - ellipsis.length)) + ellipsis;
  return { text: left + right, caret: displayWidth(left) };
}

function expandTabs(text: string): string {
  return text.replaceAll("\t", " ".repeat(tabWidth));
}

function firstColumns(text: string, columns: number): string {
  let used = 0;
  let kept = "";
  for (const grapheme of graphemes(text)) {
    used += grapheme.width;
    if (used > columns) break;
    kept += grapheme.text;
  }
  return kept;
}

function lastColumns(text: string, columns: number): string {
  let used = 0;
  let kept = "";
  for (const grapheme of graphemes(text).reverse()) {
    used += grapheme.width;
    if (used > columns) break;
    kept = grapheme.text + kept;
  }
  return kept;
}
