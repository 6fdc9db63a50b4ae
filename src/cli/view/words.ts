/** Turns messages, numbers and foreign text into what a terminal may show. */

import type { Message, ParamsOf } from "../../messages/message.ts";
import { safeText } from "../../messages/safeText.ts";
import { say as terminal } from "../messages/terminal.ts";
import { toAscii } from "./characters.ts";
import type { TerminalStyle } from "./style.ts";

type Words = typeof terminal.words;

/** A message in the style's language and characters: one of the views', by its code, or any other. */
export function say(message: Message, style: TerminalStyle): string;
export function say<C extends keyof Words>(code: C, style: TerminalStyle, ...params: ParamsOf<Words[C]>): string;
export function say<C extends keyof Words>(
  told: Message | C,
  style: TerminalStyle,
  ...params: ParamsOf<Words[C]>
): string {
  const message = typeof told === "string" ? terminal(told, ...params) : told;
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

/** Whole percents, rounded down, so that 100 means all. */
export function percent(share: number): number {
  return Number.isFinite(share) ? Math.floor(share * 100 + 1e-9) : 0;
}

/** Makes a command line of this program from its words. */
export type OwnCommand = (...words: readonly string[]) => string;

export const ownCommand: OwnCommand = (...words) => shellCommand(["rnn-check", ...words]);

/** A command line as a shell takes it: arguments with unusual characters are quoted. */
export function shellCommand(args: readonly string[]): string {
  return args.map((arg) => (/^[\w./:=@%+,-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)).join(" ");
}
