/** A decimal number as written: its value, and how many digits it shows. `0,460` is 0.46 with three figures. */

import { lower } from "../../formula/notation.ts";

/** The digits a number was given with. */
export interface Written {
  /** Places after the decimal point; negative where an exponent makes them so (`1.2e3`: −2). */
  readonly decimals: number;
  /** Significant digits; a range, as the zeros that end `100` may or may not count. */
  readonly significant: { readonly min: number; readonly max: number };
  /** The number itself as the student wrote it, without words around it. */
  readonly text: string;
}

/** What an answer may mean: mostly one number, and two for `1,250`, where the comma may group thousands. */
export type Givens = readonly [Given, ...Given[]];

/** A number that an answer may mean. */
export interface Given {
  readonly value: number;
  /** The digits it was given with; absent for a calculation (`1/3`), whose value is meant exactly. */
  readonly written?: Written;
}

const exponentForms = [
  /^(.*?\d[.,]?)\s*[eE]\s*([+-]?\d+)$/,
  /^(.*?\d[.,]?)\s*[*xX]\s*10\s*(?:\^|\*\*)\s*[({]?\s*([+-]?\s*\d+)\s*[)}]?$/,
];
/** Exponents beyond this change nothing: the value is 0 or infinite. */
const farthest = 100_000;
const spacedGroups = /^\d{1,3}(?:[ '_]\d{3})+(?=[.,]|$)/;
const digitsOnly = /^(\d*)(?:([.,])(\d*))?$/;
const grouped = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/;

/**
 * The number that `text` writes in digits (`-0,46`, `4.6e-1`, `4,6*10^-1`, `1.000,5`, `1 000`, `45 %`), or undefined if
 * it is not one. Raised digits, other minus and multiplication signs must have been brought to ASCII.
 *
 * A lone comma or point is the decimal sign, also in `1,250`: then there is a second reading, where it groups thousands.
 */
export function readLiteral(text: string): readonly [Required<Given>, ...Given[]] | undefined {
  const [, sign = "", rest = ""] = /^([+-]?)\s*(.*)$/.exec(text.trim()) ?? [];
  const percent = /^(.*\d)\s*%$/.exec(rest);
  const [mantissa, exponent] = splitExponent(percent?.[1] ?? rest);
  const read = readMantissa(mantissa);
  if (!read) return undefined;
  const { whole, fraction, point } = read;
  const shift = exponent - (percent ? 2 : 0);
  const value = Number(`${sign}${whole || "0"}.${fraction || "0"}e${shift}`);
  const written = {
    decimals: fraction.length - shift,
    significant: significantDigits(whole, fraction, point),
    text: text.trim(),
  };
  // Nobody groups thousands before a power of ten.
  const isPlain = mantissa === rest;
  const groups = isPlain && grouped.test(mantissa) && !mantissa.startsWith("0");
  const thousands = Number(`${sign}${mantissa.replace(/[.,]/g, "")}`);
  return groups && thousands !== value ? [{ value, written }, { value: thousands }] : [{ value, written }];
}

function splitExponent(text: string): [mantissa: string, exponent: number] {
  for (const form of exponentForms) {
    const found = form.exec(text);
    if (found?.[1] !== undefined && found[2] !== undefined) {
      const exponent = Number(found[2].replace(/\s/g, ""));
      return [found[1], Math.max(-farthest, Math.min(farthest, exponent))];
    }
  }
  return [text, 0];
}

/** The digits before and after the decimal sign, without separators of thousands. */
function readMantissa(text: string) {
  let plain = text.replace(spacedGroups, (groups) => groups.replace(/[ '_]/g, ""));
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const head = plain.slice(0, Math.max(last, 0));
  if (/[.,]/.test(head)) {
    // Two kinds of separator: the last one is the decimal sign. One kind, repeated: thousands.
    const separator = /[.,]/.exec(head)?.[0] ?? "";
    const whole = plain.charAt(last) === separator ? plain : head;
    if (!grouped.test(whole) || !whole.includes(separator)) return undefined;
    plain = whole.replace(/[.,]/g, "") + plain.slice(whole.length);
  }
  const found = digitsOnly.exec(plain);
  if (!found) return undefined;
  const [, whole = "", sign, fraction = ""] = found;
  if (whole === "" && fraction === "") return undefined;
  return { whole, fraction, point: sign !== undefined };
}

/** `1.50` has three, `100` one to three, `0.046` two; zero has as many as it shows places, but one at least. */
function significantDigits(whole: string, fraction: string, point: boolean): { min: number; max: number } {
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return { min: 1, max: Math.max(1, fraction.length) };
  return { min: point ? digits.length : digits.replace(/0+$/, "").length, max: digits.length };
}

/** An operation in words, or with the letter that looks like its sign: `98 x 3`, `98 mal 3`. */
const operationInWords = /(?<=[\d)]\s*)(?:x|mal|times|plus|minus)(?=\s*[\d(])/gi;

/** Operations as signs, as many characters as before. */
export function inSigns(text: string): string {
  return text.replace(operationInWords, (word) => {
    const sign = { plus: "+", minus: "-" }[word.toLowerCase()] ?? "*";
    return sign.padEnd(word.length);
  });
}

/** Typesetting around a number brought to ASCII: `4{,}6 \cdot 10^{-1}`, `10⁻¹`. */
export function inAscii(text: string): string {
  return text
    .replace(/\{,\}/g, ",")
    .replace(/\\(?:cdot|times)(?![a-z])/g, "*")
    .replace(/\\[,;:! ()[\]]|\$|~/g, " ")
    .replace(/10\s*([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)/g, (_, raised: string) => `10^${lower(raised)}`)
    .replace(/\\%/g, "%")
    .replace(/\s+/g, " ")
    .trim();
}

export function withoutBrackets(text: string): string {
  return text.replace(/^(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|"[^"]*"|'[^']*'|\*\*[^*]*\*\*)$/, (all) =>
    all.replace(/^\*\*|\*\*$|^.|.$/g, ""),
  );
}
