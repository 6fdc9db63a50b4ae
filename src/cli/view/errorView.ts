/** Shows one error: what is wrong, where, the line with a caret under the place, and what to do. */

import { nextStep, paragraph } from "./blocks.ts";
import { paint, say, show, showLines, showSpaced, symbol, type TerminalStyle } from "./style.ts";
import { displayWidth, firstColumns, joinLines, lastColumns, wrap } from "./text.ts";

export interface ErrorDescription {
  readonly message: string;
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based, in UTF-16 code units of `sourceLine`. */
  readonly column?: number | undefined;
  /** The line of the file, without its line break. */
  readonly sourceLine?: string | undefined;
  /** What to do, as a sentence. */
  readonly advice?: string | undefined;
  /** A command to copy, shown below the advice. */
  readonly command?: string | undefined;
}

/** The error as lines for a terminal, without a final line break. */
export function errorView(error: ErrorDescription, style: TerminalStyle): string {
  return joinLines(errorLines(error, style));
}

export function errorLines(error: ErrorDescription, style: TerminalStyle): string[] {
  const { message, sourceLine, column, line, advice, command } = error;
  const where = position(error, style);
  const hasExcerpt = sourceLine !== undefined && column !== undefined;
  const commands = command === undefined ? [] : [show(command, style)];
  return [
    ...paragraph(paint(`${say("terminal.error", style)} `, "invalid", style) + showLines(message, style), style),
    ...(where === "" ? [] : wrap(`  ${paint(where, "muted", style)}`, style.width, 4)),
    ...(hasExcerpt ? ["", ...excerptLines(sourceLine, column, style, `${line ?? ""} `)] : []),
    ...(advice === undefined ? [] : ["", ...nextStep(showLines(advice, style), commands, style)]),
  ];
}

/** `answer.json:3:8`, as editors and terminals understand it; in words where there is no file. */
function position({ file, line, column }: ErrorDescription, style: TerminalStyle): string {
  if (file !== undefined) return [show(file, style), line, column].filter((part) => part !== undefined).join(":");
  return line === undefined || column === undefined ? "" : say("terminal.place", style, { line, column });
}

/** Code units beside the caret that are looked at: more than any terminal shows, few enough for a line of a megabyte. */
const reach = 2000;

/** A line, cut around the column where it is too long, and carets under the column, as many as the place is long. */
export function excerptLines(source: string, column: number, style: TerminalStyle, label = "", length = 1): string[] {
  const bar = `${symbol("gutter", style)} `;
  const gutter = `  ${label}${bar}`;
  const room = Math.max(10, style.width - gutter.length - 1);
  const at = Math.max(0, Math.min(column - 1, source.length));
  const shown = (from: number, to: number) => showSpaced(source.slice(from, to).replaceAll("\t", "    "), style);
  const before = shown(Math.max(0, at - reach), at);
  const after = shown(at, at + reach);
  // Two thirds of the room show what led to the place, unless there is less before or after it.
  const ahead = Math.min(displayWidth(after), Math.max(Math.floor(room / 3), room - displayWidth(before)));
  const ellipsis = symbol("ellipsis", style);
  const left =
    displayWidth(before) <= room - ahead && at <= reach
      ? before
      : ellipsis + lastColumns(before, room - ahead - ellipsis.length);
  const right =
    displayWidth(after) <= ahead ? after : firstColumns(after, Math.max(0, ahead - ellipsis.length)) + ellipsis;
  const carets = "^".repeat(Math.max(1, Math.min(displayWidth(right), length)));
  return [
    paint(gutter, "muted", style) + left + right,
    paint(bar.padStart(gutter.length), "muted", style) +
      " ".repeat(displayWidth(left)) +
      paint(carets, "invalid", style),
  ];
}
