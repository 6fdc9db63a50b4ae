/** Test aid: a formula's tree as one compact line, and its value modulo a prime. */

import type { Syntax } from "../../src/engine/syntax.ts";

/** `(add h1 (power x 2))`; a name with a time index as `h[1t+0T-1]`. */
export function show(syntax: Syntax): string {
  if (syntax.kind === "constant") return syntax.text;
  if (syntax.kind === "call") return `(${[syntax.operation, ...syntax.args.map(show)].join(" ")})`;
  const { name, index } = syntax;
  return index ? `${name}[${index.step}t${signed(index.last)}T${signed(index.offset)}]` : name;
}

function signed(value: number): string {
  return value < 0 ? String(value) : `+${value}`;
}

/** A prime whose square is exact in a double. */
const prime = 67108859;

/**
 * The formula's value in the integers modulo a prime, where nothing is rounded: two formulas that agree there are the
 * same up to the laws of arithmetic. A function other than arithmetic is some polynomial. NaN after a division by zero.
 */
export function residue(syntax: Syntax, values: ReadonlyMap<string, number>): number {
  if (syntax.kind === "constant") return syntax.value % prime;
  if (syntax.kind === "name") return values.get(syntax.name) ?? Number.NaN;
  const [a = 0, b = 0, ...others] = syntax.args.map((arg) => residue(arg, values));
  switch (syntax.operation) {
    case "add":
      return [b, ...others].reduce((sum, term) => (sum + term) % prime, a);
    case "multiply":
      return [b, ...others].reduce((product, factor) => (product * factor) % prime, a);
    case "subtract":
      return (a - b + prime) % prime;
    case "negate":
      return (prime - a) % prime;
    case "divide":
      return b === 0 ? Number.NaN : (a * residuePower(b, prime - 2)) % prime;
    case "power":
      return residuePower(a, b);
    default:
      return (((a * a) % prime) * a + 7 * a + syntax.operation.length) % prime;
  }
}

function residuePower(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return Number.isNaN(base) ? Number.NaN : result;
}
