/** A short fingerprint of an answer's value, equal for equal JSON; knows no file and is no protection against forgery. */

import type { Json } from "../kinds/judgement.ts";

/**
 * 16 hexadecimal digits (FNV-1a, 64 bits, over UTF-16 code units) of the canonical JSON of an answer:
 * keys sorted, no blanks, numbers as JavaScript prints them. `source` is a JSON number's text as written, which
 * counts too, because the digits a student shows can decide.
 */
export function answerHash(value: Json | undefined, source?: string): string {
  const hash = new Fnv64();
  hash.add(value === undefined ? "missing" : canonicalJson(value));
  if (source !== undefined) hash.add(`#${source}`);
  return hash.hex();
}

/** Text that is the same for the same JSON value, whatever the order of its keys; walks without recursion. */
function canonicalJson(value: Json): string {
  // Most answers are numbers and strings.
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts: string[] = [];
  const open: (Json | Punctuation)[] = [value];
  while (open.length > 0) {
    const next = open.pop() as Json | Punctuation;
    if (next instanceof Punctuation) parts.push(next.text);
    else if (next === null || typeof next !== "object") parts.push(JSON.stringify(next));
    else if (Array.isArray(next)) {
      open.push(new Punctuation("]"));
      for (let i = next.length - 1; i >= 0; i--) {
        open.push(next[i] as Json);
        if (i > 0) open.push(new Punctuation(","));
      }
      open.push(new Punctuation("["));
    } else {
      const fields = next as { readonly [key: string]: Json };
      const keys = Object.keys(fields).sort();
      open.push(new Punctuation("}"));
      for (let i = keys.length - 1; i >= 0; i--) {
        const key = keys[i] as string;
        open.push(fields[key] as Json, new Punctuation(`${i > 0 ? "," : ""}${JSON.stringify(key)}:`));
      }
      open.push(new Punctuation("{"));
    }
  }
  return parts.join("");
}

/** Text that stands between values. */
class Punctuation {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** FNV-1a with 64 bits held as four 16-bit limbs: exact in doubles and much faster than BigInt. */
class Fnv64 {
  // The offset basis 0xcbf29ce484222325, lowest limb first.
  private a = 0x2325;
  private b = 0x8422;
  private c = 0x9ce4;
  private d = 0xcbf2;

  add(text: string): void {
    for (let i = 0; i < text.length; i++) this.step(text.charCodeAt(i));
  }

  /** Multiplies by the prime 2^40 + 0x1b3 modulo 2^64, after xor. */
  private step(unit: number): void {
    const a = this.a ^ unit;
    const low = a * 0x1b3;
    const second = this.b * 0x1b3 + Math.floor(low / 0x10000);
    const third = this.c * 0x1b3 + ((a << 8) & 0xffff) + Math.floor(second / 0x10000);
    const fourth = this.d * 0x1b3 + ((this.b << 8) & 0xffff) + (a >>> 8) + Math.floor(third / 0x10000);
    this.a = low & 0xffff;
    this.b = second & 0xffff;
    this.c = third & 0xffff;
    this.d = fourth & 0xffff;
  }

  hex(): string {
    return [this.d, this.c, this.b, this.a].map((limb) => limb.toString(16).padStart(4, "0")).join("");
  }
}
