/** Indices behind the words of a formula: `h_1`, `h[1]`, `W_{hh}`, `h^{(1)}`, `h[t-1]`, `x_{2t}`. */

import { canonicalName, indexedName } from "../engine/names.ts";
import type { TimeIndex } from "../engine/syntax.ts";
import { type ReadingError, unreadable } from "./errors.ts";
import type { Token, Vocabulary } from "./token.ts";

type Tokens = readonly Token[];

/** A name with its indices, as far as it reaches. */
export interface Indexed {
  readonly name: string;
  readonly time?: TimeIndex;
  /** The first token behind the name and its indices. */
  readonly next: number;
  /** Why its index can't be read. */
  readonly error?: ReadingError;
}

/** More tokens than these stand in no index. */
const longestIndex = 12;

/** The word at `at` joined with the lowered or bracketed indices behind it. */
export function readIndices(tokens: Tokens, at: number, vocabulary: Vocabulary): Indexed {
  const token = tokens[at] as Token;
  const { names, sequences, vectors } = vocabulary;
  let name = token.text;
  let next = at + 1;
  for (let below = tokens[next]; below?.kind === "index"; below = tokens[next]) {
    const index = plainIndex(below.text);
    const time = readTimeIndex(index);
    next++;
    if (time && isNumber(time)) name = indexedName(name, time.offset);
    else if (time && (sequences || !/^[tT]$/.test(index))) return { name, time, next };
    else if (/^[A-Za-z]+\d*$/.test(index)) name += `_${index}`;
    else if (entry.test(index)) name += `[${index}]`;
    else return { name, next, error: unreadable("expression.bad-index", below) };
  }
  const inside = bracketed(tokens, next);
  if (!inside) return { name, next };
  if (entry.test(inside.text) && inside.text.includes(","))
    return { name: `${name}[${inside.text}]`, next: inside.next };
  const time = readTimeIndex(inside.text);
  // `h[2][1]`, `h[t][1]`: the entry of a vector.
  const behind = time && bracketed(tokens, inside.next);
  const chosen = behind && entry.test(behind.text) ? behind : undefined;
  if (time && isNumber(time))
    return chosen
      ? { name: `${name}[${time.offset}][${chosen.text}]`, next: chosen.next }
      : { name: indexedName(name, time.offset), next: inside.next };
  if (time && sequences && chosen) return { name: `${name}[t][${chosen.text}]`, time, next: chosen.next };
  // `V[1-h1^2]` groups a factor, `h[t-1]` is an index: unless the name stands for a quantity by itself.
  if (time && (sequences || !names?.has(name))) return { name, time, next: inside.next };
  if (!sequences || vectors) return { name, next };
  const place = { start: tokens[next]?.start ?? 0, end: tokens[inside.next - 1]?.end ?? 0 };
  return { name, next: inside.next, error: unreadable("expression.bad-index", place) };
}

/** `1` or `1,2`: where an entry stands. */
const entry = /^[1-9]\d{0,5}(?:,[1-9]\d{0,5})?$/;

/** What stands in the brackets that open at `at`, right behind what they belong to, if it is short enough for an index. */
function bracketed(
  tokens: Tokens,
  at: number,
  open = "[",
): { readonly text: string; readonly next: number } | undefined {
  if (tokens[at]?.text !== open || (open === "[" && tokens[at]?.start !== tokens[at - 1]?.end)) return undefined;
  const closing = open === "[" ? "]" : ")";
  const inside = tokens.slice(at + 1, at + 1 + longestIndex);
  const length = inside.findIndex(({ text }) => text === closing);
  if (length < 0) return undefined;
  const text = inside.slice(0, length).map((token) => token.text);
  // `W[1,2]` would be one number with a decimal comma.
  return { text: text.join("").replace(/^(\d+)\.(\d+)$/, "$1,$2"), next: at + length + 2 };
}

/**
 * A name with an index in brackets above it: `h^{(1)}`, `h^(1)`, `h^{(t-1)}`. A number there is a power (`V^{(2)}`) where
 * the name means something without it: only an `unknown` one has an index.
 */
export function raisedIndex(
  tokens: Tokens,
  { name, time: below, error, next }: Indexed,
  unknown: boolean,
  { sequences }: Vocabulary,
): Indexed | undefined {
  if (below || error) return undefined;
  const braced = tokens[next + 1]?.text === "{";
  const open = next + (braced ? 2 : 1);
  const inside = bracketed(tokens, open, "(");
  const time = inside && readTimeIndex(inside.text);
  if (!time || (braced && tokens[inside.next]?.text !== "}")) return undefined;
  const end = inside.next + (braced ? 1 : 0);
  if (isNumber(time)) return unknown ? { name: indexedName(name, time.offset), next: end } : undefined;
  return unknown || (sequences && braced) ? { name, time, next: end } : undefined;
}

/** An index without blanks and without brackets around it (`h_{(1)}`). */
function plainIndex(text: string): string {
  const plain = text.replace(/[\s{}]/g, "").replace(/^\((.*)\)$/, "$1");
  return canonicalName(plain) ?? plain;
}

function isNumber({ step, last }: TimeIndex): boolean {
  return step === 0 && last === 0;
}

const term = /([+-]?)(?:(\d{1,6})\*?)?([tT])|([+-]?)(\d{1,6})/y;

/** An index that is linear in t and T with whole numbers: `t-1`, `2*t`, `T`, `1`. */
function readTimeIndex(text: string): TimeIndex | undefined {
  const compact = text.replace(/\s/g, "");
  if (compact === "" || compact.length > 60) return undefined;
  let step = 0;
  let last = 0;
  let offset = 0;
  term.lastIndex = 0;
  for (let at = 0; at < compact.length; at = term.lastIndex) {
    const found = term.exec(compact);
    const sign = found && (found[1] || found[4] || "");
    if (!found || (at > 0 && sign === "")) return undefined;
    const amount = (sign === "-" ? -1 : 1) * Number(found[2] ?? found[5] ?? 1);
    if (found[3] === "t") step += amount;
    else if (found[3] === "T") last += amount;
    else offset += amount;
  }
  return { step, last, offset };
}
