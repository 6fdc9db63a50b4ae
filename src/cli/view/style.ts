/** What a terminal can show (width, colour, characters, language) and how roles look in it; knows no report or command. */

import { Chalk, type ChalkInstance } from "chalk";
import type { Language } from "../../messages/message.ts";

type ColorLevel = 0 | 1 | 2 | 3;

/** Everything a view needs to know of the terminal; views read nothing else of their surroundings. */
export interface TerminalStyle {
  /** Columns, 40 … 200: no line of a view is wider. */
  readonly width: number;
  /** chalk's levels: none, 16 colours, 256 colours, true colour. */
  readonly colorLevel: ColorLevel;
  /** False: symbols, lines and formulas in ASCII. */
  readonly unicode: boolean;
  readonly language: Language;
}

/** What a piece of text is; the colours follow from it. */
export type Role = keyof typeof looks;

const looks = {
  heading: (chalk: ChalkInstance) => chalk.bold,
  strong: (chalk: ChalkInstance) => chalk.bold,
  emphasis: (chalk: ChalkInstance) => chalk.italic,
  muted: (chalk: ChalkInstance) => chalk.dim,
  correct: (chalk: ChalkInstance) => chalk.green,
  partial: (chalk: ChalkInstance) => chalk.yellow,
  incorrect: (chalk: ChalkInstance) => chalk.red,
  review: (chalk: ChalkInstance) => chalk.magenta,
  invalid: (chalk: ChalkInstance) => chalk.red.bold,
  missing: (chalk: ChalkInstance) => chalk.dim,
  warning: (chalk: ChalkInstance) => chalk.yellow,
  code: (chalk: ChalkInstance) => chalk.cyan,
  command: (chalk: ChalkInstance) => chalk.cyan.bold,
} as const;

/** The function that paints text for a style; without colour it returns the text as it is. */
export function painter(style: TerminalStyle): (text: string, role: Role) => string {
  const chalk = new Chalk({ level: style.colorLevel });
  return (text, role) => looks[role](chalk)(text);
}

const symbols = {
  correct: ["✓", "+"],
  partial: ["◐", "~"],
  incorrect: ["✗", "x"],
  review: ["?", "?"],
  invalid: ["!", "!"],
  missing: ["–", "-"],
  met: ["✓", "+"],
  partly: ["◐", "~"],
  unmet: ["✗", "x"],
  bullet: ["•", "*"],
  next: ["→", "->"],
  ellipsis: ["…", "..."],
  rule: ["─", "-"],
  gutter: ["│", "|"],
  barFull: ["█", "#"],
  barReview: ["▒", "?"],
  barEmpty: ["░", "."],
  separator: ["·", "-"],
  openQuoteEn: ["“", '"'],
  closeQuoteEn: ["”", '"'],
  openQuoteDe: ["„", '"'],
  closeQuoteDe: ["“", '"'],
  saturated: ["▲", "*"],
} as const satisfies Record<string, readonly [unicode: string, ascii: string]>;

export type SymbolName = keyof typeof symbols;

/** A symbol in the characters the terminal has. */
export function symbol(name: SymbolName, style: TerminalStyle): string {
  return symbols[name][style.unicode ? 0 : 1];
}

/** The part of a Node output stream that says what it can show. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Bits per pixel (1, 4, 8, 24), as `tty.WriteStream` tells it. */
  getColorDepth?(env?: object): number;
}

export interface StyleFlags {
  /** `--color` is true, `--no-color` false. */
  readonly color?: boolean | undefined;
  readonly language?: Language | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The style of a stream: flags win over `NO_COLOR`, that over `FORCE_COLOR`, that over what the terminal says of itself. */
export function detectStyle(from: {
  readonly stream: OutputStream;
  readonly env: Environment;
  readonly flags?: StyleFlags;
}): TerminalStyle {
  const { stream, env, flags = {} } = from;
  return {
    width: detectWidth(stream, env),
    colorLevel: detectColor(stream, env, flags.color),
    unicode: detectUnicode(env),
    language: flags.language ?? "en",
  };
}

const narrowest = 40;
const widest = 200;
const usual = 80;

function detectWidth(stream: OutputStream, env: Environment): number {
  const told = [stream.columns, Number(env.COLUMNS)].find(
    (columns) => Number.isInteger(columns) && Number(columns) > 0,
  );
  return Math.min(widest, Math.max(narrowest, told ?? usual));
}

function detectColor(stream: OutputStream, env: Environment, flag: boolean | undefined): ColorLevel {
  const own = ownColor(stream, env);
  if (flag !== undefined) return flag ? atLeastOne(own) : 0;
  if (env.NO_COLOR) return 0;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) {
    if (forced === "0" || forced === "false") return 0;
    if (forced === "2" || forced === "3") return forced === "2" ? 2 : 3;
    return atLeastOne(own);
  }
  return stream.isTTY === true && env.TERM !== "dumb" ? own : 0;
}

function atLeastOne(level: ColorLevel): ColorLevel {
  return level === 0 ? 1 : level;
}

function ownColor(stream: OutputStream, env: Environment): ColorLevel {
  const depth = stream.getColorDepth?.(env) ?? (stream.isTTY === true ? 4 : 1);
  if (depth >= 24) return 3;
  if (depth >= 8) return 2;
  return depth >= 4 ? 1 : 0;
}

function detectUnicode(env: Environment): boolean {
  // Windows has no locale variables; its newer terminals name themselves and know Unicode.
  if (env.WT_SESSION || env.TERM_PROGRAM === "vscode") return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  return /utf-?8/i.test(locale);
}

/** Columns of running text: long lines tire the eye, so text stays narrower than a wide terminal. */
export function textWidth(style: TerminalStyle): number {
  return Math.min(style.width, 100);
}
