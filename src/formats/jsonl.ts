/** Reports as JSON, one a line, losing nothing. */

import { type Format, oneFile, type ReportSource } from "./format.ts";

export const format: Format = { ...oneFile("jsonl", "reports.jsonl", lines), verbatim: true };

/** Legal in JSON, but able to steer a terminal, reorder a line or end a line of JavaScript. */
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value on one line, with every character that acts on terminals written as its escape. */
export function jsonLine(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(unsafe, escaped);
}

function* lines(reports: ReportSource): Generator<string> {
  for (const report of reports()) yield `${jsonLine(report)}\n`;
}
