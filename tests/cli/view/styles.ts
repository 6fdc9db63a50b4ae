/** Terminal styles that tests show views in, how golden files write colour down, and what holds in every style. */

import stringWidth from "string-width";
import { expect } from "vitest";
import type { TerminalStyle } from "../../../src/cli/view/style.ts";

export const plain: TerminalStyle = { width: 80, color: false, unicode: true, language: "en" };

/** A view as the text of a golden file. */
export type View = (style: TerminalStyle) => string;

/** What golden files show: together all that a style changes. Other widths are a matter of `expectFits`. */
const goldenStyles: Readonly<Record<string, TerminalStyle>> = {
  "120 columns, colour": { ...plain, width: 120, color: true },
  "40 columns, ASCII": { ...plain, width: 40, unicode: false },
  "80 columns, German": { ...plain, language: "de" },
};

export async function expectGolden(name: string, view: View): Promise<void> {
  const parts = Object.entries(goldenStyles).map(([title, style]) => `=== ${title}\n\n${readable(view(style))}\n`);
  await expect(parts.join("\n")).toMatchFileSnapshot(`./golden/${name}.txt`);
}

/** Escape sequences in a form that can be read: `‹31›wrong‹39›`. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for
  return text.replace(/\u001b\[([0-9;]*)m/g, "‹$1›");
}

/** No line is too wide or ends in a space, and nothing gets out of its line. For text without colour. */
export function expectFits(text: string, style: TerminalStyle): void {
  const isUnfit = (line: string) =>
    line !== line.trimEnd() ||
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not appear
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(line) ||
    stringWidth(line, { countAnsiEscapeCodes: true }) > style.width;
  expect(text.split("\n").filter(isUnfit), JSON.stringify(style)).toEqual([]);
}

/** Colour adds its own sequences and nothing else. */
export function expectOnlyColour(view: View, style: TerminalStyle): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removes colours
  expect(view(style).replace(/\u001b\[[0-9;]+m/g, "")).toBe(view({ ...style, color: false }));
}
