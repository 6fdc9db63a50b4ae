/** What a report shows of an answer, and a fingerprint by which a person's decision finds the answer again. */

import { isList, isRecord, shownValue } from "../kinds/jsonValue.ts";
import type { Answer, Json } from "../kinds/judgement.ts";
import { safeText, shownLength } from "../messages/safeText.ts";

/** The answer as one line of at most 500 characters: no control characters or escape sequences, numbers as written. */
export function answerText({ value, source }: Answer): string {
  return source !== undefined && typeof value === "number" ? safeText(source) : shownValue(value, shownLength);
}

/**
 * 16 hexadecimal digits of an answer's JSON with sorted keys. `source` is a JSON number's text as written, which counts
 * too, because the digits that a student shows can decide. No protection against forgery.
 */
export function answerHash(value: Json | undefined, source = ""): string {
  const text = value === undefined ? "missing" : JSON.stringify(sorted(value));
  const whole = source === "" ? text : `${text}#${source}`;
  return fnv(whole, 0x811c9dc5) + fnv(whole, 0x01234567);
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}

/** FNV-1a with 32 bits, over UTF-16 code units. */
function fnv(text: string, start: number): string {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
