/** Numbers for people: few digits, the language's decimal sign, aligned at it. */

import type { Language } from "../../messages/message.ts";

const significantDigits = 6;

/** Six significant digits without trailing zeros; an exponent for the tiny and the huge. */
export function shortNumber(value: number, language: Language = "en"): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e7) return String(value);
  const rounded = Number(value.toPrecision(significantDigits));
  const text = size < 1e-4 || size >= 1e7 ? rounded.toExponential().replace("+", "") : String(rounded);
  return language === "de" ? text.replace(".", ",") : text;
}

/** The numbers as texts of one width, their decimal points one below the other; `undefined` is left blank. */
export function alignNumbers(values: readonly (number | undefined)[], language: Language = "en"): string[] {
  const parts = values.map((value) => {
    const text = value === undefined ? "" : shortNumber(value, language);
    const whole = /^[^.,e]*/.exec(text)?.[0] ?? "";
    return { whole, rest: text.slice(whole.length) };
  });
  const before = Math.max(0, ...parts.map(({ whole }) => whole.length));
  const after = Math.max(0, ...parts.map(({ rest }) => rest.length));
  return parts.map(({ whole, rest }) => whole.padStart(before) + rest.padEnd(after));
}
