/** Makes the nodes of a formula's tree: sums and quotients flat however long, functions under their canonical names. */

import { calls } from "../engine/operations/table.ts";
import type { Syntax } from "../engine/syntax.ts";

/** The operation `name` applied to `args`. */
export function call(operation: string, ...args: readonly Syntax[]): Syntax {
  return { kind: "call", operation, args };
}

/** A number, with the digits that it was written with. */
export function number(value: number, text = String(value)): Syntax {
  return { kind: "constant", value, text };
}

/** Euler's number: `e^x` is read as `exp(x)`. */
export const euler: Syntax = call("exp", number(1));

/** π with more digits than a double has. */
export const pi: Syntax = number(Math.PI, "3.14159265358979323846264338327950288419716939937511");

export function negate(operand: Syntax): Syntax {
  return call("negate", operand);
}

export function power(base: Syntax, exponent: Syntax): Syntax {
  return base === euler ? call("exp", exponent) : call("power", base, exponent);
}

export interface Term {
  readonly negative: boolean;
  readonly syntax: Syntax;
}

/** `a-b+c` as one sum; a difference of two stays one. */
export function sum(terms: readonly Term[]): Syntax {
  const [first, second] = terms;
  if (first && second?.negative && terms.length === 2) return call("subtract", first.syntax, second.syntax);
  return flat(
    "add",
    terms.map(({ negative, syntax }) => (negative ? negate(syntax) : syntax)),
  );
}

/** `a*b/c*d` as one quotient of products. */
export function quotient(above: readonly Syntax[], below: readonly Syntax[]): Syntax {
  return below.length === 0 ? product(above) : call("divide", product(above), product(below));
}

export function product(factors: readonly Syntax[]): Syntax {
  return flat("multiply", factors);
}

function flat(operation: string, args: readonly Syntax[]): Syntax {
  return args.length === 1 ? (args[0] as Syntax) : { kind: "call", operation, args };
}

/** The operation that a function's name stands for. */
export function operationOf(name: string): string {
  return calls.get(name)?.operation ?? name;
}

/** A function under any of its names, a logarithm by its base. */
export function applied(name: string, args: readonly Syntax[], base = calls.get(name)?.base): Syntax {
  if (base !== undefined) return call("divide", call("log", ...args), call("log", number(base)));
  return call(operationOf(name), ...args);
}
