/** What a terminal can show (width, colour, characters, language), and how roles, messages and foreign text look in it. */

import { Chalk, type ChalkInstance } from "chalk";
import type { Language, Message, ParamsOf } from "../../messages/message.ts";
import { safeText } from "../../messages/safeText.ts";
import { say as terminal } from "../messages/terminal.ts";
import { toAscii } from "./characters.ts";

/** Everything a view needs to know of the terminal; views read nothing else of their surroundings. */
export interface TerminalStyle {
  /** Columns, 40 … 200: no line of a view is wider. */
  readonly width: number;
  readonly color: boolean;
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

const [plain, colored] = [new Chalk({ level: 0 }), new Chalk({ level: 1 })];

/** The text in the look of its role; without colour it stays as it is. */
export function paint(text: string, role: Role | undefined, { color }: TerminalStyle): string {
  return role === undefined ? text : looks[role](color ? colored : plain)(text);
}

/** In Unicode and in ASCII. */
const symbols = {
  correct: ["✓", "+"],
  partial: ["◐", "~"],
  incorrect: ["✗", "x"],
  review: ["?", "?"],
  invalid: ["!", "!"],
  missing: ["–", "-"],
  bullet: ["•", "*"],
  next: ["→", "->"],
  ellipsis: ["…", "..."],
  rule: ["─", "-"],
  gutter: ["│", "|"],
  separator: ["·", "-"],
} as const;

/** A symbol in the characters the terminal has. */
export function symbol(name: keyof typeof symbols, style: TerminalStyle): string {
  return symbols[name][style.unicode ? 0 : 1];
}

/** Columns of running text: long lines tire the eye, so text stays narrower than a wide terminal. */
export function textWidth(style: TerminalStyle): number {
  return Math.min(style.width, 100);
}

/** The part of a Node output stream that says what it can show. */
export type OutputStream = Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns" | "getColorDepth">>;

type Environment = Readonly<Record<string, string | undefined>>;

/** The style of a stream. @param color what the command line says: `--color` is true, `--no-color` false */
export function detectStyle(
  stream: OutputStream,
  env: Environment,
  language: Language = "en",
  color: boolean | undefined = undefined,
): TerminalStyle {
  const columns = [stream.columns, Number(env.COLUMNS)].find((told) => Number.isInteger(told) && Number(told) > 0);
  return {
    width: Math.min(200, Math.max(40, columns ?? 80)),
    color: color ?? detectColor(stream, env),
    unicode: detectUnicode(env),
    language,
  };
}

/** `NO_COLOR` wins over `FORCE_COLOR`, that over what the terminal says of itself. */
function detectColor(stream: OutputStream, env: Environment): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb" && (stream.getColorDepth?.(env) ?? 4) > 1;
}

function detectUnicode(env: Environment): boolean {
  // Windows has no locale variables; its newer terminals name themselves and know Unicode.
  if (env.WT_SESSION || env.TERM_PROGRAM === "vscode") return true;
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || "");
}

type Words = typeof terminal.words;

/** One of the views' messages, by its code, in the style's language and characters. */
export function say<C extends keyof Words>(code: C, style: TerminalStyle, ...params: ParamsOf<Words[C]>): string {
  return tell(terminal(code, ...params), style);
}

/** The same of any other message. */
export function tell(message: Message, style: TerminalStyle): string {
  return inCharacters(message.in(style.language), style);
}

/** Bounds a text from elsewhere, in UTF-16 code units: enough for any message, too little to flood a terminal. */
const longest = 4000;

/** Text from elsewhere, on one line, made harmless. */
export function show(text: string, style: TerminalStyle): string {
  return inCharacters(safeText(text, longest).replace(/ {2,}/g, " "), style);
}

/** Text from elsewhere made harmless, with its spaces as they are. */
export function showSpaced(text: string, style: TerminalStyle): string {
  return text
    .split(/( +)/)
    .map((part) => (part.startsWith(" ") ? part : show(part, style)))
    .join("");
}

/** Text from elsewhere with its line breaks, made harmless line by line. */
export function showLines(text: string, style: TerminalStyle): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => show(line, style))
    .join("\n");
}

function inCharacters(text: string, style: TerminalStyle): string {
  return style.unicode ? text : toAscii(text);
}

/** Points with at most two decimals, with the language's decimal sign. */
export function points(value: number, style: TerminalStyle): string {
  const text = String(Math.round(value * 100) / 100);
  return style.language === "de" ? text.replace(".", ",") : text;
}

/** Makes a command line of this program from its words. */
export function ownCommand(...words: readonly string[]): string {
  return shellCommand(["rnn-check", ...words]);
}

/** A command line as a shell takes it: arguments with unusual characters are quoted. */
export function shellCommand(args: readonly string[]): string {
  return args.map((arg) => (/^[\w./:=@%+,-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)).join(" ");
}
