/** Turns messages, numbers and foreign text into what a terminal may show; knows no layout. */

import type { MessageCode } from "../../messages/catalogue.ts";
import { formatMessage } from "../../messages/format.ts";
import { safeText } from "../../messages/safeText.ts";
import { toAscii } from "./ascii.ts";
import type { TerminalStyle } from "./style.ts";

/** A message in the style's language and characters. */
export function say(
  code: MessageCode,
  style: TerminalStyle,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return inCharacters(formatMessage(code, style.language, params), style);
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
