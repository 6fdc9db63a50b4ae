/** Terminal styles that tests show views in, and how golden files write colour down. */

import type { TerminalStyle } from "../../src/cli/terminal/style.ts";

export const plain: TerminalStyle = { width: 80, colorLevel: 0, unicode: true, language: "en" };

/** Every combination that golden files exist for, under the name that ends the file's name. */
export const goldenStyles: Readonly<Record<string, TerminalStyle>> = {
  "80-en": plain,
  "40-en": { ...plain, width: 40 },
  "120-en": { ...plain, width: 120 },
  "80-de": { ...plain, language: "de" },
  "40-de": { ...plain, width: 40, language: "de" },
  "80-en-ascii": { ...plain, unicode: false },
  "80-en-color": { ...plain, colorLevel: 1 },
};

/** Escape sequences in a form that can be read: `‹31›wrong‹39›`. */
export function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for
  return `${text.replace(/\u001b\[([0-9;]*)m/g, "‹$1›")}\n`;
}

export function golden(view: string, style: string): string {
  return `./golden/${view}.${style}.txt`;
}
