/** Numbers for people: few digits, aligned at the decimal point. */

const significantDigits = 6;

/** Six significant digits without trailing zeros; an exponent for the tiny and the huge. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e7) {
    const [mantissa = "", exponent = ""] = value.toExponential(significantDigits - 1).split("e");
    return `${withoutTrailingZeros(mantissa)}e${exponent.replace("+", "")}`;
  }
  // toPrecision would write whole numbers of seven digits with an exponent.
  const digits = Math.max(0, significantDigits - 1 - Math.floor(Math.log10(size)));
  return withoutTrailingZeros(value.toFixed(digits));
}

function withoutTrailingZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The numbers as texts of one width, their decimal points one below the other; `undefined` is left blank. */
export function alignNumbers(values: readonly (number | undefined)[]): string[] {
  const parts = values.map((value) => {
    const text = value === undefined ? "" : shortNumber(value);
    const whole = /^[^.e]*/.exec(text)?.[0] ?? "";
    return { whole, rest: text.slice(whole.length) };
  });
  const before = Math.max(0, ...parts.map(({ whole }) => whole.length));
  const after = Math.max(0, ...parts.map(({ rest }) => rest.length));
  return parts.map(({ whole, rest }) => whole.padStart(before) + rest.padEnd(after));
}
