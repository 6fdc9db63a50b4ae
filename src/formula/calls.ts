/** Calls of operations, with functions under other names rewritten; knows no text. */

import { functionAliases } from "../engine/operations/spellings.ts";
import type { Syntax } from "../engine/syntax.ts";

/** The operation `name` applied to `args`. */
export function operation(name: string, ...args: readonly Syntax[]): Syntax {
  return { kind: "call", operation: name, args };
}

/** A number that the text does not hold as digits. */
export function number(value: number, text = String(value)): Syntax {
  return { kind: "number", value, text };
}

/** π with more digits than a double has. */
export const pi: Syntax = number(Math.PI, "3.14159265358979323846264338327950288419716939937511");

/** The operation that a function's name stands for. */
export function operationOf(name: string): string {
  return functionAliases.get(name) ?? name;
}

/** A function under any of its names, a logarithm by its base. */
export function called(name: string, args: readonly Syntax[], base: number | undefined): Syntax {
  if (base !== undefined) return operation("divide", operation("log", ...args), operation("log", number(base)));
  return operation(operationOf(name), ...args);
}
