/** JSON values of submissions: what they are, and what of them is shown. */

import { quotedLength, safeText } from "../messages/safeText.ts";
import type { Json } from "./judgement.ts";

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
