/** One quick look over the text of valid JSON: what a plain JSON.parse would lose; knows no submission. */

export interface JsonScan {
  /** Deepest nesting of objects and lists; a lone value has 0. */
  readonly depth: number;
  /** How many `key: value` pairs stand in the text; more than the parsed value has means repeated keys. */
  readonly pairs: number;
  /** Some number's text says more than its value: trailing zeros (`1.50`), an exponent, too many digits for a double. */
  readonly tellingNumbers: boolean;
}

const quote = 34;
const backslash = 92;
/** A double keeps 15 digits of any decimal number. */
const longestPlain = 15;

/** Scans valid JSON (for other text the result is of no use, but it ends). */
export function scanJson(text: string): JsonScan {
  let depth = 0;
  let deepest = 0;
  let pairs = 0;
  let tellingNumbers = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === quote) i = stringEnd(text, i);
    else if (c === 123 || c === 91) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (c === 125 || c === 93) depth--;
    else if (c === 58) pairs++;
    else if (c >= 48 && c <= 57) {
      const start = i;
      while (isNumberPart(text.charCodeAt(i + 1))) i++;
      if (!tellingNumbers) tellingNumbers = isTelling(text, start, i + 1);
    }
  }
  return { depth: deepest, pairs, tellingNumbers };
}

/** The offset of the quote that closes the string opened at `start` (the end of the text if none does). */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** Whether an odd number of backslashes stands before `offset`. */
function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text.charCodeAt(before - 1) === backslash) before--;
  return (offset - before) % 2 === 1;
}

function isNumberPart(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 46 || c === 101 || c === 69 || c === 43 || c === 45;
}

function isTelling(text: string, start: number, end: number): boolean {
  if (end - start > longestPlain) return true;
  const literal = text.slice(start, end);
  return /[eE]/.test(literal) || (literal.includes(".") && literal.endsWith("0"));
}
