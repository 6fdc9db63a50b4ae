/** Makes text of a submission fit to show: no control sequences, one line, bounded; knows no report format or terminal. */

import type { Json } from "./judgement.ts";

/** Length of shown text where the caller names none, in UTF-16 code units. */
export const shownLength = 500;

/** A student's own word inside a message is cut to this. */
export const quotedLength = 60;

// Terminal escape sequences: strings (OSC, DCS, …) up to their end, CSI sequences, two-character ones.
// Each alternative reads forward only, so that hostile text costs linear time.
const escapeSequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
const lineBreakOrTab = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// C0 and C1 controls, marks that reorder or hide text (bidirectional overrides, zero width, tags), unpaired surrogates.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const needsCare = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u060b]/;

/** `text` as one line without control characters or escape sequences, at most `limit` code units (then ending in `…`). */
export function safeText(text: string, limit: number = shownLength): string {
  // Cutting first bounds the work; what escape sequences swallow is made up for by the generous factor.
  const bounded = text.length > limit * 8 + 1000 ? text.slice(0, limit * 8 + 1000) : text;
  const clean = needsCare.test(bounded)
    ? bounded.replace(escapeSequence, "").replace(lineBreakOrTab, " ").replace(unseen, "")
    : bounded;
  return cut(clean.trim(), limit, bounded.length < text.length);
}

function cut(text: string, limit: number, goesOn: boolean): string {
  if (text.length <= limit && !goesOn) return text;
  if (limit < 1) return "";
  const kept = text.slice(0, limit - 1);
  // Never half of a surrogate pair.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** A JSON value as a student would recognize it (`["a", 1]`; a top-level string without quotes), made safe and bounded. */
export function shownValue(value: Json, limit: number = quotedLength): string {
  return safeText(typeof value === "string" ? value : compactJson(value, limit), limit);
}

const deepestShown = 8;

/** JSON text of about `limit` characters at most; deep and long parts become `…`, so that any value ends. */
function compactJson(value: Json, limit: number): string {
  let left = limit + 2;
  const write = (part: Json, depth: number): string => {
    if (left <= 0 || depth > deepestShown) return "…";
    if (typeof part === "string") return spend(JSON.stringify(part.length > left ? `${part.slice(0, left)}…` : part));
    if (typeof part !== "object" || part === null) return spend(String(part));
    left -= 2;
    if (isList(part)) return `[${writeSome(part.length, (i) => write(part[i] ?? null, depth + 1))}]`;
    const keys = Object.keys(part);
    return `{${writeSome(keys.length, (i) => {
      const key = keys[i] ?? "";
      return `${spend(JSON.stringify(key.slice(0, limit)))}: ${write(part[key] ?? null, depth + 1)}`;
    })}}`;
  };
  const spend = (text: string): string => {
    left -= text.length;
    return text;
  };
  const writeSome = (count: number, one: (index: number) => string): string => {
    const parts: string[] = [];
    for (let i = 0; i < count; i++) {
      if (left <= 0) return [...parts, "…"].join(", ");
      parts.push(one(i));
      left -= 2;
    }
    return parts.join(", ");
  };
  return write(value, 0);
}

/** Whether a JSON value is a list (`Array.isArray` does not narrow read-only lists). */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a JSON value is an object with keys. */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
