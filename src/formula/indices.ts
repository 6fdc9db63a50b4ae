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
  const { names, sequences } = vocabulary;
  let name = token.text;
  let next = at + 1;
  for (let below = tokens[next]; below?.kind === "index"; below = tokens[next]) {
    const index = plainIndex(below.text);
    const time = readTimeIndex(index);
    next++;
    if (time && isNumber(time)) name = indexedName(name, time.offset);
    else if (time && (sequences || !/^[tT]$/.test(index))) return { name, time, next };
    else if (/^[A-Za-z]+\d*$/.test(index)) name += `_${index}`;
    else return { name, next, error: unreadable("expression.bad-index", below) };
  }
  const open = tokens[next];
  if (open?.text !== "[" || open.start !== tokens[next - 1]?.end) return { name, next };
  const inside = bracketed(tokens, next);
  if (!inside) return { name, next };
  const time = readTimeIndex(inside.text);
  if (time && isNumber(time)) return { name: indexedName(name, time.offset), next: inside.next };
  // `V[1-h1^2]` groups a factor, `h[t-1]` is an index: unless the name stands for a quantity by itself.
  if (time && (sequences || !names?.has(name))) return { name, time, next: inside.next };
  if (!sequences) return { name, next };
  const place = { start: open.start, end: tokens[inside.next - 1]?.end ?? open.end };
  return { name, next: inside.next, error: unreadable("expression.bad-index", place) };
}

/** What stands in the brackets that open at `at`, if it is short enough for an index. */
function bracketed(tokens: Tokens, at: number): { readonly text: string; readonly next: number } | undefined {
  const closing = tokens[at]?.text === "[" ? "]" : ")";
  const inside = tokens.slice(at + 1, at + 1 + longestIndex);
  const length = inside.findIndex(({ text }) => text === closing);
  if (length < 0) return undefined;
  const text = inside.slice(0, length).map((token) => token.text);
  return { text: text.join(""), next: at + length + 2 };
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
  const inside = tokens[open]?.text === "(" ? bracketed(tokens, open) : undefined;
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
